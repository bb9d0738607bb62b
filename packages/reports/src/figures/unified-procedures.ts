import { hasFee, type OrganisationLevel, Procedure } from '@cchc/domain'
import type { Store } from '@cchc/store'

/** A procedure as all sources together describe it; null = no source says. */
export interface UnifiedProcedure extends Procedure {
  readonly hasFee: boolean | null
  /** The sources that know this procedure, sorted. */
  readonly sources: readonly string[]
}

interface Stated {
  readonly source: string
  readonly value: Procedure
}

/** Every procedure once, sorted by code; each fact comes from the first source (by id) that states it. */
export async function unifiedProcedures(
  store: Store,
  query: { readonly sources?: readonly string[] } = {},
): Promise<readonly UnifiedProcedure[]> {
  const records = await store.listRecords<unknown>('procedure', query)
  const stated = records.map(({ source, value }) => ({ source, value: Procedure.parse(value) }))
  const byCode = Map.groupBy(
    stated.toSorted((a, b) => (a.source < b.source ? -1 : 1)),
    ({ value }) => value.code,
  )
  return [...byCode.values()].map(merge).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function merge(stated: readonly Stated[]): UnifiedProcedure {
  const values = stated.map(({ value }) => value)
  const [first] = values
  if (!first) throw new RangeError('a procedure without a source')
  const named = values.find(({ fieldCode }) => fieldCode !== null) ?? first
  return {
    ...first,
    variantOf: firstStated(values, 'variantOf'),
    fieldCode: named.fieldCode,
    fieldName: named.fieldName ?? firstStated(values, 'fieldName'),
    levels: (values.find(({ levels }) => levels.length > 0) ?? first).levels,
    services: firstStated(values, 'services'),
    interlinked: firstStated(values, 'interlinked'),
    fees: firstStated(values, 'fees'),
    onlinePayment: firstStated(values, 'onlinePayment'),
    publishedNationally: firstStated(values, 'publishedNationally'),
    inForce: values.some(({ inForce }) => inForce),
    hasFee: hasFee({ fees: firstStated(values, 'fees') }),
    sources: [...new Set(stated.map(({ source }) => source))],
  }
}

/** The first statement; an empty list says less than a filled one. */
function firstStated<K extends keyof Procedure>(
  values: readonly Procedure[],
  key: K,
): Procedure[K] | null {
  const present = values.map((value) => value[key]).filter((value) => value !== null)
  const filled = present.find((value) => !Array.isArray(value) || value.length > 0)
  return filled ?? present[0] ?? null
}

/** Cấp giải quyết as Form II.07b knows it: departments act for the province. */
export function procedureLevels(procedure: Pick<Procedure, 'levels'>): OrganisationLevel[] {
  return [
    ...new Set(procedure.levels.map((level) => (level === 'department' ? 'province' : level))),
  ]
}
