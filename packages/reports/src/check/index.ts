export { type ReportFile, readReportFile } from '../read/read-report.ts'
export { type CheckRequest, checkReport } from './check-report.ts'
