import type { Store } from '@cchc/store'
import { CodeGroups } from '../dimension/code-groups.ts'
import type { Named } from '../dimension/define-dimension.ts'
import { loadNames, type Names } from '../dimension/names.ts'
import type { ProcedureDimension, ProcedureDimensionId } from '../dimension/procedure-dimensions.ts'
import { PROCEDURE_DIMENSIONS } from '../dimension/procedure-dimensions.ts'
import { belongsTo } from '../procedures/belongs-to.ts'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'

/** Which procedures; `organisation` a province = its whole catalogue, below it = those with a service of it. */
export interface ProcedureCountsQuery {
  readonly organisation?: string
  readonly by?: readonly ProcedureDimensionId[]
}

/** Counts per group, and the number of different procedures. */
export interface ProcedureCountsResult {
  readonly rows: readonly { readonly group: Group; readonly count: number }[]
  readonly total: number
}

type Group = Readonly<Record<string, Named>>

/**
 * Procedures in force by level (Form II.07b: each at the highest local level that carries it out), field and service
 * level. A procedure with services of two levels counts in both rows and once in the total.
 */
export async function procedureCounts(
  store: Store,
  { organisation, by = [] }: ProcedureCountsQuery = {},
): Promise<ProcedureCountsResult> {
  const names = await loadNames(store)
  names.organisations.asked(organisation)
  const own = [...names.procedures.values()].filter((one) => belongsTo(one, organisation))
  return { rows: by.length === 0 ? [] : rowsOf(own, { by, names }), total: own.length }
}

function rowsOf(
  procedures: readonly UnifiedProcedure[],
  { by, names }: { readonly by: readonly ProcedureDimensionId[]; readonly names: Names },
): ProcedureCountsResult['rows'] {
  const dimensions = by.flatMap((id) => PROCEDURE_DIMENSIONS.find((known) => known.id === id) ?? [])
  const groups = new CodeGroups(dimensions, (): Group[] => [])
  for (const group of procedures.flatMap((one) => groupsOf(one, dimensions, names))) {
    groups.at(Object.values(group).map(({ code }) => code)).push(group)
  }
  return groups.entries().map(({ held }) => ({ group: held[0] ?? {}, count: held.length }))
}

/** Every combination of the groups that a procedure stands in. */
function groupsOf(
  procedure: UnifiedProcedure,
  dimensions: readonly ProcedureDimension[],
  names: Names,
): Group[] {
  return dimensions.reduce<Group[]>(
    (groups, { id, groupsOf: own }) =>
      groups.flatMap((group) => own(procedure, names).map((one) => ({ ...group, [id]: one }))),
    [{}],
  )
}
