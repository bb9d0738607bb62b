import type { ReportingPeriod } from '@cchc/domain'
import type { Coverage } from '../coverage/coverage.ts'
import type { DimensionId } from '../dimension/dimensions.ts'
import type { NamedOrganisation } from '../organisations/organisation-tree.ts'
import { belongsTo } from '../procedures/belongs-to.ts'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import type { StatedReader } from '../stated/stated-behind.ts'
import type { Counting } from '../statistics/counting.ts'
import { countStatistics } from '../statistics/dossier-statistics.ts'
import { onlineServiceUse, type ServiceUses } from '../statistics/online-service-use.ts'
import type { StatisticsResult } from '../statistics/statistics-result.ts'

/** For whom, when and by which rule figures are read and explained. */
export interface FigureScope extends Counting {
  readonly organisation: NamedOrganisation
  readonly period: ReportingPeriod
  readonly coverage: Coverage
  /** What sources state instead of dossiers, told apart by something. */
  readonly stated: StatedReader
  /** Figures of which only a part is known are shown all the same. */
  readonly partial: boolean
  /** Of up to so many dossiers is told which run brought each; absent = a million. */
  readonly mostByRun?: number
}

/** What the figures of one report are read from; each is read from the store at most once. */
export interface FigureReading {
  readonly scope: FigureScope
  /** The organisation's procedures in force. */
  readonly procedures: readonly UnifiedProcedure[]
  statistics(by: DimensionId): Promise<StatisticsResult>
  /** What was received by service level; undefined where the store has no dossiers at all. */
  use(): Promise<ServiceUses | undefined>
}

/** Opens a scope for reading. */
export function readingOf(scope: FigureScope): FigureReading {
  const query = {
    organisation: scope.organisation.code,
    from: scope.period.from,
    to: scope.period.to,
  }
  const split = new Map<DimensionId, Promise<StatisticsResult>>()
  let use: Promise<ServiceUses | undefined> | undefined
  const reading: FigureReading = {
    scope,
    procedures: proceduresOf(scope),
    statistics(by) {
      const read = split.get(by) ?? countStatistics(scope, { ...query, by: [by] })
      split.set(by, read)
      return read
    },
    use() {
      use ??= reading
        .statistics('level')
        .then(({ rows }) => (rows.length === 0 ? undefined : onlineServiceUse(scope, query)))
      return use
    },
  }
  return reading
}

/** The procedures in force of an organisation, in the order of their codes. */
export function proceduresOf({
  names,
  organisation,
}: Pick<FigureScope, 'names' | 'organisation'>): readonly UnifiedProcedure[] {
  return [...names.procedures.values()].filter((one) => belongsTo(one, organisation.code))
}
