import { dossierStatistics } from './dossier-statistics.ts'
import type { Question } from './question.ts'
import { ruleComparison } from './rule-comparison.ts'

/** Everything that can be asked. */
export const QUESTIONS: readonly Question[] = [dossierStatistics, ruleComparison]
