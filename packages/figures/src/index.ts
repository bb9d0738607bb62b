export {
  gapsOfProcedures,
  gapsOfUnit,
  openCoverage,
  saidOf,
} from './coverage/coverage.ts'
export { type Gap, hidingGaps, withoutEnd } from './coverage/gap.ts'
export { isHidden, isHiddenBeside, reportedStatistics, type Shown } from './coverage/reported.ts'
export { COVERAGE_VIETNAMESE } from './coverage/vietnamese.ts'
export { UNKNOWN } from './dimension/define-dimension.ts'
export { DIMENSIONS, type DimensionId } from './dimension/dimensions.ts'
export { field } from './dimension/field.ts'
export { organisation } from './dimension/organisation.ts'
export {
  PROCEDURE_DIMENSIONS,
  PROCEDURE_LEVEL_NAMES,
  procedureLevel,
} from './dimension/procedure-dimensions.ts'
export { additionFault, KIND_WORDS } from './figure/addition-fault.ts'
export {
  type BoundFigure,
  type Condition,
  type DossiersBehind,
  type FigureCell,
  gapsOfFigure,
} from './figure/define-figure.ts'
export {
  type FigureReading,
  type FigureScope,
  proceduresOf,
  readingOf,
} from './figure/figure-scope.ts'
export { bindFigure, FIGURES, figureFaults, type NamedFigure } from './figure/figures.ts'
export { columnsFormula, conditionText } from './figure/parameters.ts'
export { portalFigure } from './figure/portal-figure.ts'
export { ministryNote } from './ministries/ministry-note.ts'
export { ministryShares } from './ministries/ministry-shares.ts'
export { loadOrganisations, type NamedOrganisation } from './organisations/organisation-tree.ts'
export { storeInTree } from './organisations/store-in-tree.ts'
export { type CountedGroup, countSelections, type Selection } from './origin/counted-dossiers.ts'
export { type DossierFigure, dossierOrigin } from './origin/dossier-origin.ts'
export type { CountedOrigin, PortalOrigin } from './origin/figure-origin.ts'
export { originOfFigure } from './origin/origin-of-figure.ts'
export { procedureOrigin } from './origin/procedure-origin.ts'
export { paymentShares } from './payments/payment-shares.ts'
export { type UnifiedProcedure, unifiedProcedures } from './procedures/unified-procedures.ts'
export { RANKED_MEASURES } from './ranking/measures.ts'
export { measureOf, rankUnits } from './ranking/rank-units.ts'
export { reconcile } from './reconcile/reconcile.ts'
export type * from './reconcile/reconciliation.ts'
export { type DueDossiers, dueDossiers } from './reminders/due-dossiers.ts'
export { dueList } from './reminders/due-list.ts'
export { dueWeeks } from './reminders/due-weeks.ts'
export { portalScores, type StatedScoreRow } from './scores/portal-scores.ts'
export { serviceIndex } from './scores/service-index.ts'
export { openStated } from './stated/stated-behind.ts'
export { type StatedSource, statedNote, statedSentences } from './stated/stated-sources.ts'
export type { StatedPart } from './stated/stated-sum.ts'
export { compareRules, type RuleComparison } from './statistics/compare-rules.ts'
export type { ComparedFigures } from './statistics/compared-tally.ts'
export { openCounting } from './statistics/counting.ts'
export { COUNTING_RULES, countingRule } from './statistics/counting-rules.ts'
export { scannedBatches } from './statistics/dossier-events.ts'
export { countStatistics, dossierStatistics } from './statistics/dossier-statistics.ts'
export { procedureCounts } from './statistics/procedure-counts.ts'
export { isRestated, restatedFigures } from './statistics/restated-figures.ts'
export type { StatisticsQuery } from './statistics/statistics-query.ts'
export type { StatisticsResult, StatisticsRow } from './statistics/statistics-result.ts'
