import {
  type Amounts,
  type Explanation,
  explainDifference,
  isNothing,
  minus,
  only,
  sumOf,
} from '@cchc/domain/reconcile'
import type { StoredDossier } from '@cchc/store'
import type { CountedHere } from './counted-here.ts'
import type { PortalFigures } from './portal-figures.ts'

/** One organisation and period on both sides. */
export interface Compared {
  readonly organisation: string
  readonly period: number
  readonly here: Amounts
  /** The causes found at the organisation and at those below it. */
  readonly explanations: readonly Explanation[]
}

interface Known extends Compared {
  /** What the organisation adds to the differences of the one above it. */
  readonly shown: Amounts
  /** Dossiers without a channel whose difference no figure has shown so far. */
  readonly unstatedChannels: number
}

interface Context {
  readonly portal: PortalFigures
  readonly counted: CountedHere
  readonly lateDays: number
}

/**
 * Finds causes from the lowest organisations up, so that a difference is explained where it arises and only carried upwards.
 * The dossiers of an organisation are read only when it differs, one organisation at a time.
 */
export async function explainPortal(context: Context): Promise<readonly Compared[]> {
  const { portal, counted } = context
  const known = new Map<string, Known>()
  const depth = (code: string) => code.split('.').length
  for (const organisation of counted.organisations.toSorted((a, b) => depth(b) - depth(a))) {
    const read = readOnce((asKnownAt) => counted.dossiers(organisation, asKnownAt))
    for (const period of portal.periods.keys()) {
      const below = counted
        .below(organisation)
        .flatMap((code) => known.get(`${code} ${period}`) ?? [])
      const compared = await compare(context, { organisation, period, below, read })
      known.set(`${organisation} ${period}`, compared)
    }
  }
  return [...known.values()].toSorted(byPlace)
}

type Read = (asKnownAt?: number) => Promise<readonly StoredDossier[]>

/** Reads each instant once. */
function readOnce(read: Read): Read {
  const kept = new Map<number | undefined, Promise<readonly StoredDossier[]>>()
  return (asKnownAt) => {
    const dossiers = kept.get(asKnownAt) ?? read(asKnownAt)
    kept.set(asKnownAt, dossiers)
    return dossiers
  }
}

function byPlace(a: Compared, b: Compared): number {
  if (a.organisation !== b.organisation) return a.organisation < b.organisation ? -1 : 1
  return a.period - b.period
}

async function compare(
  context: Context,
  place: {
    readonly organisation: string
    readonly period: number
    readonly below: readonly Known[]
    readonly read: Read
  },
): Promise<Known> {
  const { organisation, period, below } = place
  const here = context.counted.whole(organisation, period)
  const there = statedThere(context.portal, organisation, period)
  const keys = Object.keys(there)
  const difference = minus(there, only(here, keys))
  const ownDifference = minus(difference, only(sumOf(below.map(({ shown }) => shown)), keys))
  const unstatedChannels = hiddenChannels(context, place)
  const found = isNothing(ownDifference)
    ? []
    : await findCauses(context, { ...place, ownDifference, unstatedChannels })
  const explanations = [...below.flatMap((one) => one.explanations), ...found]
  const effects = sumOf(explanations.map(({ effect }) => effect))
  const showsChannels = keys.includes('received.direct')
  return {
    organisation,
    period,
    here,
    explanations,
    shown: { ...effects, ...difference },
    unstatedChannels: showsChannels ? 0 : unstatedChannels,
  }
}

/** Only figures with a value: null is no data and compares with nothing. */
function statedThere(portal: PortalFigures, organisation: string, period: number): Amounts {
  return Object.fromEntries(
    portal.definition.figures.flatMap(({ key }) => {
      const value = portal.stated(organisation, period, key)?.value ?? null
      return value === null ? [] : [[key, value]]
    }),
  )
}

function hiddenChannels(
  { counted }: Context,
  place: { organisation: string; period: number; below: readonly Known[] },
): number {
  const own = counted.own(place.organisation, place.period)['received.unknown'] ?? 0
  return place.below.reduce((sum, { unstatedChannels }) => sum + unstatedChannels, own)
}

async function findCauses(
  { portal, lateDays }: Context,
  place: {
    readonly organisation: string
    readonly period: number
    readonly ownDifference: Amounts
    readonly unstatedChannels: number
    readonly read: Read
  },
): Promise<readonly Explanation[]> {
  const { definition, periods } = portal
  const days = periods[place.period]
  if (!days) return []
  const { unstatedChannels, ownDifference } = place
  const takenAt = takenWhen(portal, place)
  const dossiers = await place.read()
  const isNew = dossiers.some(({ knownFrom }) => knownFrom > takenAt)
  const knownThen = isNew ? await place.read(takenAt) : dossiers
  const scene = { dossiers, days, takenAt, knownThen, lateDays, unstatedChannels }
  const solution = explainDifference({
    difference: ownDifference,
    stated: Object.keys(ownDifference),
    fixed: definition.fixedCauses(scene),
    fitting: definition.fittingCauses(scene),
  })
  return solution.explanations
}

function takenWhen(
  { definition, stated }: PortalFigures,
  { organisation, period }: { organisation: string; period: number },
): number {
  const known = definition.figures.map(({ key }) => stated(organisation, period, key)?.knownFrom)
  return Math.max(...known.flatMap((instant) => instant ?? []))
}
