export { fillTemplate } from './fill-template.ts'
export {
  type EnteredFigures,
  enteredFigures,
} from './filling/entered-figures.ts'
export { figuresWithoutForm } from './generated/generators.ts'
export { type OriginRequest, openOrigins, type ReportOrigins } from './open-origins.ts'
export type * from './origin/cell-origin.ts'
export type * from './origin/origin-answer.ts'
export { csvText } from './render/csv.ts'
export { renderReport } from './render/render-report.ts'
export * from './render/report-formats.ts'
export * from './templates/templates.ts'
