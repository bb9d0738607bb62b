import { GatewayFailed, say, UsageError } from '@cchc/domain'
import { importIndicators } from '@cchc/hub/actions/import-indicators'
import type { GivenFile } from '@cchc/hub/check'
import { EXPORTS_BY_NAME } from '@cchc/hub/exports/all'
import type { Export, ExportEnd } from '@cchc/hub/exports/export'
import { QUESTIONS_BY_NAME } from '@cchc/hub/questions/all'
import {
  type AnswerOf,
  type AskedOf,
  type Exchange,
  isRemote,
  type RemoteQuestion,
} from '@cchc/hub/questions/question'
import { addressOf } from './address.ts'
import { checked } from './checked.ts'
import { exchange, getPieces, type Limits } from './exchange.ts'
import { recordsIn } from './exported.ts'

export interface ClientOptions {
  /** Where the gateway is: `https://cchc.example.vn`, with the path under which a proxy serves it. */
  readonly url: string
  /** Its API key; a gateway on this machine may need none. */
  readonly key?: string | undefined
  /** The language of what is told in words: English unless told. */
  readonly language?: 'en' | 'vi' | undefined
  /** How long an answer may take with everything that is tried again; 330 seconds unless told. */
  readonly milliseconds?: number
  /** How large an answer may be; 100 MB unless told. */
  readonly mostBytes?: number
}

type Questions = typeof QUESTIONS_BY_NAME

/** Asks one question. */
type Asks<Q extends RemoteQuestion> = (asked: AskedOf<Q>) => Promise<AnswerOf<Q>>

/** A function for every question that HTTP can ask, by the question's name. */
type ByName = {
  readonly [Name in keyof Questions as Questions[Name] extends RemoteQuestion
    ? Name
    : never]: Questions[Name] extends RemoteQuestion ? Asks<Questions[Name]> : never
}

type Exports = typeof EXPORTS_BY_NAME

/**
 * Gives the records of an export as they come, and at last (as what the generator returns) what its closing line says; one
 * that was cut off throws GatewayFailed. No more comes than is taken.
 */
type Gives<E extends Export> = (asked: AskedOf<E>) => AsyncGenerator<AnswerOf<E>, ExportEnd>

/** A function for every export, by its name. */
type ExportsByName = { readonly [Name in keyof Exports]: Gives<Exports[Name]> }

/**
 * The gateway of a hub. Failures are those that the hub itself throws, by code, words and `fix`; GatewayFailed where the
 * gateway does not answer, or answers what the question does not declare. What a newer gateway tells beside it is
 * handed on.
 */
export interface Client extends ByName, ExportsByName {
  /**
   * Takes the figures of a filled report, all or none; sent again it changes nothing. `by` is who the key says, where it is
   * somebody's.
   */
  importIndicators(
    asked: Omit<AskedOf<typeof importIndicators>, 'by'> & { readonly by?: string },
  ): Promise<AnswerOf<typeof importIndicators>>
  /** Gives an export as it is declared. */
  export<E extends Export>(one: E, asked: AskedOf<E>): AsyncGenerator<AnswerOf<E>, ExportEnd>
  /** Asks a question as it is declared; of a list one page, as the gateway gives it. */
  ask<Q extends RemoteQuestion>(question: Q, asked: AskedOf<Q>): Promise<AnswerOf<Q>>
}

const LIMITS: Limits = { milliseconds: 330_000, mostBytes: 100_000_000 }

/** A client of the gateway there; nothing is sent before the first question. Throws UsageError for a wrong address. */
export function createClient(options: ClientOptions): Client {
  const { url, key, language = 'en' } = options
  const base = baseOf(url)
  const headers = {
    Accept: 'application/json',
    'Accept-Language': language,
    ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
  }
  const limits = {
    milliseconds: options.milliseconds ?? LIMITS.milliseconds,
    mostBytes: options.mostBytes ?? LIMITS.mostBytes,
  }
  const tell: Tell = async (one, { path, files = [] }, asked) => {
    const named = Object.entries(asked).filter(([name]) => !files.includes(name))
    const address = addressOf(base, { path, asked: Object.fromEntries(named) })
    const sent = files.length === 0 ? undefined : formOf(asked, files)
    const text = await exchange(address, { headers, limits, files: sent })
    return checked({ ...one, path }, parsed(text, base))
  }
  const ask: Client['ask'] = (question, asked) => tell(question, question, asked)
  const named = Object.entries(QUESTIONS_BY_NAME).flatMap(([name, question]) =>
    isRemote(question) ? [[name, (asked: object) => ask(question, asked)]] : [],
  )
  const exported: Client['export'] = (one, asked) => {
    const address = addressOf(base, { path: one.path, asked: { ...asked, format: 'ndjson' } })
    return recordsIn(one, getPieces(address, { headers, limits }))
  }
  const exports = Object.entries(EXPORTS_BY_NAME).map(([name, one]) => {
    return [name, (asked: AskedOf<Export>) => exported(one as Export, asked)]
  })
  const byName = Object.fromEntries([...named, ...exports]) as ByName & ExportsByName
  const { http = { path: '' } } = importIndicators
  const imported: Client['importIndicators'] = (asked) => tell(importIndicators, http, asked)
  return { ...byName, importIndicators: imported, ask, export: exported }
}

/** Asks, or tells to do, at a path; parameters that are files are sent as such. */
type Tell = <E extends Exchange>(
  one: E,
  at: { readonly path: string; readonly files?: readonly string[] },
  asked: object,
) => Promise<AnswerOf<E>>

function formOf(asked: object, names: readonly string[]): FormData {
  const form = new FormData()
  const files = Object.entries(asked).filter(([name]) => names.includes(name))
  for (const [name, file] of files as [string, GivenFile | undefined][]) {
    if (file) form.append(name, new Blob([Uint8Array.from(file.bytes)]), file.name)
  }
  return form
}

function baseOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
    return url
  }
  throw new UsageError(say('The address of the gateway cannot be used.'), {
    fix: say('Write it as https://HOST, with no name and no password in it.'),
  })
}

function parsed(text: string, { origin }: URL): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new GatewayFailed(say('What {url} answered is no JSON.', { url: origin }), {
      cause,
      fix: say('Look whether a gateway of CCHC Hub is at this address.'),
    })
  }
}
