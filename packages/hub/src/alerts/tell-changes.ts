import { randomUUID } from 'node:crypto'
import { inWords } from '@cchc/domain'
import type { AlertChange, AlertLog, NewAlertMessage } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { judgeChanges } from './changes.ts'
import { contentOfChanges, type Words } from './content-of-changes.ts'
import { type FoundAlert, findAlerts } from './find-alerts.ts'
import { lookAround } from './look-around.ts'
import type { AlertContent } from './message.ts'
import { type Sent, sendDue } from './send-due.ts'
import { isWithinHours } from './time-of-day.ts'

/** What was told, or would be. */
export interface Told extends Sent {
  /** Nothing is told now; it is kept for the end of the quiet hours. */
  readonly isQuiet: boolean
  readonly messages: readonly (Pick<NewAlertMessage, 'channel'> & {
    readonly content: AlertContent
  })[]
}

const MINUTE_MS = 60_000

/**
 * Looks at everything once, keeps what changed with the messages that tell it, and delivers what is due. Several processes may
 * do so at once: each change is told once. With `dryRun` nothing is kept and nothing sent. Nobody to tell = nothing is done.
 */
export async function tellChanges(
  hub: HubContext,
  {
    dryRun = false,
    signal = NEVER,
  }: { readonly dryRun?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Told> {
  const { store, config, now } = hub
  const isQuiet = isWithinHours(config.alerts.quietHours, now())
  const nothing = { isQuiet, messages: [], ...NONE }
  if (Object.keys(config.alerts.channels).length === 0) return nothing
  const found = findAlerts(await lookAround(hub), config.alerts.without)
  const words = await wordsOf(hub)
  const change = (log: AlertLog) => changed(hub, { log, found, words, isQuiet })
  const { messages } = dryRun
    ? change(await store.readAlerts())
    : await store.changeAlerts(now(), change)
  const sent = dryRun || isQuiet ? NONE : await sendDue(hub, signal)
  return { isQuiet, messages: messages as Told['messages'], ...sent }
}

const NONE: Sent = { delivered: 0, waiting: 0, givenUp: 0 }
const NEVER = new AbortController().signal

interface Seen {
  readonly log: AlertLog
  readonly found: readonly FoundAlert[]
  readonly words: Words
  readonly isQuiet: boolean
}

function changed({ config, now }: HubContext, { log, found, words, isQuiet }: Seen): AlertChange {
  const settleMs = config.alerts.settleMinutes * MINUTE_MS
  const { states, changes } = judgeChanges(log.states, found, { now: now(), isQuiet, settleMs })
  const messages = Object.entries(config.alerts.channels).flatMap(([name, { tells }]) => {
    const own = changes.filter(({ state }) => !isOfChannel(state, name))
    if (!tells.includes('changes') || own.length === 0) return []
    return [messageTo(name, contentOfChanges(own, { words, now: now() }))]
  })
  return { states, slots: log.slots, messages }
}

/** That a channel fails is told to the others. */
function isOfChannel({ alert, subject }: FoundAlert | AlertLog['states'][number], name: string) {
  return alert === 'channel-fails' && subject === name
}

/** A new message, with an id of its own. */
export function messageTo(channel: string, content: AlertContent): NewAlertMessage {
  return { id: randomUUID(), channel, content }
}

/** How texts are said to those who are told. */
export async function wordsOf({ config }: Pick<HubContext, 'config'>): Promise<Words> {
  if (config.alerts.language !== 'vi') return (text) => inWords(text)
  const { loadVietnamese } = await import('../vietnamese/index.ts')
  const catalogue = await loadVietnamese()
  return (text) => inWords(text, catalogue)
}
