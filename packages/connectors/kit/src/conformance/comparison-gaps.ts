import type { PortalFigure } from '@cchc/domain'
import { calendarPeriodOf, type PortalComparison } from '@cchc/domain/reconcile'
import type { HttpConnector } from '../contract/connector.ts'

/** What a connector says of its figures and does not keep, given all figures that it read; empty = nothing. */
export function comparisonGaps(
  { compares = [], streams }: Pick<HttpConnector, 'compares' | 'streams'>,
  figures: readonly PortalFigure[],
): readonly string[] {
  const byMeasure = Map.groupBy(figures, ({ measure }) => measure)
  const readsDossiers = Object.values(streams).some(({ entity }) => entity === 'dossier')
  return compares.flatMap((comparison) => [
    ...(comparison.dossiers === 'own' && !readsDossiers
      ? [`${comparison.name}: counts its own dossiers, and no stream reads them`]
      : []),
    ...Object.keys(comparison.figures).flatMap((measure) => {
      const gap = gapOf(comparison, byMeasure.get(measure))
      return gap === undefined ? [] : [`${comparison.name}: ${gap} ${measure}`]
    }),
  ])
}

function gapOf(
  { periods }: PortalComparison,
  figures: readonly PortalFigure[] | undefined,
): string | undefined {
  if (figures === undefined) return 'no stream reads'
  const found = figures.map(({ from, to }) => calendarPeriodOf(from, to))
  const isCompared = found.some((period) => period !== undefined && periods.includes(period))
  return isCompared ? undefined : `no ${periods.join(', ')} is read of`
}
