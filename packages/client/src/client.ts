import { GatewayFailed, say, UsageError } from '@cchc/domain'
import { QUESTIONS_BY_NAME } from '@cchc/hub/questions/all'
import {
  type AnswerOf,
  type AskedOf,
  isRemote,
  type RemoteQuestion,
} from '@cchc/hub/questions/question'
import { addressOf } from './address.ts'
import { checked } from './checked.ts'
import { get, type Limits } from './exchange.ts'

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

/**
 * The gateway of a hub. Failures are those that the hub itself throws, by code, words and `fix`; GatewayFailed where the
 * gateway does not answer, or answers what the question does not declare. What a newer gateway tells beside it is
 * handed on.
 */
export interface Client extends ByName {
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
  const ask: Client['ask'] = async (question, asked) => {
    const address = addressOf(base, { path: question.path, asked })
    return checked(question, parsed(await get(address, { headers, limits }), base))
  }
  const named = Object.entries(QUESTIONS_BY_NAME).flatMap(([name, question]) =>
    isRemote(question) ? [[name, (asked: object) => ask(question, asked)]] : [],
  )
  return { ...(Object.fromEntries(named) as ByName), ask }
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
