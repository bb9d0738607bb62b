export {
  type EnteredFigure,
  type EnteredFigures,
  enteredFigures,
} from './filling/entered-figures.ts'
export { type FillRequest, fillTemplate } from './filling/fill-template.ts'
export { figuresWithoutForm } from './generated/generators.ts'
export type * from './origin/cell-origin.ts'
export { type OriginRequest, openOrigins, type ReportOrigins } from './origin/open-origins.ts'
export type * from './origin/origin-answer.ts'
export { csvText } from './render/csv.ts'
export { renderReport } from './render/render-report.ts'
export * from './render/report-formats.ts'
export * from './templates/templates.ts'
