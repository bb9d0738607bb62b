import type { AppError } from '@cchc/domain'
import type { SlotEvent } from '../schedules/slot-event.ts'

/** One event of a running sync, for progress bars and plain lines. */
export interface SyncProgress {
  readonly source: string
  readonly stream: string
  readonly phase: 'started' | 'committed' | 'completed'
  /** Records fetched so far in this pass of the stream, and how many it will be where the portal says so. */
  readonly fetched: number
  readonly expected: number | null
}

/** A run as it is named when it has begun. */
export interface BegunRun {
  readonly id: string
  readonly source: string
}

/** How something that takes long is watched and stopped. */
export interface Watch {
  readonly signal?: AbortSignal
  /** Called when a run holds its source. */
  readonly onBegun?: (run: BegunRun) => void
  readonly onProgress?: (progress: SyncProgress) => void
  /** What becomes of slots of schedules. */
  readonly onSlot?: (event: SlotEvent) => void
  /** What goes wrong meanwhile and is waited for. */
  readonly onTrouble?: (trouble: AppError) => void
}
