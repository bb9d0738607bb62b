import type { CountingRule } from '@cchc/domain'
import { COUNTING_RULES, findCountingRule, say, tt01, UsageError } from '@cchc/domain'

export { COUNTING_RULES }

/** The rule of that name, that of TT 01/2020/TT-VPCP without one; throws UsageError, naming the known ones, for any other. */
export function countingRule(id: string = tt01.id): CountingRule {
  const rule = findCountingRule(id)
  if (rule) return rule
  const names = COUNTING_RULES.map((one) => one.id).join(', ')
  throw new UsageError(say('No counting rule is called {name}.', { name: id }), {
    fix: say('Known rules: {names}.', { names }),
    faults: [{ path: 'rule', message: say('must be one of: {names}', { names }) }],
  })
}
