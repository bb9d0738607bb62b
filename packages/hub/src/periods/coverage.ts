import { dayNumber, type Instant, type Message, startOfDay } from '@cchc/domain'
import { type Gap, gapsOfUnit, openCoverage, type StatisticsQuery, saidOf } from '@cchc/figures'
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

/** What no source has read of the dossiers that statistics count. */
export async function gapsIn(
  store: Store,
  {
    split,
    total,
    now,
  }: {
    readonly split: Omit<StatisticsQuery, 'rule'>
    readonly total: Readonly<Record<string, number>>
    readonly now: Instant
  },
): Promise<StatisticsGaps> {
  const coverage = await openCoverage(store, { now, sources: split.sources })
  const unit = await gapsOfUnit(store, split, total)
  const months = new Map(
    (split.months ?? []).map((month) => [
      month.label,
      { ...month, gaps: [...coverage.gaps('dossiers', month), ...unit] },
    ]),
  )
  const all = [...coverage.gaps('dossiers', split), ...unit]
  const begun = [...months.values()].filter(({ from }) => startOfDay(dayNumber(from)) <= now)
  return {
    all,
    of: (month) => (month === undefined ? undefined : months.get(month)?.gaps) ?? all,
    told: saidOf([...all, ...begun.flatMap(({ gaps }) => gaps)]),
  }
}

/** What answers say of figures beside them, each only where there is any. */
interface Beside {
  readonly missing?: readonly Message[]
  readonly cautions?: readonly Message[]
}

/** It in words; nothing where there is nothing to say. */
export function said(
  { words }: Pick<HubContext, 'words'>,
  { missing = [], cautions = [] }: Beside,
): { readonly missing?: readonly string[]; readonly cautions?: readonly string[] } {
  return {
    ...(missing.length > 0 && { missing: missing.map(words) }),
    ...(cautions.length > 0 && { cautions: cautions.map(words) }),
  }
}
