import { COUNTING_RULES, type CountingRule, findCountingRule, tt01, UsageError } from '@cchc/domain'

export { COUNTING_RULES }

/** The rule whose events stores keep as a ledger; every other rule is counted from the dossiers. */
export const LEDGER_RULE = tt01

/** The rule of that name, that of TT 01/2020/TT-VPCP without one; throws UsageError, naming the known ones, for any other. */
export function countingRule(id: string = tt01.id): CountingRule {
  const rule = findCountingRule(id)
  if (rule) return rule
  const known = COUNTING_RULES.map((one) => one.id).join(', ')
  throw new UsageError(`No counting rule is called ${id}.`, {
    fix: `Known rules: ${known}.`,
    faults: [{ path: 'rule', message: `must be one of: ${known}` }],
  })
}
