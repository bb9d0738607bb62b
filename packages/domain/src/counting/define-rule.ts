import type { DossierStatistics } from '../dossier-statistics.ts'
import { addFlows, type Ratio, ratio } from '../quantity.ts'
import { countDossier } from './count-dossier.ts'
import type { CountingRule } from './counting-rule.ts'

/** A rule whose events follow from its choices alone, so that no answer can say what `count` does not do. */
export function defineRule(definition: Omit<CountingRule, 'count'>): CountingRule {
  const { choices } = definition
  return {
    ...definition,
    count: (dossier, add, addExtra) => countDossier(choices, dossier, { add, addExtra }),
  }
}

/** Early and on time of all resolved: ((8)+(9))/(7) of Form II.06. */
export function onTimeOfResolved(row: DossierStatistics): Ratio {
  return ratio(addFlows(row.resolvedEarly, row.resolvedOnTime), row.resolvedTotal)
}
