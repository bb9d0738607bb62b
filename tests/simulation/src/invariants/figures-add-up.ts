import { addStatistics, inWords } from '@cchc/domain'
import { COUNTING_RULES, dossierStatistics } from '@cchc/figures'
import type { View } from '../view.ts'
import type { Invariant } from './define-invariant.ts'
import { difference } from './known-stays-known.ts'

export const figuresAddUp: Invariant = {
  name: 'figures-add-up',
  when: 'seldom',
  sentence:
    'Under every rule offices add up to the province, rows keep the identities of Form II.06, and the ledger counts as the dossiers do.',
  async check(view) {
    const turn = view.year.happened.get('looks at rest') ?? 0
    const one = COUNTING_RULES[turn % COUNTING_RULES.length]
    for (const rule of view.isLast || !one ? COUNTING_RULES : [one]) {
      const broken = await brokenBy(view, rule.id)
      if (broken) return `${rule.id}: ${broken}`
    }
    return undefined
  },
}

async function brokenBy(view: View, rule: string): Promise<string | undefined> {
  const whole = await statistics(view, rule, [])
  const [finding] = whole.findings
  if (finding) return inWords(finding)
  for (const split of [['org'], ['org', 'procedure']] as const) {
    const { rows } = await statistics(view, rule, split)
    const sum = JSON.stringify(addStatistics(rows.map((row) => row.statistics)))
    const total = JSON.stringify(whole.total)
    if (sum !== total) return `by ${split.join()}: ${difference(total, sum)}`
  }
  return undefined
}

const QUARTER = { from: '2025-03-15', to: '2025-06-14' }

function statistics(
  { store }: View,
  rule: string,
  by: readonly ('org' | 'procedure')[],
): ReturnType<typeof dossierStatistics> {
  return dossierStatistics(store, { ...QUARTER, rule, by })
}
