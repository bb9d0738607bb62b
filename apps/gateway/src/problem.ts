import { type ErrorCode, type Fault, say, type Text, toAppError } from '@cchc/domain'
import type { Problem } from '@cchc/hub/questions/problem'
import type { Context } from 'hono'
import { languageOf, wordsIn } from './language.ts'
import { REFUSALS, Refusal } from './refusal.ts'

/** The documents' parts before they are said in a language. */
interface Told {
  readonly code: string
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 500 | 502 | 503 | 504
  readonly title: Text
  readonly detail: Text
  readonly fix?: Text | undefined
  readonly faults?: readonly Fault[]
  readonly headers?: Readonly<Record<string, string>>
}

const KINDS: Readonly<Record<ErrorCode, Pick<Told, 'status' | 'title'>>> = {
  usage_invalid: { status: 400, title: say('The request is wrong') },
  not_found: { status: 404, title: say('Not found') },
  access_denied: { status: 403, title: say('Not allowed') },
  run_conflict: { status: 409, title: say('Another run is going on') },
  config_invalid: { status: 500, title: say('The configuration cannot be used') },
  gateway_failed: { status: 502, title: say('The other gateway did not answer') },
  unexpected: { status: 500, title: say('Unexpected failure') },
  portal_changed: { status: 502, title: say('The portal answered in an unknown shape') },
  portal_denied: { status: 502, title: say('The portal refused us') },
  portal_unavailable: { status: 502, title: say('The portal did not answer') },
  snapshot_suspicious: { status: 502, title: say('The portal sent too little') },
  portal_throttled: { status: 503, title: say('The portal asked us to slow down') },
  run_interrupted: { status: 503, title: say('Interrupted') },
  store_failed: { status: 503, title: say('The database cannot be used') },
}

/**
 * Turns any failure into a problem document in the language that the client prefers, English or Vietnamese; an
 * unexpected one keeps its words to itself.
 */
export async function problemResponse(context: Context, thrown: unknown): Promise<Response> {
  const { code, status, faults = [], headers = {}, ...told } = toldOf(thrown)
  const language = languageOf(context)
  const words = await wordsIn(language)
  const problem: Problem = {
    type: `urn:cchc:problem:${code}`,
    code,
    status,
    title: words(told.title),
    detail: words(told.detail),
    instance: context.req.path,
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

function toldOf(thrown: unknown): Told {
  if (thrown instanceof Refusal) {
    const kind: Omit<Told, 'code'> = REFUSALS[thrown.code]
    return { ...kind, code: thrown.code, headers: { ...kind.headers, ...thrown.headers } }
  }
  const { code, said, whatToDo, faults } = toAppError(thrown)
  const told = { code, ...KINDS[code], faults }
  if (code !== 'unexpected') return { ...told, detail: said, fix: whatToDo }
  return { ...told, detail: say('The gateway failed; its log says more.') }
}
