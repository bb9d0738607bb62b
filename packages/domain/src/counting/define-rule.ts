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
