import { addStatistics, type DossierStatistics, type MinistrySystem } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { dossierStatistics } from '../statistics/dossier-statistics.ts'
import type { StatisticsQuery } from '../statistics/statistics-query.ts'

/** What one ministry's system holds. */
export interface MinistryShare {
  readonly source: string
  readonly ministry: MinistrySystem
  /** Whether it states counts instead of giving dossiers: these are added to nothing. */
  readonly stated: boolean
  readonly statistics: DossierStatistics
}

/** How the dossiers of an organisation and period are spread over the systems of the province and of ministries. */
export interface MinistryShares {
  readonly systems: readonly MinistryShare[]
  /** In the systems of the province. */
  readonly province: DossierStatistics
  /** In all systems, each dossier once; more than the province has, by what only ministries' systems hold. */
  readonly together: DossierStatistics
}

/** Counts each system by itself and all together, whether or not ministries' systems are part of the figures. */
export async function ministryShares(
  store: Store,
  { months: _, ...query }: Omit<StatisticsQuery, 'sources' | 'by'>,
  ministries: Readonly<Record<string, MinistrySystem>>,
): Promise<MinistryShares> {
  const all = [...new Set((await store.listCompletions()).map(({ source }) => source))]
  const count = async (sources: readonly string[]) => {
    if (sources.length === 0) return { total: addStatistics([]), totalStated: undefined }
    return dossierStatistics(store, { ...query, by: [], sources })
  }
  const systems: MinistryShare[] = []
  for (const [source, ministry] of Object.entries(ministries)) {
    const { total: statistics, totalStated } = await count([source])
    systems.push({ source, ministry, stated: totalStated !== undefined, statistics })
  }
  const own = all.filter((source) => !Object.hasOwn(ministries, source))
  return { systems, province: (await count(own)).total, together: (await count(all)).total }
}
