import { createHash, timingSafeEqual } from 'node:crypto'
import { keepSecrets, type Received, readPushed } from '@cchc/connector-kit'
import {
  Day,
  inWords,
  isAppError,
  messageOf,
  RunInterrupted,
  StoreError,
  say,
  UsageError,
} from '@cchc/domain'
import type { Run } from '@cchc/store'
import { receivePushed } from '@cchc/sync'
import { isHardToGuess } from '../access/hard-to-guess.ts'
import type { HubContext } from '../context.ts'
import type { PushedSource } from './configured-source.ts'
import type { Inbox, InboxAnswer } from './inbox-answer.ts'
import { secretsOfSource } from './open-source.ts'
import { writingSettingsOf } from './run-settings.ts'
import { watchedRun } from './watched-run.ts'

/** The inbox of a source; undefined where there is no such source, or one that is read. */
export function inboxOf(hub: HubContext, id: string): Inbox | undefined {
  const source = hub.config.sources.find((one) => one.id === id)
  if (source?.kind !== 'push') return undefined
  const { connector, config } = source
  const key = digest(config.key)
  return {
    keyHeader: connector.keyHeader?.toLowerCase(),
    mostBytes: Math.floor(config.push.maxMegabytes * 1_000_000),
    isHardToGuess: isHardToGuess(config.key),
    isKey: (sent) => timingSafeEqual(digest(sent), key),
    receive: (body, contentType) => receive(hub, source, { body, contentType }),
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

interface Sent {
  readonly body: Uint8Array
  readonly contentType: string | undefined
}

async function receive(hub: HubContext, source: PushedSource, sent: Sent): Promise<InboxAnswer> {
  const received = mapped(source, sent)
  const settings = writingSettingsOf(hub, source, keepSecrets(secretsOfSource(source)))
  const bytes = sent.body.byteLength
  return answerOf(
    await watchedRun(hub, { ...settings, received, bytes }, receivePushed),
    received.stream,
  )
}

/** What is wrong with a body is wrong with the request; a foreign error could quote it, and is not repeated. */
function mapped({ connector, config }: PushedSource, { body, contentType }: Sent): Received {
  try {
    const received = connector.receive(readPushed(body, contentType), config)
    requireDays(received)
    return received
  } catch (thrown) {
    const said = isAppError(thrown)
      ? thrown.said
      : say('the body holds something that cannot be read')
    const fix = isAppError(thrown) ? thrown.whatToDo : undefined
    throw new UsageError(said, {
      fix: fix ?? say('Nothing was stored. Send what the connector of this source takes.'),
    })
  }
}

/** Days are what a portal wrote: what is none, or ends before it begins, was never read whole. */
function requireDays({ whole }: Received): void {
  if (!whole) return
  const { from, to } = whole
  if (Day.safeParse(from).success && Day.safeParse(to).success && from <= to) return
  throw new UsageError(
    say('the days that the body says are whole are no days from one to a later one'),
  )
}

function answerOf({ id, error, counts }: Run, stream: string): InboxAnswer {
  if (error) throw failureOf(error)
  const { new: added, changed, unchanged, outdated, removed, refused } = counts
  return {
    run: id,
    stream,
    new: added,
    changed,
    unchanged: unchanged + outdated,
    removed,
    refused,
  }
}

/**
 * What ended a run, as what the sender is told: a database that fails or a stop is over some time, a body of another shape
 * is the sender's, and any other fault is ours and would meet the same body again.
 */
function failureOf({ code, message, fix }: NonNullable<Run['error']>): Error {
  const said = messageOf(message)
  const options = fix === null ? {} : { fix: messageOf(fix) }
  switch (code) {
    case 'store_failed':
      return new StoreError(said, options)
    case 'run_interrupted':
      return new RunInterrupted(said, options)
    case 'portal_changed':
      return new UsageError(said, options)
    default:
      return new Error(inWords(message))
  }
}
