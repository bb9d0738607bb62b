export * from './contract.ts'
export * from './organisations/organisation-tree.ts'
export * from './organisations/store-in-tree.ts'
export * from './portal-figure.ts'
export * from './procedures/online-service-use.ts'
export * from './procedures/procedure-counts.ts'
export * from './procedures/procedure-figures.ts'
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
export { dossierStatistics } from './statistics/dossier-statistics.ts'
export * from './statistics/grouping.ts'
export * from './statistics/labels.ts'
export * from './statistics/names.ts'
export {
  isRestated,
  type RestatedFigures,
  type RestatementQuery,
  type Restatements,
  restatedFigures,
} from './statistics/restated-figures.ts'
