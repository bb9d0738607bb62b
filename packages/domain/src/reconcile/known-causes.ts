import type { Dossier } from '../dossier.ts'
import type { Instant } from '../time.ts'
import { minus, negated } from './amounts.ts'
import { type Explanation, RECONCILE_CAUSES, type ReconcileCause } from './cause.ts'
import type { Days } from './cohort.ts'
import { asOf, explanationOf } from './evidence.ts'
import type { PortalComparison } from './portal-comparison.ts'
import type { PortalCounting } from './portal-counting.ts'

/** One difference that a portal's figures show, and the dossiers behind it. */
export interface Scene {
  readonly comparison: PortalComparison
  readonly counting: PortalCounting
  readonly dossiers: readonly Dossier[]
  readonly days: Days
  /** When the hub learnt the portal's figures; and the dossiers as it knew them at that instant. */
  readonly takenAt: Instant
  readonly knownThen: readonly Dossier[]
  /** How many days before the end of the days something can still have been sent too late. */
  readonly lateDays: number
  /** Dossiers of no stated channel whose difference shows here and in no organisation below. */
  readonly unstatedChannels: number
}

const FINDERS: Readonly<Record<ReconcileCause, (scene: Scene) => readonly Explanation[]>> = {
  null_channel: unstatedChannels,
  two_codes: twoCodes,
  rule_difference: ruleDifferences,
  late_synchronisation: (scene) => [...happenedSince(scene), learntSince(scene)],
  status_pushed_as_finished: () => [],
  stated_otherwise: () => [],
  handled_in_ministry_system: () => [],
}

/** What the declared causes do to the figures, as far as it is known dossier by dossier. */
export function knownCauses(scene: Scene): Explanation[] {
  const declared: readonly ReconcileCause[] = ['null_channel', ...scene.comparison.causes]
  return RECONCILE_CAUSES.filter((cause) => declared.includes(cause)).flatMap((cause) =>
    FINDERS[cause](scene),
  )
}

const identified = (cause: ReconcileCause, detail: string | null = null) =>
  ({ cause, detail, confidence: 'identified' }) as const

/** The portal adds an unstated channel to another one; the hub keeps it apart. */
function unstatedChannels({ comparison, unstatedChannels: dossiers }: Scene): Explanation[] {
  const channel = comparison.counts === 'cohort' ? comparison.unstatedChannel : undefined
  if (channel === undefined || dossiers === 0) return []
  const amounts = { [`received.${channel}`]: dossiers }
  return [{ ...identified('null_channel'), effect: amounts, affected: amounts }]
}

/**
 * Dossiers that are here twice: same procedure, organisation, channel, instants of receipt and due date, another code.
 * First those whose codes belong to different series (one issued by the portal, one here), then all of them: two
 * numbers of one series are more often two dossiers.
 */
function twoCodes({ dossiers, days, counting }: Scene): Explanation[] {
  const [series, any] = [secondCodes(dossiers, seriesOf), secondCodes(dossiers, ({ code }) => code)]
  const found = series.length === any.length ? [series] : [series, any]
  return found
    .filter((seconds) => seconds.length > 0)
    .map((seconds) =>
      explanationOf(
        identified('two_codes'),
        seconds.map((dossier) => negated(counting.count(dossier, days))),
      ),
    )
}

/** A code without the number at its end. */
function seriesOf({ code }: Dossier): string {
  return code.replace(/\d+$/, '')
}

function secondCodes(
  dossiers: readonly Dossier[],
  mark: (dossier: Dossier) => string,
): readonly Dossier[] {
  const known = new Map<string, Set<string>>()
  return dossiers.filter((dossier) => {
    const { procedureCode, organisationCode, channel, receivedAt, dueAt } = dossier
    const key = [procedureCode, organisationCode, channel, receivedAt, dueAt].join('|')
    const marks = known.get(key) ?? new Set()
    known.set(key, marks)
    const isSecond = marks.size > 0 && !marks.has(mark(dossier))
    marks.add(mark(dossier))
    return isSecond
  })
}

/** What each other rule, or the same with another answer, would make of the same dossiers. */
function ruleDifferences({ dossiers, days, counting }: Scene): Explanation[] {
  const counted = dossiers.map((dossier) => counting.count(dossier, days))
  return counting.others.map(({ detail, count }) =>
    explanationOf(
      identified('rule_difference', detail),
      dossiers.map((dossier, index) => minus(count(dossier, days), counted[index] ?? {})),
    ),
  )
}

/** What happened only after the portal's figure was taken; a portal of its own dossiers is read together with them. */
function happenedSince(scene: Scene): Explanation[] {
  if (scene.comparison.dossiers === 'own') return []
  return [sinceThen(scene, (dossier) => asOf(dossier, scene.takenAt))]
}

/**
 * What the hub itself learnt only after the portal's figure was taken, told by the same dossiers as it knew them then.
 * Where it knew none at all it had not begun to read, which says nothing about the portal: no effect.
 */
function learntSince(scene: Scene): Explanation {
  const known = new Map(scene.knownThen.map((dossier) => [dossier.code, dossier]))
  const dossiers = scene.knownThen.length === 0 ? [] : scene.dossiers
  return sinceThen({ ...scene, dossiers }, ({ code }) => known.get(code))
}

function sinceThen(
  { dossiers, days, counting }: Scene,
  thenOf: (dossier: Dossier) => Dossier | undefined,
): Explanation {
  const effects = dossiers.map((dossier) => {
    const then = thenOf(dossier)
    if (then === dossier) return {}
    return minus(then ? counting.count(then, days) : {}, counting.count(dossier, days))
  })
  return explanationOf(identified('late_synchronisation'), effects)
}
