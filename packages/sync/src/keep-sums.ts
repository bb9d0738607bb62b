import type { Log } from '@cchc/connector-kit'
import type { Store } from '@cchc/store'

/** Where a run has written, and what ends the work before its time. */
interface Written {
  readonly store: Pick<Store, 'rollUp'>
  readonly sourceId: string
  readonly signal?: AbortSignal
  readonly log: Log
  readonly limits?: { readonly leastToSum?: number }
}

/** Fewer states than these are added by whoever asks, in a few milliseconds. */
const LEAST_TO_SUM = 500

/** Adds what a run brought to the sums of the store. Figures are the same without it; only slower. */
export async function keepSums({ store, sourceId, signal, log, limits }: Written): Promise<void> {
  try {
    await store.rollUp({ source: sourceId, signal, least: limits?.leastToSum ?? LEAST_TO_SUM })
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure)
    log.warn('sums could not be kept; figures are counted from the dossiers', {
      source: sourceId,
      reason,
    })
  }
}
