export { MOST_BYTES, type ReportFile, readReportFile, tooLarge } from '../report/read-report.ts'
export { type CheckRequest, checkReport } from './check-report.ts'
