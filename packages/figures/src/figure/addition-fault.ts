import type { QuantityKind } from '@cchc/domain'

/** Something to be added up; the kind is null where nothing tells it. */
export interface Addend {
  readonly name: string
  readonly kind: QuantityKind | null
}

/** What is wrong with adding things up: two kinds, or any ratio; undefined where nothing is, as far as kinds are known. */
export function additionFault(addends: readonly Addend[]): string | undefined {
  const byKind = Map.groupBy(addends, ({ kind }) => kind)
  byKind.delete(null)
  const told = [...byKind].map(
    ([kind, own]) => `a ${kind} (${own.map(({ name }) => name).join(', ')})`,
  )
  if (byKind.has('ratio')) return `adds up ${told.join(' and ')}; ratios are never added`
  return byKind.size > 1 ? `adds up ${told.join(' and ')}` : undefined
}
