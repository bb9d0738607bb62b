import { dossierStatistics } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { storeAsKnownAt } from '@cchc/store/views'

/** Something that was looked at as known at a settled instant, and what was seen. */
export interface Look {
  readonly instant: number
  readonly rule: string
  readonly seen: string
}

/** Figures, catalogues and entries as the store knew them at an instant, as one text. */
export async function seenAt(store: Store, { instant, rule }: Omit<Look, 'seen'>): Promise<string> {
  const known = storeAsKnownAt(store, instant)
  const query = { from: '2024-12-15', to: '2025-12-14', rule }
  const { rows, total } = await dossierStatistics(known, { ...query, by: ['org', 'channel'] })
  const procedures = await known.listRecords('procedure')
  const passes = await known.listCompletions()
  const entered = await known.listEnteredFigures()
  return JSON.stringify({ rows, total, procedures, passes, entered })
}
