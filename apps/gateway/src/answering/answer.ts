import type { Hub } from '@cchc/hub'
import { QUESTIONS } from '@cchc/hub/questions/all'
import { type Language, wordsIn } from '../language.ts'

/** A question by its path, what is asked, in which language it is answered, and the form in which a report is wanted. */
export interface Asking {
  readonly path: string
  readonly asked: Readonly<Record<string, unknown>>
  readonly language: Language
  readonly format?: Parameters<Hub['renderReport']>[1]
}

/** Answers questions that may take long; what the signal ends is refused. */
export interface Answerer {
  answer(asking: Asking, signal: AbortSignal): Promise<Uint8Array>
}

/** Asks a hub and gives the answer as it is sent: JSON, or the report as a file. */
export async function answerOf(hub: Hub, asking: Asking): Promise<Uint8Array> {
  const { path, asked, language, format } = asking
  const question = QUESTIONS.find((one) => one.path === path)
  if (!question) throw new RangeError(`no question has the path ${path}`)
  const answer = await hub.ask(question, asked, await wordsIn(language))
  if (format === undefined) return new TextEncoder().encode(JSON.stringify(answer))
  return hub.renderReport(answer as Parameters<Hub['renderReport']>[0], format)
}
