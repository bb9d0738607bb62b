import { type Amounts, isNothing, minus, negated, sumOf } from './amounts.ts'
import type { Explanation } from './cause.ts'
import { countInCohort, type Days, NATIONAL_READING } from './cohort.ts'
import { asOf, type Evidence, explanationOf, isRecent } from './evidence.ts'

interface Case {
  readonly dossier: Evidence
  readonly counted: Amounts
}

/** The dossiers of one organisation and period, counted once and in the orders in which they can be missing. */
interface Scene {
  readonly days: Days
  readonly lateDays: number
  readonly newestReceipts: readonly Case[]
  readonly newestEnds: readonly Case[]
  readonly open: readonly Amounts[]
}

const FITTED = { detail: null, confidence: 'arithmetic' } as const

/**
 * Causes whose size the portal's sums tell: receipts and ends that had not arrived there (always the newest, and only
 * of the last `lateDays` days of the period or later), and dossiers in process that were pushed as finished. The
 * returned function gives undefined when the sums do not fit.
 */
export function fittingCauses(
  dossiers: readonly Evidence[],
  { days, lateDays }: { readonly days: Days; readonly lateDays: number },
): (rest: Amounts) => readonly Explanation[] | undefined {
  const cases = dossiers.map((dossier) => ({
    dossier,
    counted: countInCohort(NATIONAL_READING, dossier, days),
  }))
  const received = cases.filter(({ counted }) => counted.received === 1)
  const scene = {
    days,
    lateDays,
    newestReceipts: newestFirst(received, ({ receivedAt }) => receivedAt),
    newestEnds: newestFirst(
      received.filter(({ counted }) => counted.completed === 1),
      ({ finishedAt }) => finishedAt,
    ),
    open: received.filter(isOpen).map(({ counted }) => counted),
  }
  return (rest) => fit(scene, rest)
}

function newestFirst(cases: readonly Case[], at: (dossier: Evidence) => number | null): Case[] {
  return cases.toSorted((a, b) => (at(b.dossier) ?? 0) - (at(a.dossier) ?? 0))
}

function isOpen({ dossier: { finishedAt, status } }: Case): boolean {
  return finishedAt === null && status !== 'returned'
}

function fit(scene: Scene, rest: Amounts): readonly Explanation[] | undefined {
  const receipts = lateReceipts(scene, -(rest.received ?? 0))
  if (receipts === undefined) return undefined
  const left = minus(rest, sumOf(receipts.map(({ effect }) => effect)))
  const more = left.completed ?? 0
  const statuses = more > 0 ? pushed(scene, left) : lateEnds(scene, -more)
  return statuses && [...receipts, ...statuses]
}

function lateReceipts(scene: Scene, wanted: number): Explanation[] | undefined {
  const late = recent(scene, scene.newestReceipts, { wanted, at: (one) => one.receivedAt })
  return late && lateOnes(late.map(({ counted }) => negated(counted)))
}

/** The portal still holds the newest ends for open. */
function lateEnds(scene: Scene, wanted: number): Explanation[] | undefined {
  const late = recent(scene, scene.newestEnds, { wanted, at: (one) => one.finishedAt })
  return late && lateOnes(late.map((one) => minus(beforeItsEnd(one, scene), one.counted)))
}

function beforeItsEnd({ dossier }: Case, { days }: Scene): Amounts {
  const before = asOf(dossier, (dossier.finishedAt ?? 0) - 1)
  return before ? countInCohort(NATIONAL_READING, before, days) : {}
}

function lateOnes(effects: readonly Amounts[]): Explanation[] {
  if (effects.length === 0) return []
  return [explanationOf({ cause: 'late_synchronisation', ...FITTED }, effects)]
}

function recent(
  { days, lateDays }: Scene,
  cases: readonly Case[],
  { wanted, at }: { readonly wanted: number; readonly at: (dossier: Evidence) => number | null },
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
function pushed({ open }: Scene, rest: Amounts): Explanation[] | undefined {
  const wanted = rest.completed ?? 0
  if (wanted > open.length) return undefined
  const shifts = ['', '.online'].map((suffix) => ({ suffix, moved: rest[`onTime${suffix}`] ?? 0 }))
  const canMove = ({ suffix, moved }: { suffix: string; moved: number }) =>
    Math.abs(moved) <= Math.min(wanted, total(open, `${moved > 0 ? 'overdue' : 'onTime'}${suffix}`))
  if (!shifts.every(canMove)) return undefined
  const effect: Amounts = {
    completed: wanted,
    ...Object.assign({}, ...shifts.map(({ suffix, moved }) => shiftOf(suffix, moved))),
  }
  if (!isNothing(minus(effect, pick(rest, effect)))) return undefined
  const affected = Object.fromEntries(
    Object.entries(effect).map(([key, amount]) => [key, Math.abs(amount)]),
  )
  return [{ cause: 'status_pushed_as_finished', ...FITTED, effect, affected }]
}

function shiftOf(suffix: string, moved: number): Amounts {
  return moved === 0 ? {} : { [`onTime${suffix}`]: moved, [`overdue${suffix}`]: -moved }
}

function pick(amounts: Amounts, like: Amounts): Amounts {
  return Object.fromEntries(Object.keys(like).map((key) => [key, amounts[key] ?? 0]))
}

function total(counts: readonly Amounts[], key: string): number {
  return counts.reduce((sum, amounts) => sum + (amounts[key] ?? 0), 0)
}
