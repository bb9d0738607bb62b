export * from './entered-cell.ts'
export * from './figures-of-report.ts'
export { matchRows, type RowMeaning, shareInTemplate } from './match-rows.ts'
