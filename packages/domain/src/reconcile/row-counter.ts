import type { CountedDossier, CountingRule } from '../counting/counting-rule.ts'
import { Tally } from '../counting/tally.ts'
import type { Dossier } from '../dossier.ts'
import type { Amounts } from './amounts.ts'
import type { Days } from './cohort.ts'
import { ROW_COLUMNS, ROW_EXTRAS } from './measures.ts'

/** Counts rows of Form II.06 and what the rule counts beside them, for several periods at once. */
export function rowCounter(rule: CountingRule, periods: readonly Days[]) {
  const tallies = periods.map(({ from, to }) => new Tally(from, to))
  return {
    add(dossier: CountedDossier): void {
      const { channel } = dossier
      rule.count(
        dossier,
        (measure, day) => {
          for (const tally of tallies) tally.add({ measure, channel, day })
        },
        (measure, day) => {
          if (!rule.extraFigures.includes(measure)) return
          for (const tally of tallies) tally.add({ measure, channel, day })
        },
      )
    },
    amounts(period: number): Amounts {
      const tally = tallies[period]
      return tally ? amountsOf(rule, tally) : {}
    },
  }
}

/** One dossier's share in the row of the days. */
export function countRow(rule: CountingRule, dossier: Dossier, { from, to }: Days): Amounts {
  const tally = new Tally(from, to)
  tally.addDossier(rule, dossier)
  return amountsOf(rule, tally)
}

const COLUMNS = Object.entries(ROW_COLUMNS)
const EXTRAS = Object.entries(ROW_EXTRAS)

function amountsOf(rule: CountingRule, tally: Tally): Amounts {
  const amounts: Record<string, number> = {}
  const row = tally.statistics()
  for (const [figure, read] of COLUMNS) {
    const amount = read(row)
    if (amount !== 0) amounts[figure] = amount
  }
  if (rule.extraFigures.length === 0) return amounts
  const extras = tally.extras(rule)
  for (const [figure, extra] of EXTRAS) {
    const amount = extras[extra] ?? 0
    if (amount !== 0) amounts[figure] = amount
  }
  return amounts
}
