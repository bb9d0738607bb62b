import { channel } from './channel.ts'
import type { DossierDimension } from './define-dimension.ts'
import { field } from './field.ts'
import { level } from './level.ts'
import { month } from './month.ts'
import { organisation } from './organisation.ts'
import { procedure } from './procedure.ts'

/** Everything that dossier statistics can be split by. */
export const DIMENSIONS = [organisation, level, field, procedure, channel, month] as const
export type DimensionId = (typeof DIMENSIONS)[number]['id']

/** Whether each row is split into the windows of the period. */
export function splitsPeriod(by: readonly DimensionId[]): boolean {
  return by.some((id) => dimensionOf(id).of === 'period')
}

/** Those of the dimensions that are a property of the dossier, in the order that was asked for. */
export function dossierDimensions(
  by: readonly DimensionId[],
): readonly DossierDimension<DimensionId>[] {
  return by.map(dimensionOf).filter((dimension) => dimension.of === 'dossier')
}

function dimensionOf(id: DimensionId): (typeof DIMENSIONS)[number] {
  const dimension = DIMENSIONS.find((known) => known.id === id)
  if (!dimension) throw new RangeError(`no dimension is called ${id}`)
  return dimension
}
