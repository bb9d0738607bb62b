import type { Store } from '@cchc/store'
import { loadOrganisations } from '../organisations/organisation-tree.ts'
import { fieldNames } from '../procedures/procedure-counts.ts'
import { unifiedProcedures } from '../procedures/unified-procedures.ts'
import type { Names } from './grouping.ts'

/** Reads what groups are named by: organisations, procedures and fields of every source. */
export async function loadNames(store: Store): Promise<Names> {
  const procedures = await unifiedProcedures(store)
  return {
    organisations: await loadOrganisations(store),
    procedures: new Map(procedures.map((procedure) => [procedure.code, procedure])),
    fields: fieldsByCode(await fieldNames(store), procedures),
  }
}

function fieldsByCode(
  listed: ReadonlyMap<string, string>,
  procedures: Awaited<ReturnType<typeof unifiedProcedures>>,
): ReadonlyMap<string, string> {
  const stated = procedures.flatMap(({ fieldCode, fieldName }): [string, string][] =>
    fieldCode !== null && fieldName !== null ? [[fieldCode, fieldName]] : [],
  )
  return new Map([...stated, ...listed])
}
