export { type ReportFile, readReportFile, refuseLongFile } from '../report/read-report.ts'
export { type CheckRequest, checkReport } from './check-report.ts'
