import {
  type Catalogue,
  type ErrorCode,
  type Fault,
  inWords,
  say,
  type Text,
  toAppError,
} from '@cchc/domain'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { REFUSALS, Refusal } from './refusal.ts'

/** RFC 9457. `code` is stable; `fix` says what to do next; `faults` names every fault of the input. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    fix: z.string().optional(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof Problem>

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
  const catalogue = await catalogueOf(language)
  const words = (text: Text) => inWords(text, catalogue)
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

const LANGUAGES = ['en', 'vi'] as const
type Language = (typeof LANGUAGES)[number]

function languageOf(context: Context): Language {
  const supports = [...LANGUAGES]
  return accepts(context, {
    header: 'Accept-Language',
    supports,
    default: 'en',
    match: (asked) => {
      const preferred = asked.toSorted((a, b) => b.q - a.q).map(({ type }) => type.slice(0, 2))
      return preferred.find((one) => supports.includes(one as Language)) ?? 'en'
    },
  }) as Language
}

async function catalogueOf(language: Language): Promise<Catalogue> {
  if (language === 'en') return {}
  const { loadVietnamese } = await import('@cchc/hub/vietnamese')
  return loadVietnamese()
}
