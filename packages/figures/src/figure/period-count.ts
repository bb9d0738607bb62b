import {
  type DayRange,
  dayNumber,
  isWithin,
  type PaymentCount,
  type PetitionCount,
  type QuantityKind,
  tileDays,
} from '@cchc/domain'
import type { StoredRecord } from '@cchc/store'
import type { FigureScope } from './figure-scope.ts'

type PeriodCount = PetitionCount | PaymentCount

/** Which count of days, of those that sources state themselves. */
export interface PeriodCountQuery {
  readonly entity: 'petition-count' | 'payment-count'
  readonly count: string
  readonly kind: QuantityKind
  /** Of which petitions; undefined where counts are told apart by nothing. */
  readonly about?: PetitionCount['about'] | undefined
}

/** Whose counts of which days are read. */
export interface CountedScope extends Pick<FigureScope, 'store' | 'organisation' | 'period'> {
  readonly names: Pick<FigureScope['names'], 'organisations'>
}

/** One record's share of a period. */
interface Share extends DayRange {
  readonly record: StoredRecord<PeriodCount>
}

/** What one source states of a period: the sum of the records that tile its days. */
export interface SourcedCount {
  readonly source: string
  readonly value: number
  readonly records: readonly StoredRecord<PeriodCount>[]
  /** Of the calendar year instead of the report's own days. */
  readonly isCalendarYear: boolean
}

/** What sources state of the organisation with all below it, by the newest first; those that state it wholly. */
export async function periodCounts(
  scope: CountedScope,
  query: PeriodCountQuery,
): Promise<readonly SourcedCount[]> {
  const { store, organisation, period } = scope
  const stored = await store.listRecords<PeriodCount>(query.entity, {
    where: { organisationCode: organisation.code },
  })
  const usable = stored.filter(({ value }) => isOfOrganisation(scope, value))
  const asked = usable.filter(
    ({ value }) => query.about === undefined || query.about === about(value),
  )
  const counts = [...Map.groupBy(asked, ({ source }) => source)].flatMap(([source, records]) => {
    const shares = records.map(shareOf)
    const own = { from: dayNumber(period.from), to: dayNumber(period.to) }
    const found = countOf(shares, own, query)
    if (found) return [{ source, isCalendarYear: false, ...found }]
    const year =
      period.kind === 'year' ? countOf(shares, daysOfYear(period.year), query) : undefined
    return year ? [{ source, isCalendarYear: true, ...year }] : []
  })
  return counts.toSorted((a, b) => newest(b) - newest(a))
}

/** Counts of an organisation alone are those of all only where there is none below it. */
function isOfOrganisation({ names, organisation }: CountedScope, value: PeriodCount): boolean {
  if (value.organisations === 'with_all_below') return true
  const { code } = organisation
  return !names.organisations.listed().some((one) => one.code !== code && isWithin(one.code, code))
}

function about(value: PeriodCount): PetitionCount['about'] | undefined {
  return 'about' in value ? value.about : undefined
}

function shareOf(record: StoredRecord<PeriodCount>): Share {
  return { record, from: dayNumber(record.value.from), to: dayNumber(record.value.to) }
}

/** Flows are added over windows that tile the days, a stock is that of the last of them. */
function countOf(shares: readonly Share[], days: DayRange, query: PeriodCountQuery) {
  const stated = ({ record }: Share) =>
    (record.value.counts as Readonly<Record<string, number | undefined>>)[query.count]
  const isStock = query.kind === 'stock'
  const tiled = tileDays(shares, days, (share) =>
    isStock && share.to !== days.to ? 0 : stated(share),
  )
  if (!tiled) return undefined
  const windows = tiled.shares.map(({ window }) => window)
  const behind = isStock ? windows.slice(-1) : windows
  return { value: tiled.value, records: behind.map(({ record }) => record) }
}

function daysOfYear(year: number): DayRange {
  return { from: dayNumber(`${year}-01-01`), to: dayNumber(`${year}-12-31`) }
}

function newest({ records }: SourcedCount): number {
  return Math.max(...records.map(({ knownFrom }) => knownFrom))
}
