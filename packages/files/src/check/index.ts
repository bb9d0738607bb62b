export type { GivenFile } from '../grid/read-grids.ts'
export { readReportFile } from '../report/read-report.ts'
export { type CheckRequest, type CheckResult, checkReport } from './check-report.ts'
