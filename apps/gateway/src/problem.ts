import { type Fault, isAppError, say, type Text, toAppError } from '@cchc/domain'
import type { Problem } from '@cchc/hub/questions/problem'
import type { Context } from 'hono'
import { typeOf } from './error-pages.ts'
import { type Language, languageOf, wordsIn } from './language.ts'
import { KINDS, type ProblemKind } from './problem-kinds.ts'
import { REFUSALS, Refusal } from './refusal.ts'

/** The documents' parts before they are said in a language. */
interface Told {
  readonly code: string
  readonly status: ProblemKind['status']
  readonly title: Text
  readonly detail: Text
  readonly fix?: Text | undefined
  readonly faults?: readonly Fault[]
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Turns any failure into a problem document in the language that the client prefers, English or Vietnamese, unless one is
 * named; an unexpected one keeps its words to itself.
 */
export async function problemResponse(
  context: Context,
  thrown: unknown,
  language: Language = languageOf(context),
): Promise<Response> {
  const { code, status, faults = [], headers = {}, ...told } = toldOf(thrown)
  const words = await wordsIn(language)
  const problem: Problem = {
    type: typeOf(code),
    code,
    status,
    title: words(told.title),
    detail: words(told.detail),
    instance: context.req.path,
    requestId: context.get('requestId'),
    ...(told.fix === undefined ? {} : { fix: words(told.fix) }),
    ...(faults.length === 0 ? {} : { faults: faults.map((fault) => writtenFault(fault, words)) }),
  }
  return context.json(problem, status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    Vary: 'Accept-Language',
    ...headers,
  })
}

function writtenFault({ path, place, message }: Fault, words: (text: Text) => string) {
  return { path: place ? words(place) : path, message: words(message) }
}

const SEE_FAULTS = say('Correct what `faults` names; /docs says what may be asked.')

function toldOf(thrown: unknown): Told {
  if (thrown instanceof Refusal) {
    const { code, cause } = thrown
    const { tellsCause, ...kind }: Omit<Told, 'code'> & { tellsCause?: true } = REFUSALS[code]
    const told = { ...kind, code, headers: { ...kind.headers, ...thrown.headers } }
    if (!tellsCause || !isAppError(cause)) return told
    const { said: detail, whatToDo: fix = told.fix, faults } = cause
    return { ...told, detail, fix, faults }
  }
  const { code, said, whatToDo, faults } = toAppError(thrown)
  const told = { code, ...KINDS[code], faults }
  const fix = whatToDo ?? (faults.length > 0 ? SEE_FAULTS : undefined)
  return code === 'unexpected' ? told : { ...told, detail: said, fix }
}
