import type { Drift } from '@cchc/domain'
import type { GateLimits } from '../gate/gate.ts'
import type { RunWriter } from '../run.ts'
import type { SavedPosition } from '../saved-position.ts'
import type { KeptShape } from '../stream-state.ts'
import type { PartDays, PartFailure, PartTold } from './split.ts'

/** Who asks for a part of which run; `connectorVersion` is that of the connector that is to read it. */
export interface PartRequest {
  readonly source: string
  readonly runId: string
  readonly connectorVersion: string
  readonly gate?: GateLimits | undefined
}

/** A run that has a part which nobody reads. */
export interface RunWithParts {
  readonly source: string
  readonly runId: string
}

/**
 * One part of a run, held by this process. Every method throws RunConflict once another process has the part or the run is over:
 * nothing of it can be written any more.
 */
export interface PartWriter
  extends Pick<RunWriter, 'runId' | 'commit' | 'shape' | 'note' | 'warn'> {
  readonly stream: string
  readonly days: PartDays
  /** Where another process left it; undefined = it was not begun. */
  readonly position: SavedPosition | undefined
  /** Requests that the run had made when the part was taken. */
  readonly requests: number
  /** How many processes may read parts of the run at once. */
  readonly atOnce: number
  /** Renews the lease; throws RunConflict also where another part of the run has failed, so that no more is read. */
  heartbeat(): Promise<void>
  /** Changes what the records of the stream usually look like, by what it is now. */
  learnShape(
    learn: (kept: KeptShape | undefined) => KeptShape & { readonly drift?: readonly Drift[] },
  ): Promise<void>
  /** The part was read to its end. */
  end(told: PartTold): Promise<void>
  /** Gives it back, to be gone on with from its last commit; after a failure no part of this run is taken any more. */
  release(told: PartTold, failure?: PartFailure): Promise<void>
}
