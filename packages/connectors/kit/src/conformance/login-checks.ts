import type { Bench, Subject } from './bench.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { givenBy, isLogin, shows, tokensOf } from './credentials.ts'
import { places } from './fault-checks.ts'
import type { Exchange } from './portal.ts'
import { codeOf, endOf, inequality, recordsOf } from './records.ts'
import type { World } from './session.ts'

const ELSEWHERE = 'http://elsewhere.example'

/** Logins that run out, and where requests go. */
export const LOGIN_CHECKS: readonly Check[] = [
  {
    name: 'logs in again when its login has run out',
    of: 'action',
    fix: 'When the portal no longer knows the token (HTTP 401, or as expired says), log in once more and repeat the request; accept: [200, 401] shows it to inspect.',
    run: async (bench, subject) => {
      const { exchanges } = (await bench.whole(subject)).session
      if (tokensOf(exchanges, bench.secrets).length === 0) return undefined
      return firstOf(await places(bench, subject), (at) =>
        judgeRelogin(bench, subject, { at, isForGood: false }),
      )
    },
  },
  {
    name: 'gives up when every new login has run out at once',
    of: 'action',
    fix: 'Log in again once for a request, then throw PortalDenied or PortalUnavailable.',
    run: async (bench, subject) => {
      const { exchanges } = (await bench.whole(subject)).session
      if (tokensOf(exchanges, bench.secrets).length === 0) return undefined
      return judgeRelogin(bench, subject, { at: 1, isForGood: true })
    },
  },
  {
    name: 'goes nowhere else with what it knows',
    of: 'action',
    fix: 'Do not follow a redirect by hand: let io.http throw PortalChanged for it. Hosts beside that of baseUrl belong into http.allowedHosts.',
    run: async (bench, subject) =>
      firstOf(await places(bench, subject), (at) => judgeRedirect(bench, subject, at)),
  },
]

/** Tokens of older logins are not recognised any more. */
const MOST_LOGINS = 20

/** A portal that forgets a token: once some request has been made, or always; after a login it knows the new one. */
export function forgetting(
  bench: Bench,
  { at, isForGood }: { at: number; isForGood: boolean },
): World {
  const logins: Exchange[] = []
  let state: 'known' | 'forgotten' | 'renewed' = 'known'
  const logIn = (exchange: Exchange) => {
    logins.push(exchange)
    if (state === 'forgotten' && !isForGood) state = 'renewed'
  }
  const isForgotten = (exchange: Exchange) => {
    if (!shows(exchange, logins.slice(-MOST_LOGINS).flatMap(givenBy))) return false
    if (exchange.nth >= at && state === 'known') state = 'forgotten'
    return state === 'forgotten'
  }
  return bench.with((healthy) => async (exchange) => {
    if (isLogin(exchange, bench.secrets)) logIn(exchange)
    else if (isForgotten(exchange)) return expired(bench.options)
    return healthy(exchange)
  })
}

function expired({ expired: answer }: Bench['options']): Response {
  return answer?.() ?? new Response('', { status: 401 })
}

async function judgeRelogin(
  bench: Bench,
  subject: Subject,
  { at, isForGood }: { at: number; isForGood: boolean },
): Promise<Finding | undefined> {
  const reading = await bench.act(subject, forgetting(bench, { at, isForGood }))
  const code = codeOf(reading.error)
  if (isForGood) {
    if (code === 'portal_denied' || code === 'portal_unavailable') return undefined
    return { expected: 'portal_denied or portal_unavailable', came: endOf(reading) }
  }
  const when = `although the login had run out at request ${at}`
  if (code !== undefined) return { expected: `a whole reading, ${when}`, came: endOf(reading) }
  if (!subject.spec) return undefined
  const whole = recordsOf(subject.spec, await bench.whole(subject))
  const finding = inequality(whole, recordsOf(subject.spec, reading))
  return finding && { expected: `${finding.expected}, ${when}`, came: finding.came }
}

const REFUSALS = ['portal_changed', 'portal_denied', 'portal_unavailable']

async function judgeRedirect(bench: Bench, subject: Subject, at: number) {
  const world = bench.with((healthy) => async (exchange) => {
    const { nth, url } = exchange
    if (nth < at) return healthy(exchange)
    const headers = { location: `${ELSEWHERE}${url.pathname}` }
    return new Response('', { status: 302, headers })
  })
  const reading = await bench.act(subject, world)
  const { asked, past } = reading.session
  const strange = [...asked, ...past].find((url) => url.includes(new URL(ELSEWHERE).host))
  if (strange !== undefined) return { expected: 'no request to another host', came: strange }
  const code = codeOf(reading.error)
  if (code !== undefined && REFUSALS.includes(code)) return undefined
  return { expected: REFUSALS.join(' or '), came: endOf(reading) }
}
