import type { StreamSpec } from '../contract/stream.ts'
import { type Bench, fromStore, type Reading, type Subject } from './bench.ts'
import { type Check, type Finding, firstOf, isKept } from './check.ts'
import { FAULTS, ownFault, type PortalFault } from './fault-list.ts'
import { codeOf, difference, endOf, inequality, recordsOf, refusedIn } from './records.ts'

/** What must happen when a portal is not well: at the login, after it, in the middle and at the end. */
export const FAULT_CHECKS: readonly Check[] = [
  ...FAULTS.map(staying),
  ...FAULTS.filter(({ isPassing }) => isPassing !== undefined).map(passing),
  {
    name: 'tells of a failure in the words of the portal, whenever it begins',
    of: 'action',
    fix: 'Look into answers with HTTP 200 and throw when they say that the portal failed.',
    run: async (bench, subject) => {
      const { failed } = bench.options
      return failed && judgeStaying(bench, subject, ownFault(failed))
    },
  },
  {
    name: 'goes on after a failure where it stopped',
    of: 'stream',
    applies: (spec) => isKept(spec),
    fix: 'The cursor of a page covers what was handed out up to it, and nothing that still had to come.',
    run: async (bench, subject) =>
      firstOf(await everyPlace(bench, subject), (from) => judgeRecovery(bench, subject, from)),
  },
]

function staying(fault: PortalFault): Check {
  return {
    name: `tells of ${fault.name} that stays, whenever it begins`,
    of: 'action',
    fix: `Throw ${endingsOf(fault)}; never end, or hand out an empty page, because something failed. Read answers with parseJson or the XML readers, inside io.http.read.`,
    run: (bench, subject) => judgeStaying(bench, subject, fault),
  }
}

function passing(fault: PortalFault): Check {
  return {
    name: `loses nothing to ${fault.name} that comes once`,
    of: 'action',
    fix: `Let io.http try again (throw PortalUnavailable where an answer is parsed), or throw ${endingsOf(fault)}.`,
    run: async (bench, subject) =>
      firstOf(await places(bench, subject), async (at) => {
        const reading = await meeting(bench, subject, { fault, at, isOnce: true })
        return judgePassing(bench, subject, { fault, reading, at })
      }),
  }
}

interface Meeting {
  readonly fault: PortalFault
  /** Number of the request that meets the fault. */
  readonly at: number
  readonly isOnce: boolean
}

/** A reading of a portal that fails from some request on, or at that one alone; each is made once. */
export function meeting(
  bench: Bench,
  subject: Subject,
  { fault, at, isOnce }: Meeting,
): Promise<Reading> {
  const world = bench.with((healthy) => (exchange) => {
    const isMet = isOnce ? exchange.nth === at : exchange.nth >= at
    return isMet ? fault.answer(exchange, healthy) : healthy(exchange)
  })
  const key = `${subject.name} ${fault.name} ${at} ${isOnce}`
  return bench.once(key, () => bench.act(subject, world))
}

/** The login, what comes after it, the middle and the end of a reading, as numbers of requests. */
export async function places(bench: Bench, subject: Subject): Promise<number[]> {
  const count = (await bench.whole(subject)).session.exchanges.length
  return [...new Set([1, 2, Math.ceil(count / 2), count])].filter((at) => at <= count)
}

const MOST_PLACES = 30

async function everyPlace(bench: Bench, subject: Subject): Promise<number[]> {
  const { exchanges } = (await bench.whole(subject)).session
  const step = Math.max(1, Math.ceil(exchanges.length / MOST_PLACES))
  return exchanges.map(({ nth }) => nth).filter((nth) => nth % step === 0)
}

async function judgeStaying(bench: Bench, subject: Subject, fault: PortalFault) {
  return firstOf(await places(bench, subject), async (at) => {
    const reading = await meeting(bench, subject, { fault, at, isOnce: false })
    const code = codeOf(reading.error)
    if (isTold(fault, code)) return undefined
    if (code === undefined && (await isRefused(bench, subject, reading))) return undefined
    return { expected: `${endingsOf(fault)} from request ${at} on`, came: endOf(reading) }
  })
}

/** An answer about a single record may cost that record, where it is refused and not left out. */
async function isRefused(bench: Bench, { name, spec }: Subject, reading: Reading) {
  if (!spec) return false
  const whole = recordsOf(spec, await bench.whole({ name, spec })).size
  const refused = refusedIn(spec, reading)
  return refused > 0 && recordsOf(spec, reading).size + refused >= whole
}

async function judgePassing(
  bench: Bench,
  subject: Subject,
  { fault, reading, at }: { fault: PortalFault; reading: Reading; at: number },
): Promise<Finding | undefined> {
  const code = codeOf(reading.error)
  if (code !== undefined) {
    if (!fault.isPassing && isTold(fault, code)) return undefined
    return { expected: `a whole reading although request ${at} met it`, came: endOf(reading) }
  }
  if (!subject.spec || (await isRefused(bench, subject, reading))) return undefined
  const whole = recordsOf(subject.spec, await bench.whole(subject))
  return inequality(whole, recordsOf(subject.spec, reading))
}

async function judgeRecovery(bench: Bench, subject: Subject, at: number) {
  const spec = subject.spec as StreamSpec
  const fault = FAULTS[0] as PortalFault
  const broken = await meeting(bench, subject, { fault, at, isOnce: false })
  const last = broken.pages.at(-1)
  const cursor = last && fromStore(spec, last.cursor)
  const rest = await bench.act(subject, bench.healthy, { cursor })
  const when = `after a failure at request ${at}`
  if (rest.error !== undefined) return { expected: `the rest ${when}`, came: endOf(rest) }
  const whole = recordsOf(spec, await bench.whole(subject))
  const missing = difference(whole, recordsOf(spec, broken, rest))
  return missing && { expected: `${missing.expected}, ${when}`, came: missing.came }
}

function isTold({ codes }: PortalFault, code: string | undefined): boolean {
  return code !== undefined && (codes.length === 0 || codes.includes(code))
}

/** `PortalChanged or PortalDenied`. */
function endingsOf({ codes }: PortalFault): string {
  const names = codes.length === 0 ? ['portal_changed'] : codes
  const classes = names.map((code) =>
    code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
  return classes.join(' or ')
}
