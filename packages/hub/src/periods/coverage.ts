import { dayNumber, type Instant, type Message, startOfDay } from '@cchc/domain'
import {
  type Gap,
  gapsOfUnit,
  openCoverage,
  type StatisticsQuery,
  type StatisticsResult,
  saidOf,
  withoutEnd,
} from '@cchc/figures'
import type { Store } from '@cchc/store'
import type { HubContext } from '../context.ts'

/** What is missing of statistics. */
interface StatisticsGaps {
  readonly all: readonly Gap[]
  /** Of one month of a split, by its label; of all days without one. */
  of(month: string | undefined): readonly Gap[]
  /** What is to be told: also of months that have begun. */
  readonly told: readonly Message[]
}

/** Figures with what of them is stated. */
type Counted = Pick<StatisticsResult, 'total' | 'totalStated' | 'endless'> & {
  readonly rows?: readonly Pick<StatisticsResult['rows'][number], 'stated'>[]
}

/** What no source has read of the dossiers that statistics count, nor states. */
export async function gapsIn(
  store: Store,
  {
    split,
    counted,
    now,
  }: {
    readonly split: Omit<StatisticsQuery, 'rule'>
    readonly counted: Counted
    readonly now: Instant
  },
): Promise<StatisticsGaps> {
  const coverage = await openCoverage(store, { now, sources: split.sources })
  const unit = await gapsOfUnit(store, { ...split, stated: counted.totalStated }, counted.total)
  const of = {
    organisation: split.organisation,
    stated: counted.totalStated?.sources.map(({ unit }) => unit),
  }
  const months = new Map(
    (split.months ?? []).map((month) => [
      month.label,
      { ...month, gaps: [...coverage.gaps('dossiers', month, of), ...unit] },
    ]),
  )
  const parts = [counted.totalStated, ...(counted.rows ?? []).map((row) => row.stated)]
  const stated = parts.flatMap((part) => part?.gaps ?? [])
  const notes = counted.endless ? [withoutEnd(counted.endless)] : []
  const all = [...coverage.gaps('dossiers', split, of), ...unit, ...notes]
  const begun = [...months.values()].filter(({ from }) => startOfDay(dayNumber(from)) <= now)
  return {
    all,
    of: (month) => (month === undefined ? undefined : months.get(month)?.gaps) ?? all,
    told: saidOf([...all, ...stated, ...begun.flatMap(({ gaps }) => gaps)]),
  }
}

/** What answers say of figures beside them, each only where there is any. */
interface Beside {
  readonly missing?: readonly Message[]
  readonly cautions?: readonly Message[]
  readonly stated?: readonly Message[]
}

/** It in words; nothing where there is nothing to say. */
export function said(
  { words }: Pick<HubContext, 'words'>,
  { missing = [], cautions = [], stated = [] }: Beside,
): { readonly [Name in keyof Beside]: readonly string[] } {
  return {
    ...(missing.length > 0 && { missing: missing.map(words) }),
    ...(cautions.length > 0 && { cautions: cautions.map(words) }),
    ...(stated.length > 0 && { stated: stated.map(words) }),
  }
}
