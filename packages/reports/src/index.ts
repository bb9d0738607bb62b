export * from './contract.ts'
export {
  compareRules,
  type RuleComparison,
  type RuleComparisonQuery,
} from './figures/compare-rules.ts'
export type {
  ComparedFigures,
  RuleDifferenceFigures,
  RuleFigures,
} from './figures/compared-tally.ts'
export { COUNTING_RULES, countingRule } from './figures/counting-rules.ts'
export { dossierStatistics } from './figures/dossier-statistics.ts'
export { PROCEDURE_LEVEL_NAMES, SERVICE_LEVEL_NAMES } from './figures/labels.ts'
export * from './figures/organisation-tree.ts'
export * from './figures/portal-figure.ts'
export { procedureCounts } from './figures/procedure-counts.ts'
export {
  isRestated,
  type RestatedFigures,
  type RestatementQuery,
  type Restatements,
  restatedFigures,
} from './figures/restated-figures.ts'
export * from './figures/store-in-tree.ts'
export { type UnifiedProcedure, unifiedProcedures } from './figures/unified-procedures.ts'
export type * from './lineage/contract.ts'
export { explainCell } from './lineage/explain-cell.ts'
export { STATISTICS_COLUMNS } from './lineage/explain-statistics-cell.ts'
export { type Explainer, type ExplainRequest, openExplainer } from './lineage/open-explainer.ts'
export type * from './reconcile/contract.ts'
export { reconcile } from './reconcile/reconcile.ts'
export { csvText } from './render/csv.ts'
export { renderReport } from './render/render-report.ts'
export { enteredFigures } from './templates/entered-figures.ts'
export { type FillRequest, fillTemplate } from './templates/fill-template.ts'
export type * from './templates/manual-figures.ts'
export * from './templates/templates.ts'
