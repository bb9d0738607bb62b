import { say, type Text, UsageError } from '@cchc/domain'
import type { Hub, InboxAnswer } from '@cchc/hub'
import { ACTIONS } from '@cchc/hub/actions/all'
import { QUESTIONS } from '@cchc/hub/questions/all'
import type { Exchange } from '@cchc/hub/questions/question'
import type { z } from 'zod'
import { type Language, wordsIn } from '../language.ts'
import { filesIn, type Upload } from '../uploading/upload.ts'

/** A question by its path, what is asked, in which language it is answered, and the form in which a report is wanted. */
export interface Asking {
  readonly path: string
  readonly asked: Readonly<Record<string, unknown>>
  readonly language: Language
  /** The `traceparent` of the request, so that a thread goes on with its trace. */
  readonly trace?: string | undefined
  readonly format?: Parameters<Hub['renderReport']>[1]
  /** A body with the files that are asked about, or done with. */
  readonly upload?: Upload
}

/** Answers questions, or does what it is told; what the signal ends is refused. The bytes have a buffer of their own. */
export interface Answerer {
  answer(asking: Asking, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

/** A body that a portal sent to the inbox of its source, with the right key. */
export interface SentBody {
  readonly source: string
  /** In a buffer of its own, which goes to whoever receives it. */
  readonly body: Uint8Array<ArrayBuffer>
  readonly contentType: string | undefined
}

/** Stores what portals send; `signal` ends the wait for its turn, never what has begun. */
export interface Receiver {
  receive(sent: SentBody, signal: AbortSignal): Promise<InboxAnswer>
}

/** Lets the inbox of a source receive a body. */
export async function receivedBy(hub: Pick<Hub, 'inbox'>, sent: SentBody): Promise<InboxAnswer> {
  const inbox = await hub.inbox(sent.source)
  if (!inbox) throw new RangeError(`no source ${sent.source} sends by itself`)
  return inbox.receive(sent.body, sent.contentType)
}

/** Asks a hub, or tells it to do, and gives the answer as it is sent: JSON, or the report as a file. */
export async function answerOf(hub: Hub, asking: Asking): Promise<Uint8Array<ArrayBuffer>> {
  const { path, language, format, upload, trace } = asking
  const asked = upload ? { ...asking.asked, ...(await filesIn(upload)) } : asking.asked
  const words = await wordsIn(language)
  return hub.tracing.span({ name: 'answer', parent: trace }, async () => {
    const answer = await told(hub, { path, asked, words })
    if (format === undefined) return new TextEncoder().encode(JSON.stringify(answer))
    return new Uint8Array(
      await hub.renderReport(answer as Parameters<Hub['renderReport']>[0], format),
    )
  })
}

interface Telling extends Pick<Asking, 'path' | 'asked'> {
  readonly words: (text: Text) => string
}

function told(hub: Hub, { path, asked, words }: Telling): Promise<unknown> {
  const question = QUESTIONS.find((one) => one.path === path)
  if (question) return hub.ask(question, withFiles(question, asked), words)
  const action = ACTIONS.find(({ http }) => http?.path === path)
  if (!action) throw new RangeError(`nothing has the path ${path}`)
  return hub.act(action, withFiles(action, asked), { words })
}

/** A file that is needed and is not there is told as other parameters are. */
function withFiles({ parameters }: Exchange, asked: Asking['asked']): Asking['asked'] {
  const lacking = Object.entries(parameters.shape).flatMap(([name, schema]) => {
    const isNeeded = !(name in asked) && !(schema as z.ZodType).safeParse(undefined).success
    return isNeeded ? [{ path: name, message: say('is needed') }] : []
  })
  if (lacking.length === 0) return asked
  throw new UsageError(say('The body of the request lacks a file.'), { faults: lacking })
}
