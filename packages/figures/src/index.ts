export { type Counting, openCounting } from './counting.ts'
export * from './dimension/channel.ts'
export { type Named, UNKNOWN } from './dimension/define-dimension.ts'
export * from './dimension/dimensions.ts'
export { field } from './dimension/field.ts'
export * from './dimension/level.ts'
export { organisation } from './dimension/organisation.ts'
export * from './dimension/procedure-dimensions.ts'
export { type Addend, additionFault, KIND_WORDS } from './figure/addition-fault.ts'
export type {
  BoundFigure,
  Condition,
  DossiersBehind,
  Figure,
  FigureCell,
} from './figure/define-figure.ts'
export {
  type FigureReading,
  type FigureScope,
  proceduresOf,
  readingOf,
} from './figure/figure-scope.ts'
export * from './figure/figures.ts'
export { columnsFormula, conditionText } from './figure/parameters.ts'
export { loadNames, type Names } from './names.ts'
export * from './organisations/organisation-tree.ts'
export * from './organisations/store-in-tree.ts'
export { type CountedGroup, countSelections, type Selection } from './origin/counted-dossiers.ts'
export { dossierOrigin } from './origin/dossier-origin.ts'
export type * from './origin/figure-origin.ts'
export { originOfFigure } from './origin/origin-of-figure.ts'
export { procedureOrigin } from './origin/procedure-origin.ts'
export * from './portal-figure.ts'
export { belongsTo } from './procedures/belongs-to.ts'
export * from './procedures/online-service-use.ts'
export * from './procedures/procedure-counts.ts'
export { type UnifiedProcedure, unifiedProcedures } from './procedures/unified-procedures.ts'
export { reconcile } from './reconcile/reconcile.ts'
export type * from './reconcile/reconciliation.ts'
export {
  compareRules,
  type RuleComparison,
  type RuleComparisonQuery,
} from './statistics/compare-rules.ts'
export type {
  ComparedFigures,
  RuleDifferenceFigures,
  RuleFigures,
} from './statistics/compared-tally.ts'
export { COUNTING_RULES, countingRule } from './statistics/counting-rules.ts'
export * from './statistics/dossier-events.ts'
export { countStatistics, dossierStatistics } from './statistics/dossier-statistics.ts'
export {
  isRestated,
  type RestatedFigures,
  type RestatementQuery,
  type Restatements,
  restatedFigures,
} from './statistics/restated-figures.ts'
export type { StatisticsQuery } from './statistics/statistics-query.ts'
export * from './statistics/statistics-result.ts'
