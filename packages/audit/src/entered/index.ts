export * from './entered-cell.ts'
export * from './figures-of-report.ts'
export { shareInTemplate } from './match-rows.ts'
