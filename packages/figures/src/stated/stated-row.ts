import {
  type Day,
  type DayRange,
  type DossierCount,
  dayNumber,
  impliedCounts,
  type StatedWindow,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { Days } from '../coverage/gap.ts'

/** A stated row in a tree: the unit that it is stated of, and the days (absent = all) on which that unit was there. */
export interface PlacedCount extends DossierCount {
  readonly unit?: { readonly code: string; readonly from: Day | null; readonly to: Day | null }
}

/** A stated row with what follows from it, at the organisation that holds its unit's work. */
export interface StatedRow extends StatedWindow {
  readonly source: string
  readonly runId: string
  readonly knownFrom: number
  readonly stated: DossierCount
  readonly holder: string
  /** The code under which it is stated, and the days on which that unit was there. */
  readonly unit: string
  readonly there: DayRange
}

const EVER: DayRange = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/**
 * The rows that sources state of units as a whole, of whatever days, and of their fields and procedures within the days;
 * the older ones first.
 */
export async function loadStatedRows(
  store: Store,
  { sources, within }: { readonly sources?: readonly string[] | undefined; readonly within: Days },
): Promise<readonly StatedRow[]> {
  const read = (query: Parameters<Store['listRecords']>[1]) =>
    store.listRecords<PlacedCount>('dossier-count', { sources, ...query })
  const wholes = await read({ where: { fieldCode: null, procedureCode: null } })
  const parts = (await read({ within })).filter(({ value }) => !isWhole(value))
  return [...wholes, ...parts]
    .toSorted((a, b) => a.knownFrom - b.knownFrom)
    .map(({ source, runId, knownFrom, value }) => {
      const { organisationCode: holder, unit } = value
      return {
        source,
        runId,
        knownFrom,
        stated: value,
        holder,
        unit: unit?.code ?? holder,
        there: {
          from: unit?.from ? dayNumber(unit.from) : EVER.from,
          to: unit?.to ? dayNumber(unit.to) : EVER.to,
        },
        from: dayNumber(value.from),
        to: dayNumber(value.to),
        counts: impliedCounts(value.counts, value.rule),
      }
    })
}

/** Whether a row is of the unit as a whole, not of one of its fields or procedures. */
export function isWhole({
  fieldCode,
  procedureCode,
}: Pick<DossierCount, 'fieldCode' | 'procedureCode'>): boolean {
  return fieldCode === null && procedureCode === null
}
