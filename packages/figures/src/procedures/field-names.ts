import type { Field } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { UnifiedProcedure } from './unified-procedures.ts'

/** Names of fields by code: from the field catalogues, otherwise as procedures state them. */
export async function fieldNames(
  store: Store,
  procedures: readonly UnifiedProcedure[],
): Promise<ReadonlyMap<string, string>> {
  const records = await store.listRecords<Field>('field')
  const listed = records.map(({ value }): [string, string] => [value.code, value.name])
  const stated = procedures.flatMap(({ fieldCode, fieldName }): [string, string][] =>
    fieldCode !== null && fieldName !== null ? [[fieldCode, fieldName]] : [],
  )
  return new Map([...stated, ...listed])
}
