import { setTimeout } from 'node:timers/promises'

/** How long one process waits for others; less than a run's lease lasts. */
const LONGEST_WAIT_MS = 60_000

/**
 * Does the work again and again, other work in between, while another process keeps the file locked; throws the last
 * SQLITE_BUSY once a minute has passed. SQLite itself would wait on the thread on which everything runs, and does
 * not wait at all where two connections change the journal's mode at once.
 */
export async function whileBusy<T>(work: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error
    }
    await setTimeout(5 + Math.random() * 20)
  }
}

function isBusy(error: unknown): boolean {
  return String((error as { readonly code?: unknown }).code).startsWith('SQLITE_BUSY')
}
