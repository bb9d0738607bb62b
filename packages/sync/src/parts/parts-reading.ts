import type { PartTold } from '@cchc/store'
import type { OpenedSource, PartsSettings, WritingSettings } from '../active-run.ts'
import type { createTrafficMeter } from '../traffic.ts'

/** A stream of which nothing was read in parts. */
export const NO_PARTS: PartTold = { fetched: 0, versionsAhead: 0, endless: 0 }

/** What parts of a run are read with. */
export interface PartsReading extends Omit<WritingSettings, 'store' | 'trigger'> {
  readonly parts: Omit<PartsSettings, 'atOnce'>
  readonly runId: string
  readonly signal: AbortSignal
  /** Told how many records the run has of the stream so far. */
  readonly onFetched?: (fetched: number) => void
}

/** A source that parts are read from, one after the other. */
export interface OpenedForParts {
  readonly source: OpenedSource
  readonly traffic: ReturnType<typeof createTrafficMeter>
  /** By the clock of this machine. */
  readonly beganAt: number
}
