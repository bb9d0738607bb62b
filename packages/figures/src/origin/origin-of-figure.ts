import type { BoundFigure } from '../figure/define-figure.ts'
import type { FigureScope } from '../figure/figure-scope.ts'
import type { CountedGroup } from './counted-dossiers.ts'
import { dossierOrigin } from './dossier-origin.ts'
import type { CountedOrigin, PortalOrigin } from './figure-origin.ts'
import { periodCountOrigin } from './period-count-origin.ts'
import { portalOrigin } from './portal-origin.ts'
import { procedureOrigin } from './procedure-origin.ts'

/** Where a figure comes from; `groups` are its counted dossiers, where there are dossiers behind it. */
export async function originOfFigure(
  scope: FigureScope,
  figure: BoundFigure,
  groups: readonly CountedGroup[] = [],
): Promise<CountedOrigin | PortalOrigin> {
  const { behind, ...told } = figure
  if (behind.records === 'dossiers') return dossierOrigin(scope, { ...told, behind }, groups)
  if (behind.records === 'procedures') return procedureOrigin(scope, { ...told, behind })
  if (behind.records === 'period-counts') return periodCountOrigin(scope, { ...told, ...behind })
  return portalOrigin(scope, { ...told, ...behind })
}
