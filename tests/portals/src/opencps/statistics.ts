import { dayNumber, startOfDay } from '@cchc/domain'
import { firstReceivedAt } from '../world/search.ts'
import type { SimulatedDossier, World } from '../world/world.ts'

/** Instants, both included. */
export interface StatisticPeriod {
  readonly month: number
  readonly year: number
  readonly from: number
  readonly to: number
}

const COUNTS = [
  'totalCount',
  'deniedCount',
  'cancelledCount',
  'processCount',
  'remainingCount',
  'receivedCount',
  'onlineCount',
  'onegateCount',
  'releaseCount',
  'betimesCount',
  'ontimeCount',
  'overtimeCount',
  'doneCount',
  'releasingCount',
  'unresolvedCount',
  'processingCount',
  'undueCount',
  'overdueCount',
  'interoperatingCount',
  'insideCount',
  'outsideCount',
  'waitingCount',
  'fromViaPostalCount',
  'dossierOnline3Count',
  'dossierOnline4Count',
] as const
type Count = (typeof COUNTS)[number]
type Counts = Record<Count, number>

interface Dimensions {
  readonly govAgencyCode: string
  readonly govAgencyName: string
  readonly domainCode: string
  readonly domainName: string
}

export type StatisticRow = Counts &
  Dimensions & {
    readonly month: number
    readonly year: number
    readonly ontimePercentage: number
    readonly system: string
    readonly groupAgencyCode: string
    readonly reporting: boolean
  }

/**
 * One table with every roll-up in it: agency x field, agency, field, and everything; an empty dimension means "all",
 * so that the sum of all rows counts each dossier four times. Definitions as in the system's statistics engine.
 */
export function statisticRows(world: World, period: StatisticPeriod): StatisticRow[] {
  const table = new Map<string, { dimensions: Dimensions; counts: Counts }>()
  const stop = firstReceivedAt(world, period.to + 1)
  for (let index = 0; index < stop; index += 1) {
    const dossier = world.dossier(index)
    if (!selected(dossier, period)) continue
    const changes = countsOf(dossier, period, world.now)
    for (const dimensions of rollUps(dossier)) {
      const key = `${dimensions.govAgencyCode}|${dimensions.domainCode}`
      const row = table.get(key) ?? { dimensions, counts: zeros() }
      table.set(key, row)
      for (const count of changes) row.counts[count] += 1
    }
  }
  return [...table.values()].map(({ dimensions, counts }) => ({
    month: period.month,
    year: period.year,
    ...counts,
    ontimePercentage: percentage(counts),
    ...dimensions,
    system: '',
    groupAgencyCode: '',
    reporting: false,
  }))
}

function zeros(): Counts {
  return Object.fromEntries(COUNTS.map((count) => [count, 0])) as Counts
}

/** Truncated; 100 when nothing was released. */
function percentage({ releaseCount, betimesCount, ontimeCount }: Counts): number {
  if (releaseCount === 0) return 100
  return Math.trunc(((betimesCount + ontimeCount) * 100) / releaseCount)
}

function rollUps({ organisation, procedure }: SimulatedDossier): Dimensions[] {
  const agency = { govAgencyCode: organisation.oldCode, govAgencyName: organisation.name }
  const domain = { domainCode: procedure.fieldCode, domainName: procedure.fieldName }
  const anyAgency = { govAgencyCode: '', govAgencyName: '' }
  const anyDomain = { domainCode: '', domainName: '' }
  return [
    { ...agency, ...domain },
    { ...agency, ...anyDomain },
    { ...anyAgency, ...domain },
    { ...anyAgency, ...anyDomain },
  ]
}

function selected({ receivedAt, releasedAt }: SimulatedDossier, { from, to }: StatisticPeriod) {
  if (receivedAt >= from) return receivedAt <= to
  return releasedAt === null || releasedAt >= from
}

function countsOf(dossier: SimulatedDossier, period: StatisticPeriod, now: number): Count[] {
  if (dossier.status === 'denied') return ['totalCount', 'deniedCount']
  const { releasedAt } = dossier
  const open = releasedAt === null || releasedAt > period.to
  return [
    'totalCount',
    'processCount',
    ...receptionCounts(dossier, period),
    ...(open ? openCounts(dossier, Math.min(now, period.to)) : closedCounts(dossier, releasedAt)),
  ]
}

function receptionCounts(dossier: SimulatedDossier, { from }: StatisticPeriod): Count[] {
  if (dossier.receivedAt <= from) return ['remainingCount']
  const counts: Count[] = ['receivedCount']
  if (dossier.channel === 'postal') counts.push('fromViaPostalCount')
  if (dossier.channel !== 'online') return [...counts, 'onegateCount']
  const level = dossier.serviceLevel === 4 ? 'dossierOnline4Count' : 'dossierOnline3Count'
  return [...counts, 'onlineCount', level]
}

function openCounts(dossier: SimulatedDossier, now: number): Count[] {
  if (dossier.status === 'waiting') return ['waitingCount']
  const inside = dossier.status === 'processing'
  const counts: Count[] = ['processingCount', inside ? 'insideCount' : 'outsideCount']
  if (dossier.dueAt === null || dossier.dueAt > now) return [...counts, 'undueCount']
  return inside ? [...counts, 'overdueCount'] : [...counts, 'overdueCount', 'interoperatingCount']
}

function closedCounts(dossier: SimulatedDossier, releasedAt: number): Count[] {
  const { status, finishedAt, dueAt } = dossier
  if (status === 'cancelled') return ['cancelledCount']
  return [
    'releaseCount',
    closing(status, finishedAt),
    timeliness({ releasedAt, finishedAt, dueAt }),
  ]
}

function closing(status: string, finishedAt: number | null): Count {
  if (status === 'unresolved') return 'unresolvedCount'
  return finishedAt === null ? 'releasingCount' : 'doneCount'
}

/** By timestamps; early only when the result was also collected before it was due. */
function timeliness(times: {
  releasedAt: number
  finishedAt: number | null
  dueAt: number | null
}): Count {
  const { releasedAt, finishedAt, dueAt } = times
  if (dueAt === null) return 'ontimeCount'
  if (releasedAt > dueAt) return 'overtimeCount'
  return finishedAt !== null && finishedAt < dueAt ? 'betimesCount' : 'ontimeCount'
}

/** The bounds of a calendar month in Asia/Ho_Chi_Minh. */
export function monthPeriod(year: number, month: number): StatisticPeriod {
  const first = (at: number) =>
    startOfDay(dayNumber(new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10)))
  return { month, year, from: first(month - 1), to: first(month) - 1 }
}
