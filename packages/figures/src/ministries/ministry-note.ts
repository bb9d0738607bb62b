import { printNumber } from '@cchc/domain'
import type { FigureScope } from '../figure/figure-scope.ts'
import { countStatistics } from '../statistics/dossier-statistics.ts'

/**
 * How many of the dossiers to be resolved in the period stand in ministries' central systems, as printed reports say it;
 * empty where none does. A dossier that the province holds too is among them, and counts once in the whole.
 */
export async function ministryNote(scope: FigureScope): Promise<string[]> {
  const { store, organisation, period } = scope
  const sources = await countedMinistries(store)
  if (sources.length === 0) return []
  const query = { organisation: organisation.code, from: period.from, to: period.to, by: [] }
  const { total } = await countStatistics(scope, { ...query, sources })
  if (total.receivedTotal === 0) return []
  const dossiers = printNumber(total.receivedTotal)
  return [
    `Trong số hồ sơ phải giải quyết có ${dossiers} hồ sơ được giải quyết trên hệ thống thông tin giải quyết TTHC tập trung của bộ, ngành (nguồn ${sources.join(', ')}); hồ sơ có cả trên hệ thống của tỉnh chỉ tính một lần.`,
  ]
}

/** Whose dossiers are part of the figures; counts that such a system states never are. */
async function countedMinistries(store: FigureScope['store']): Promise<readonly string[]> {
  const own = (await store.listCompletions()).filter(({ beside, apart, covered, entity }) => {
    return beside && !apart && (covered?.entity ?? entity) === 'dossier'
  })
  return [...new Set(own.map(({ source }) => source))].toSorted()
}
