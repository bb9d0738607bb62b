export { auditReport } from './audit.ts'
export * from './audit-report.ts'
export { type Citation, citations } from './dates.ts'
