import { btp07a } from './btp-07a.ts'
import type { CountingRule } from './counting-rule.ts'
import { opencps2 } from './opencps-2.ts'
import { qd766 } from './qd766-2022.ts'
import { tt01 } from './tt01-2020.ts'

/** Every rule that figures can be counted by; the first is the default. */
export const COUNTING_RULES: readonly CountingRule[] = [tt01, qd766, opencps2, btp07a]

/** The rule of that name; undefined when there is none. */
export function findCountingRule(id: string): CountingRule | undefined {
  return COUNTING_RULES.find((rule) => rule.id === id)
}
