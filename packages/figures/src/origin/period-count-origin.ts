import { instantText } from '@cchc/domain'
import type { BoundFigure, PeriodCountsBehind } from '../figure/define-figure.ts'
import type { FigureScope } from '../figure/figure-scope.ts'
import { periodCounts } from '../figure/period-count.ts'
import type { PortalOrigin } from './figure-origin.ts'

/** The origin of a count that sources state: what the newest of them said of each part of the days, and who brought it. */
export async function periodCountOrigin(
  scope: FigureScope,
  { id, name, query }: Pick<BoundFigure, 'id' | 'name'> & PeriodCountsBehind,
): Promise<PortalOrigin> {
  const [newest] = await periodCounts(scope, query)
  const measure = `${query.entity}.${query.count}`
  const records = (newest?.records ?? []).map(({ value, source, runId, knownFrom }) => {
    const { organisationCode: organisation, from, to, provisional } = value
    const counts: Readonly<Record<string, number | undefined>> = value.counts
    return {
      measure,
      value: counts[query.count] ?? null,
      ...{ source, organisation, from, to, provisional },
      run: runId,
      knownFrom: instantText(knownFrom),
    }
  })
  return { kind: 'portal', figure: id, name, formula: measure, records }
}
