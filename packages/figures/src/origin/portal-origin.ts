import { instantText } from '@cchc/domain'
import type { BoundFigure, PortalFiguresBehind } from '../figure/define-figure.ts'
import type { FigureScope } from '../figure/figure-scope.ts'
import { figureOfYear } from '../figure/portal-year.ts'
import type { PortalOrigin, PortalRecord } from './figure-origin.ts'

/** The origin of a figure that portals state: what each of them said, for which days, and who brought it. */
export async function portalOrigin(
  scope: FigureScope,
  { id, name, measures }: Pick<BoundFigure, 'id' | 'name'> & PortalFiguresBehind,
): Promise<PortalOrigin> {
  const records: PortalRecord[] = []
  for (const measure of measures) {
    const found = await figureOfYear(scope, measure)
    if (!found) continue
    const { value, source, organisationCode, from, to, provisional, runId, knownFrom } = found
    records.push({
      measure,
      value,
      source,
      organisation: organisationCode,
      from,
      to,
      provisional,
      run: runId,
      knownFrom: instantText(knownFrom),
    })
  }
  return { kind: 'portal', figure: id, name, formula: measures.join(' + '), records }
}
