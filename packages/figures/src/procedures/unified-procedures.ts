import { hasFee, Procedure } from '@cchc/domain'
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

/** Every procedure once, sorted by code; each fact comes from the source that states it (most fully, then by id). */
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
    levels: firstStated(values, 'levels') ?? [],
    services: servicesOf(values),
    interlinked: firstStated(values, 'interlinked'),
    fees: firstStated(values, 'fees'),
    onlinePayment: firstStated(values, 'onlinePayment'),
    publishedNationally: firstStated(values, 'publishedNationally'),
    inForce: values.some(({ inForce }) => inForce),
    hasFee: hasFee({ fees: firstStated(values, 'fees') }),
    sources: [...new Set(stated.map(({ source }) => source))],
  }
}

/** Lists that name agencies go together, since each system knows its own; of others the one that states most. */
function servicesOf(values: readonly Procedure[]): Procedure['services'] {
  const named = values
    .flatMap(({ services }) => services ?? [])
    .filter(({ organisationCode }) => organisationCode !== null)
  if (named.length === 0) return firstStated(values, 'services')
  return [
    ...new Map(named.map((one) => [JSON.stringify(Object.entries(one).toSorted()), one])).values(),
  ]
}

/** The first statement; of lists the longest, since sources may state the same in more or less detail. */
function firstStated<K extends keyof Procedure>(
  values: readonly Procedure[],
  key: K,
): Procedure[K] | null {
  const present = values.map((value) => value[key]).filter((value) => value !== null)
  return present.toSorted((a, b) => length(b) - length(a))[0] ?? null
}

function length(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}
