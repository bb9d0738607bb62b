import type { Bench, Reading, Subject } from './bench.ts'
import { type Check, type Finding, firstOf } from './check.ts'
import { places } from './fault-checks.ts'
import { plainAnswer } from './portal.ts'
import { codeOf, endOf, inequality, recordsOf } from './records.ts'

const LONG_WAIT_SECONDS = 7200
const SHORT_WAIT_SECONDS = 7

/** Waits that a portal asks for, and stops. */
export const WAITING_CHECKS: readonly Check[] = [
  {
    name: 'waits as a 429 asks, and goes on',
    of: 'action',
    fix: 'Leave 429 to io.http: do not accept that status and do not catch what it throws.',
    run: async (bench, subject) =>
      firstOf(await places(bench, subject), (at) => judgeShortWait(bench, subject, at)),
  },
  {
    name: 'stops softly when a 429 asks for a long wait',
    of: 'action',
    fix: 'Let PortalThrottled through as it is: its retryAt says when the next run may begin.',
    run: async (bench, subject) =>
      firstOf(await places(bench, subject), async (at) => {
        const { error, pages, session, changed } = await bench.act(
          subject,
          bench.with((healthy) => async (exchange) => {
            return exchange.nth >= at ? throttled(LONG_WAIT_SECONDS) : healthy(exchange)
          }),
        )
        const retryAt = bench.options.now + LONG_WAIT_SECONDS * 1000
        const isTold = (error as { retryAt?: unknown } | undefined)?.retryAt === retryAt
        if (codeOf(error) === 'portal_throttled' && isTold) return undefined
        const ending = endOf({ error, pages, session, changed })
        return { expected: `portal_throttled with retryAt ${retryAt}`, came: ending }
      }),
  },
  {
    name: 'does not begin once the run was stopped',
    of: 'action',
    fix: 'Let RunInterrupted, which io.http throws, through.',
    run: async (bench, subject) => {
      const session = bench.open()
      session.stop()
      return judgeStopped(await bench.act(subject, bench.healthy, { session }))
    },
  },
  {
    name: 'sends nothing more once stopped between two pages',
    of: 'stream',
    fix: 'Send everything by io.http, which stops with the run, and let RunInterrupted through: a reading that ends quietly would count as whole.',
    run: async (bench, subject) => {
      const { length } = (await bench.whole(subject)).pages
      return firstOf(somePages(length), async (nth) => {
        const session = bench.open()
        const onPage = (page: number) => page === nth && session.stop()
        const reading = await bench.act(subject, bench.healthy, { session, onPage })
        return reading.pages.length === length && reading.error === undefined
          ? judgeSent(reading)
          : judgeStopped(reading)
      })
    },
  },
  {
    name: 'sends nothing more once stopped within a request',
    of: 'action',
    fix: 'Send everything by io.http, which stops with the run, and let RunInterrupted through.',
    run: async (bench, subject) =>
      firstOf(await places(bench, subject), async (at) => {
        const session: { stop?: () => void } = {}
        const world = bench.with((healthy) => (exchange) => {
          if (exchange.nth === at) session.stop?.()
          return healthy(exchange)
        })
        const opened = bench.open(world)
        session.stop = () => opened.stop()
        return judgeStopped(await bench.act(subject, world, { session: opened }))
      }),
  },
]

function throttled(seconds: number) {
  return plainAnswer(429, '', { 'retry-after': String(seconds) })
}

async function judgeShortWait(bench: Bench, subject: Subject, at: number) {
  const world = bench.with((healthy) => async (exchange) => {
    return exchange.nth === at ? throttled(SHORT_WAIT_SECONDS) : healthy(exchange)
  })
  const reading = await bench.act(subject, world)
  if (reading.error !== undefined) return { expected: 'a whole reading', came: endOf(reading) }
  if (!reading.session.waits.includes(SHORT_WAIT_SECONDS * 1000)) {
    return { expected: `a wait of ${SHORT_WAIT_SECONDS} seconds`, came: 'none' }
  }
  if (!subject.spec) return undefined
  const whole = recordsOf(subject.spec, await bench.whole(subject))
  return inequality(whole, recordsOf(subject.spec, reading))
}

function judgeSent({ session }: Reading): Finding | undefined {
  return session.sentAfterStop === 0
    ? undefined
    : { expected: 'no request after the stop', came: `${session.sentAfterStop}` }
}

function judgeStopped(reading: Reading): Finding | undefined {
  const sent = judgeSent(reading)
  if (sent) return sent
  if (codeOf(reading.error) === 'run_interrupted') return undefined
  return { expected: 'run_interrupted', came: endOf(reading) }
}

/** The first page, one in the middle, and the last but one. */
function somePages(length: number): number[] {
  return [...new Set([1, Math.ceil(length / 2), length - 1])].filter((nth) => nth > 0)
}
