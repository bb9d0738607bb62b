import type { ReportingPeriod } from '@cchc/domain'
import type { Counting } from '../counting.ts'
import type { DimensionId } from '../dimension/dimensions.ts'
import type { NamedOrganisation } from '../organisations/organisation-tree.ts'
import { belongsTo } from '../procedures/belongs-to.ts'
import { onlineServiceUse } from '../procedures/online-service-use.ts'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import { countStatistics } from '../statistics/dossier-statistics.ts'
import type { StatisticsResult } from '../statistics/statistics-result.ts'

/** For whom, when and by which rule figures are read and explained. */
export interface FigureScope extends Counting {
  readonly organisation: NamedOrganisation
  readonly period: ReportingPeriod
}

/** What the figures of one report are read from; each is read from the store at most once. */
export interface FigureReading {
  readonly scope: FigureScope
  /** The organisation's procedures in force. */
  readonly procedures: readonly UnifiedProcedure[]
  statistics(by: DimensionId): Promise<StatisticsResult>
  use(): ReturnType<typeof onlineServiceUse>
}

/** Opens a scope for reading. */
export function readingOf(scope: FigureScope): FigureReading {
  const { code: organisation } = scope.organisation
  const { from, to } = scope.period
  const split = new Map<DimensionId, Promise<StatisticsResult>>()
  let use: ReturnType<typeof onlineServiceUse> | undefined
  return {
    scope,
    procedures: proceduresOf(scope),
    statistics(by) {
      const read = split.get(by) ?? countStatistics(scope, { organisation, from, to, by: [by] })
      split.set(by, read)
      return read
    },
    use() {
      use ??= onlineServiceUse(scope, { organisation, from, to })
      return use
    },
  }
}

/** The procedures in force of an organisation, in the order of their codes. */
export function proceduresOf({
  names,
  organisation,
}: Pick<FigureScope, 'names' | 'organisation'>): readonly UnifiedProcedure[] {
  return [...names.procedures.values()].filter((one) => belongsTo(one, organisation.code))
}
