export type { MeteredHttp, RunSettings, SyncProgress, Traffic } from './active-run.ts'
export type { CommitLimits } from './commit-lane.ts'
export { type RetryOptions, retryQuarantine } from './retry-quarantine.ts'
export { type RunSourceOptions, runSource } from './run-source.ts'
