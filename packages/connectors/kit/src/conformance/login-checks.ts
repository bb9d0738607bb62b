import type { OpenStream } from '../contract/page.ts'
import type { Bench, Subject } from './bench.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { givenBy, type Logins, loginsOf, placeOf, shows } from './credentials.ts'
import { places } from './fault-checks.ts'
import { answerOf, type Exchange, plainAnswer } from './portal.ts'
import { codeOf, endOf, inequality, recordsOf } from './records.ts'
import type { World } from './session.ts'

const ELSEWHERE = 'http://elsewhere.example'

/** Logins that run out, and where requests go. */
export const LOGIN_CHECKS: readonly Check[] = [
  {
    name: 'logs in again when its login has run out',
    of: 'action',
    fix: 'When the portal no longer knows the token (HTTP 401, or as expired says), log in once more and repeat the request, as oauth2 and loggedIn of the kit do.',
    run: async (bench, subject) => {
      const logins = loginsOf((await bench.whole(subject)).session.exchanges)
      if (logins.tokens.length === 0) return undefined
      return firstOf(await places(bench, subject), (at) =>
        judgeRelogin(bench, subject, { logins, at, isForGood: false }),
      )
    },
  },
  {
    name: 'gives up when every new login has run out at once',
    of: 'action',
    fix: 'Log in again once for a request, then throw PortalDenied or PortalUnavailable.',
    run: async (bench, subject) => {
      const logins = loginsOf((await bench.whole(subject)).session.exchanges)
      if (logins.tokens.length === 0) return undefined
      return judgeRelogin(bench, subject, { logins, at: 1, isForGood: true })
    },
  },
  {
    name: 'logs in once for all that is read at the same time',
    of: 'connector',
    fix: 'Keep one login for all streams that open gave out, and let whoever comes meanwhile wait for it, as oauth2 and loggedIn of the kit do.',
    run: (bench) => judgeTogether(bench),
  },
  {
    name: 'does not try again what its login refused',
    of: 'action',
    fix: 'Throw PortalDenied with login: true, and do not send the same credentials again: portals lock accounts.',
    run: async (bench, subject) => judgeRefusal(bench, subject),
  },
  {
    name: 'goes nowhere else with what it knows',
    of: 'action',
    fix: 'Do not follow a redirect by hand: let io.http throw PortalChanged for it. Hosts beside that of baseUrl are named by hosts.',
    run: async (bench, subject) =>
      firstOf(await places(bench, subject), (at) => judgeRedirect(bench, subject, at)),
  },
]

/** Those of older logins are not recognised any more. */
const MOST_TOKENS = 50

interface Forgetting {
  readonly logins: Logins
  /** The request with which the portal forgets the token that it shows. */
  readonly at: number
  /** Whether new tokens are forgotten as well. */
  readonly isForGood: boolean
}

/** A portal that forgets a token; after a login it knows the new one. */
export function forgetting(bench: Bench, { logins, at, isForGood }: Forgetting): World {
  const givers: Exchange[] = []
  let tokens: string[] = []
  let state: 'known' | 'forgotten' | 'renewed' = 'known'
  const isForgotten = (exchange: Exchange) => {
    tokens = [...tokens, ...givers.splice(0).flatMap(givenBy)].slice(-MOST_TOKENS)
    if (!shows(exchange, tokens)) return false
    if (exchange.nth >= at && state === 'known') state = 'forgotten'
    return state === 'forgotten'
  }
  return bench.with((healthy) => async (exchange) => {
    if (isForgotten(exchange)) return expired(bench.options)
    if (logins.places.has(placeOf(exchange))) {
      givers.push(exchange)
      if (state === 'forgotten' && !isForGood) state = 'renewed'
    }
    return healthy(exchange)
  })
}

async function expired({ expired: answer }: Bench['options']) {
  return answer ? answerOf(answer()) : plainAnswer(401)
}

async function judgeRelogin(
  bench: Bench,
  subject: Subject,
  how: Forgetting,
): Promise<Finding | undefined> {
  const { at, isForGood } = how
  const reading = await bench.act(subject, forgetting(bench, how))
  const code = codeOf(reading.error)
  if (isForGood) {
    if (code !== undefined && REFUSALS.includes(code)) return undefined
    return { expected: REFUSALS.join(' or '), came: endOf(reading) }
  }
  const when = `although the login had run out at request ${at}`
  if (code !== undefined) return { expected: `a whole reading, ${when}`, came: endOf(reading) }
  if (!subject.spec) return undefined
  const whole = recordsOf(subject.spec, await bench.whole(subject))
  const finding = inequality(whole, recordsOf(subject.spec, reading))
  return finding && { expected: `${finding.expected}, ${when}`, came: finding.came }
}

const REFUSALS = ['portal_changed', 'portal_denied', 'portal_unavailable']

/** The requests of a session by which it logged in, by their places. */
function loginsAt({ places, tokens }: Logins, exchanges: readonly Exchange[]) {
  const found = exchanges.filter((each) => places.has(placeOf(each)) && !shows(each, tokens))
  return Map.groupBy(found, placeOf)
}

async function judgeTogether(bench: Bench): Promise<Finding | undefined> {
  const { streams } = bench
  const session = bench.open()
  await Promise.all(streams.map(({ name }) => read(session.streams[name])))
  const logins = loginsAt(loginsOf(session.exchanges), session.exchanges)
  const often = [...logins].find(([, requests]) => requests.length > 1)
  if (!often) return undefined
  const [place, { length }] = often
  return { expected: `one login for ${streams.length} streams`, came: `${length} of ${place}` }
}

async function read(stream: OpenStream | undefined): Promise<void> {
  for await (const _ of stream?.read({ cursor: undefined }) ?? []);
}

async function judgeRefusal(bench: Bench, subject: Subject): Promise<Finding | undefined> {
  const logins = loginsOf((await bench.whole(subject)).session.exchanges)
  const refusing = bench.with((healthy) => async (exchange) => {
    const isLogin = logins.places.has(placeOf(exchange)) && !shows(exchange, logins.tokens)
    return isLogin ? plainAnswer(401) : healthy(exchange)
  })
  const { session } = await bench.act(subject, refusing)
  const tried = [...loginsAt(logins, session.exchanges).values()].map(({ length }) => length)
  const most = Math.max(0, ...tried)
  return most > 1 ? { expected: 'one login', came: `${most} of the same` } : undefined
}

async function judgeRedirect(bench: Bench, subject: Subject, at: number) {
  const world = bench.with((healthy) => async (exchange) => {
    const { nth, url } = exchange
    if (nth < at) return healthy(exchange)
    return plainAnswer(302, '', { location: `${ELSEWHERE}${url.pathname}` })
  })
  const reading = await bench.act(subject, world)
  const { asked, past } = reading.session
  const strange = [...asked, ...past].find((url) => url.includes(new URL(ELSEWHERE).host))
  if (strange !== undefined) return { expected: 'no request to another host', came: strange }
  const code = codeOf(reading.error)
  if (code !== undefined && REFUSALS.includes(code)) return undefined
  return { expected: REFUSALS.join(' or '), came: endOf(reading) }
}
