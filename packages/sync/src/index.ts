export type { MeteredHttp, RunSettings, SyncProgress } from './active-run.ts'
export { clockFindings, isPositionAhead } from './clock-findings.ts'
export { retryQuarantine } from './retry-quarantine.ts'
export { type RunSourceOptions, runSource } from './run-source.ts'
