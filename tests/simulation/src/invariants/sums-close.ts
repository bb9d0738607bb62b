import type { RunCounts } from '@cchc/store'
import type { Invariant } from './define-invariant.ts'

export const sumsClose: Invariant = {
  name: 'sums-close',
  when: 'rest',
  sentence:
    'Every fetched record of dossiers is counted as new, changed, unchanged, outdated or refused.',
  async check({ store }) {
    const { items } = await store.listRuns({ limit: 3 })
    const open = items.find(({ streams }) => streams.dossiers && !closes(streams.dossiers))
    return open && `run ${open.id}: ${JSON.stringify(open.streams.dossiers)}`
  },
}

function closes(counts: RunCounts): boolean {
  const { fetched, refused, unchanged, outdated, changed } = counts
  return fetched === counts.new + changed + unchanged + outdated + refused
}
