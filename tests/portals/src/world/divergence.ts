import { dayNumber, startOfDay } from '@cchc/domain'
import type { SimulatedDossier, World } from './world.ts'

/** So many dossiers of one organisation, without those below it. */
export interface Planted {
  readonly organisation: string
  readonly count: number
}

/** Ways in which the national portal and the province come to show different figures; absent = none. */
export interface Divergence {
  /** The last receipts of the days have not arrived at the national portal. */
  readonly lateSynchronisation?: readonly Planted[]
  /** Dossiers in process were pushed to the national portal as finished. */
  readonly statusPushedAsFinished?: readonly Planted[]
  /** The province holds dossiers a second time, under a code that the national portal issued. */
  readonly twoCodes?: readonly Planted[]
  /** The province states no channel; the national portal counts these as direct. */
  readonly nullChannel?: readonly Planted[]
  /** The national portal counts so many that were refused at reception as received and ended. */
  readonly refusedCounted?: readonly Planted[]
  /** So many are in a ministry's central system and not in the province's; the national portal has them too. */
  readonly inMinistrySystem?: readonly Planted[]
  /** So many are in both, under one code. */
  readonly inBothSystems?: readonly Planted[]
  /** The national portal states so many more on time than there are. */
  readonly unexplained?: readonly Planted[]
  /** Inclusive days of reception of the dossiers concerned. */
  readonly from: string
  readonly to: string
}

/** What each cause does to which dossiers, by their index in the world. */
export interface DivergencePlan {
  readonly late: ReadonlySet<number>
  readonly pushed: ReadonlySet<number>
  readonly twice: ReadonlySet<number>
  readonly unstated: ReadonlySet<number>
  readonly refused: ReadonlySet<number>
  readonly ministry: ReadonlySet<number>
  readonly both: ReadonlySet<number>
}

type Cause =
  | 'lateSynchronisation'
  | 'statusPushedAsFinished'
  | 'twoCodes'
  | 'nullChannel'
  | 'refusedCounted'
  | 'inMinistrySystem'
  | 'inBothSystems'

const FITS: Readonly<Record<Cause, (dossier: SimulatedDossier) => boolean>> = {
  lateSynchronisation: ({ status }) => status !== 'denied',
  statusPushedAsFinished: ({ status, releasedAt }) =>
    releasedAt === null && (status === 'processing' || status === 'interoperating'),
  refusedCounted: ({ status }) => status === 'denied',
  nullChannel: ({ status, channel }) => status !== 'denied' && channel === 'direct',
  twoCodes: ({ status }) => status !== 'denied',
  inMinistrySystem: ({ status }) => status !== 'denied',
  inBothSystems: ({ status }) => status !== 'denied',
}

const plans = new WeakMap<World, WeakMap<Divergence, DivergencePlan>>()

/** Chooses the dossiers, the same ones for both portals; throws a RangeError when there are not enough. */
export function divergencePlan(world: World, divergence: Divergence): DivergencePlan {
  const known = plans.get(world) ?? new WeakMap<Divergence, DivergencePlan>()
  plans.set(world, known)
  const plan = known.get(divergence) ?? choose(world, divergence)
  known.set(divergence, plan)
  return plan
}

function choose(world: World, divergence: Divergence): DivergencePlan {
  const taken = new Set<number>()
  const indexes = indexesWithin(world, divergence)
  const chosen = (cause: Cause): ReadonlySet<number> => {
    const order = cause === 'lateSynchronisation' ? indexes.toReversed() : indexes
    const found = (divergence[cause] ?? []).flatMap((planted) =>
      firstOf(world, order, { planted, taken, fits: FITS[cause] }),
    )
    for (const index of found) taken.add(index)
    return new Set(found)
  }
  return {
    late: chosen('lateSynchronisation'),
    pushed: chosen('statusPushedAsFinished'),
    refused: chosen('refusedCounted'),
    unstated: chosen('nullChannel'),
    twice: chosen('twoCodes'),
    ministry: chosen('inMinistrySystem'),
    both: chosen('inBothSystems'),
  }
}

function indexesWithin(world: World, { from, to }: Divergence): number[] {
  const first = startOfDay(dayNumber(from))
  const end = startOfDay(dayNumber(to) + 1)
  return Array.from({ length: world.dossierCount }, (_, index) => index).filter((index) => {
    const { receivedAt } = world.dossier(index)
    return receivedAt >= first && receivedAt < end
  })
}

function firstOf(
  world: World,
  order: readonly number[],
  {
    planted,
    taken,
    fits,
  }: {
    readonly planted: Planted
    readonly taken: ReadonlySet<number>
    readonly fits: (dossier: SimulatedDossier) => boolean
  },
): number[] {
  const found: number[] = []
  for (const index of order) {
    if (found.length === planted.count) break
    const dossier = world.dossier(index)
    if (dossier.organisation.code !== planted.organisation) continue
    if (!taken.has(index) && fits(dossier)) found.push(index)
  }
  if (found.length === planted.count) return found
  throw new RangeError(`${planted.organisation} has only ${found.length} such dossiers`)
}
