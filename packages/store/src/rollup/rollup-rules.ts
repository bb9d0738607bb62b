import { COUNTING_RULES, type CountingRule, findCountingRule, tt01 } from '@cchc/domain'

/** Every rule with its version: sums by others are of no use. */
export const ROLLUP_RULES = COUNTING_RULES.map(({ id, version }) => `${id}@${version}`).join(' ')

/** The rule of an id, that of reports without one; throws RangeError for an unknown one. */
export function ruleOf(id: string = tt01.id): CountingRule {
  const rule = findCountingRule(id)
  if (!rule) throw new RangeError(`no counting rule is called ${id}`)
  return rule
}
