import { printNumber } from '@cchc/domain'
import type { FigureScope } from '../figure/figure-scope.ts'
import { countStatistics } from '../statistics/dossier-statistics.ts'

/**
 * How many of the dossiers to be resolved in the period stand in ministries' central systems, and in whose, as printed
 * reports say it; empty where none does. A dossier that the province holds too is among them, and counts once in the whole.
 */
export async function ministryNote(scope: FigureScope): Promise<string[]> {
  const systems = await countedMinistries(scope.store)
  const dossiers = await dossiersIn(
    scope,
    systems.map(({ source }) => source),
  )
  if (dossiers === 0) return []
  const owners = new Set<string>()
  for (const { source, owner } of systems) {
    if ((await dossiersIn(scope, [source])) !== 0) owners.add(owner)
  }
  return [
    `Trong số hồ sơ phải giải quyết có ${printNumber(dossiers)} hồ sơ được giải quyết trên hệ thống thông tin giải quyết TTHC tập trung của bộ, ngành (${[...owners].join('; ')}); hồ sơ có cả trên hệ thống của tỉnh chỉ tính một lần.`,
  ]
}

async function dossiersIn(scope: FigureScope, sources: readonly string[]): Promise<number> {
  if (sources.length === 0) return 0
  const { organisation, period } = scope
  const query = { organisation: organisation.code, from: period.from, to: period.to, by: [] }
  return (await countStatistics(scope, { ...query, sources })).total.receivedTotal
}

interface CountedMinistry {
  readonly source: string
  readonly owner: string
}

/** Whose dossiers are part of the figures; counts that such a system states never are. */
async function countedMinistries(store: FigureScope['store']): Promise<readonly CountedMinistry[]> {
  const own = (await store.listCompletions()).flatMap(
    ({ source, beside, apart, covered, entity }): [string, CountedMinistry][] =>
      beside && !apart && (covered?.entity ?? entity) === 'dossier'
        ? [[source, { source, owner: beside }]]
        : [],
  )
  return [...new Map(own).values()].toSorted((a, b) => (a.source < b.source ? -1 : 1))
}
