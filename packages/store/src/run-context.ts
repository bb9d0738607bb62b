import type { Dialect } from './dialect.ts'
import type { GateLimits } from './gate/gate.ts'

/** When what a pass would remove is too much to be believed. */
export interface SnapshotRules {
  /** The least share that must remain of the largest pass since removals were last accepted; 0.5 unless configured. */
  readonly minimumShare: number
}

/** What a run writes with. */
export interface RunContext {
  readonly dialect: Dialect
  readonly source: string
  readonly runId: number
  readonly startedAt: number
  readonly now: () => number
  readonly rules: SnapshotRules
  readonly gate: GateLimits | undefined
}

/** What a transaction of a run works on. */
export interface Place {
  readonly source: string
  readonly stream: string
  readonly runId: number
  readonly now: number
}
