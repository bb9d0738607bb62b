import { type Catalogue, type Message, say } from '../messages/say.ts'
import type { CountingRule } from './counting-rule.ts'
import { findCountingRule } from './rules.ts'

/** That a form is counted by another rule than its own; undefined where it is counted by its own. */
export function countedOtherwise(
  name: string,
  { own, rule }: { readonly own: string; readonly rule: CountingRule },
): Message | undefined {
  if (rule.id === own) return undefined
  const names = { own: findCountingRule(own)?.name ?? own, rule: rule.name }
  return say('{name} is to be counted by “{own}”; here it is counted by “{rule}”.', {
    name,
    ...names,
  })
}

/** The same in reports. */
export const OTHER_RULE_VIETNAMESE: Catalogue = {
  '{name} is to be counted by “{own}”; here it is counted by “{rule}”.':
    '{name} phải đếm theo quy tắc “{own}”; ở đây đếm theo quy tắc “{rule}”.',
}
