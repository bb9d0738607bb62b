export type { MeteredHttp, RunSettings, SyncProgress } from './active-run.ts'
export { retryQuarantine } from './retry-quarantine.ts'
export { endsRun } from './run-outcome.ts'
export { type RunSourceOptions, runSource } from './run-source.ts'
