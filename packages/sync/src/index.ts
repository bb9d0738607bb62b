export type {
  OpenedSource,
  PartsSettings,
  RunSettings,
  SyncProgress,
  WritingSettings,
} from './active-run.ts'
export { clockFindings } from './clock-findings.ts'
export { changesInWords, driftInWords, whatToLookAt } from './drift/drift-words.ts'
export { startHeartbeat } from './heartbeat.ts'
export { readParts } from './parts/read-parts.ts'
export { isClockWarning } from './portal-clock.ts'
export { receivePushed } from './receive-pushed.ts'
export { retryQuarantine } from './retry-quarantine.ts'
export { endsRun } from './run-outcome.ts'
export { type RunSourceOptions, runSource } from './run-source.ts'
export { createValidator, type Validated } from './validate-records.ts'
