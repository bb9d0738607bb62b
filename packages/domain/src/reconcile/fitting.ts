import type { Dossier } from '../dossier.ts'
import { type Amounts, isNothing, minus, negated, only, sumOf } from './amounts.ts'
import type { Explanation } from './cause.ts'
import { asOf, explanationOf, isRecent } from './evidence.ts'
import type { Scene } from './known-causes.ts'

interface Case {
  readonly dossier: Dossier
  readonly counted: Amounts
}

/** The dossiers of one organisation and period, counted once and in the orders in which they can be missing. */
interface Cases extends Pick<Scene, 'days' | 'lateDays' | 'counting'> {
  readonly newestReceipts: readonly Case[]
  readonly newestEnds: readonly Case[]
  readonly open: readonly Amounts[]
  /** Behind `onTime` and `overdue`: by which channels the portal states them. */
  readonly timed: readonly string[]
}

const FITTED = { detail: null, confidence: 'arithmetic' } as const

/**
 * Causes whose size the portal's sums tell: receipts and ends that had not arrived there (always the newest, and only
 * of the last `lateDays` days of the period or later), and dossiers in process that were pushed as finished. The
 * returned function gives undefined when the sums do not fit.
 */
export function fittingCauses(scene: Scene): (rest: Amounts) => readonly Explanation[] | undefined {
  const cases = casesOf(scene)
  return (rest) => fit(cases, rest)
}

function casesOf({ comparison, counting, dossiers, days, lateDays }: Scene): Cases {
  const causes: readonly string[] = comparison.causes
  const canBeLate = comparison.dossiers === 'others' && causes.includes('late_synchronisation')
  const received = dossiers
    .map((dossier) => ({ dossier, counted: counting.count(dossier, days) }))
    .filter(({ counted }) => counted.received === 1)
  const ended = received.filter(({ counted }) => counted[counting.ended] === 1)
  const open = received.filter(isOpen).map(({ counted }) => counted)
  const stated: readonly string[] = Object.values(comparison.figures)
  return {
    days,
    lateDays,
    counting,
    newestReceipts: canBeLate ? newestFirst(received, ({ receivedAt }) => receivedAt) : [],
    newestEnds: canBeLate ? newestFirst(ended, ({ finishedAt }) => finishedAt) : [],
    open: causes.includes('status_pushed_as_finished') ? open : [],
    timed: ['', '.online'].filter((channel) => stated.includes(`onTime${channel}`)),
  }
}

function newestFirst(cases: readonly Case[], at: (dossier: Dossier) => number | null): Case[] {
  return cases.toSorted((a, b) => (at(b.dossier) ?? 0) - (at(a.dossier) ?? 0))
}

function isOpen({ dossier: { finishedAt, status } }: Case): boolean {
  return finishedAt === null && status !== 'returned'
}

function fit(cases: Cases, rest: Amounts): readonly Explanation[] | undefined {
  const receipts = lateReceipts(cases, -(rest.received ?? 0))
  if (receipts === undefined) return undefined
  const left = minus(rest, sumOf(receipts.map(({ effect }) => effect)))
  const more = left[cases.counting.ended] ?? 0
  const statuses = more > 0 ? pushed(cases, left) : lateEnds(cases, -more)
  return statuses && [...receipts, ...statuses]
}

function lateReceipts(cases: Cases, wanted: number): Explanation[] | undefined {
  const late = recent(cases, cases.newestReceipts, { wanted, at: (one) => one.receivedAt })
  return late && lateOnes(late.map(({ counted }) => negated(counted)))
}

/** The portal still holds the newest ends for open. */
function lateEnds(cases: Cases, wanted: number): Explanation[] | undefined {
  const late = recent(cases, cases.newestEnds, { wanted, at: (one) => one.finishedAt })
  return late && lateOnes(late.map((one) => minus(beforeItsEnd(one, cases), one.counted)))
}

function beforeItsEnd({ dossier }: Case, { days, counting }: Cases): Amounts {
  const before = asOf(dossier, (dossier.finishedAt ?? 0) - 1)
  return before ? counting.count(before, days) : {}
}

function lateOnes(effects: readonly Amounts[]): Explanation[] {
  if (effects.length === 0) return []
  return [explanationOf({ cause: 'late_synchronisation', ...FITTED }, effects)]
}

function recent(
  { days, lateDays }: Cases,
  cases: readonly Case[],
  { wanted, at }: { readonly wanted: number; readonly at: (dossier: Dossier) => number | null },
): readonly Case[] | undefined {
  if (wanted < 0 || wanted > cases.length) return undefined
  const chosen = cases.slice(0, wanted)
  const isLate = ({ dossier }: Case) => isRecent(at(dossier) ?? 0, days, lateDays)
  return chosen.every(isLate) ? chosen : undefined
}

/**
 * So many more completed there, no more than are open here; some of them may count as on time there that are overdue
 * here, or the other way round, but no more than there are.
 */
function pushed({ open, timed }: Cases, rest: Amounts): Explanation[] | undefined {
  const wanted = rest.completed ?? 0
  if (wanted > open.length) return undefined
  const shifts = timed.map((suffix) => ({ suffix, moved: rest[`onTime${suffix}`] ?? 0 }))
  const canMove = ({ suffix, moved }: { suffix: string; moved: number }) =>
    Math.abs(moved) <= Math.min(wanted, total(open, `${moved > 0 ? 'overdue' : 'onTime'}${suffix}`))
  if (!shifts.every(canMove)) return undefined
  const effect: Amounts = {
    completed: wanted,
    ...Object.assign({}, ...shifts.map(({ suffix, moved }) => shiftOf(suffix, moved))),
  }
  if (!isNothing(minus(effect, only(rest, Object.keys(effect))))) return undefined
  const affected = Object.fromEntries(
    Object.entries(effect).map(([key, amount]) => [key, Math.abs(amount)]),
  )
  return [{ cause: 'status_pushed_as_finished', ...FITTED, effect, affected }]
}

function shiftOf(suffix: string, moved: number): Amounts {
  return moved === 0 ? {} : { [`onTime${suffix}`]: moved, [`overdue${suffix}`]: -moved }
}

function total(counts: readonly Amounts[], key: string): number {
  return counts.reduce((sum, amounts) => sum + (amounts[key] ?? 0), 0)
}
