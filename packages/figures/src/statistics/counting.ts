import type { CountingRule } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { loadNames, type Names } from '../dimension/names.ts'
import { countingRule } from './counting-rules.ts'

/** What one request counts with; read once and handed down. */
export interface Counting {
  readonly store: Store
  readonly names: Names
  readonly rule: CountingRule
}

/** Finds the rule (that of reports unless one is named) and reads the names; throws UsageError for an unknown rule. */
export async function openCounting(store: Store, rule?: string): Promise<Counting> {
  return { store, rule: countingRule(rule), names: await loadNames(store) }
}
