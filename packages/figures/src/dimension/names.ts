import type { Store } from '@cchc/store'
import { loadOrganisations, type OrganisationTree } from '../organisations/organisation-tree.ts'
import { fieldNames } from '../procedures/field-names.ts'
import { type UnifiedProcedure, unifiedProcedures } from '../procedures/unified-procedures.ts'

/** What codes are called: organisations, procedures and fields of every source. */
export interface Names {
  readonly organisations: OrganisationTree
  /** Every procedure by its code, in the order of codes. */
  readonly procedures: ReadonlyMap<string, UnifiedProcedure>
  /** Names of fields: from the field catalogues, otherwise as procedures state them. */
  readonly fields: ReadonlyMap<string, string>
}

/** Reads the names of a store; once for everything that one request counts. */
export async function loadNames(store: Store): Promise<Names> {
  const procedures = await unifiedProcedures(store)
  return {
    organisations: await loadOrganisations(store),
    procedures: new Map(procedures.map((procedure) => [procedure.code, procedure])),
    fields: await fieldNames(store, procedures),
  }
}
