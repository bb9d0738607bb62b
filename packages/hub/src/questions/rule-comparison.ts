import { addStatistics, CAUSES, DossierStatistics, InForce } from '@cchc/domain'
import {
  type ComparedFigures,
  compareRules,
  countingRule,
  type Gap,
  isHidden,
  type Shown,
} from '@cchc/figures'
import { z } from 'zod'
import { figuresInTree } from '../organisations/in-tree.ts'
import { gapsIn, said } from '../periods/coverage.ts'
import { readKnown } from '../periods/known-state.ts'
import {
  Figures,
  figuresOrigin,
  frozenScope,
  Group,
  shownFigures,
  splitOf,
  splitParameters,
} from './dossier-statistics.ts'
import { anyway, namesOf, partial, Rule, source, time } from './parts.ts'
import { defineQuestion } from './question.ts'
import { cautionsOf } from './rule-cautions.ts'
import { topOf } from './top-rows.ts'

const Column = DossierStatistics.keyof()
const Bilingual = z
  .object({ en: z.string(), vi: z.string() })
  .describe('The same words in English and Vietnamese')

const CauseDifference = z.object({
  cause: z.enum([...CAUSES, 'unexplained']),
  name: Bilingual,
  dossiers: z.int(),
  columns: z.array(
    z.object({
      column: Column,
      more: z.int().describe('Dossiers that count here under the other rule only'),
      fewer: z.int().describe('Dossiers that count here under the first rule only'),
      difference: z.int(),
    }),
  ),
  answers: z
    .object({ base: Bilingual, other: Bilingual })
    .nullable()
    .describe('What both rules answer to the question on which they differ'),
})

const Difference = z.object({
  base: z.string(),
  other: z.string(),
  columns: z.array(
    z.object({ column: Column, base: z.int(), other: z.int(), difference: z.int() }),
  ),
  dossiers: z.int().describe('Dossiers that any column counts differently'),
  causes: z
    .array(CauseDifference)
    .describe('The differences of a column over all causes add up to its whole difference'),
})

const Compared = z.object({
  byRule: z.array(Figures.extend({ rule: z.string() })),
  differences: z.array(Difference),
})

/** The same figures by two or more rules, and for which causes each rule differs from the first. */
export const ruleComparison = defineQuestion({
  command: 'stats dossiers',
  scope: 'figures:read',
  path: '/v1/statistics/comparison',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'dossier statistics by several counting rules, side by side, with the causes of their differences',
    vi: 'thống kê hồ sơ theo nhiều quy tắc đếm đặt cạnh nhau, kèm nguyên nhân chênh lệch',
  },
  parameters: z.strictObject({
    ...splitParameters,
    rule: namesOf().meta({
      description: 'two or more counting rules, with commas; the others are told from the first',
      vi: 'hai quy tắc đếm trở lên, cách nhau bằng dấu phẩy; so với quy tắc đầu tiên',
      placeholder: 'names',
    }),
    source,
    ...time,
    ...partial,
    ...anyway,
  }),
  answer: z
    .object({
      ...figuresOrigin,
      rules: z.array(Rule.extend({ inForce: InForce })),
      rows: z.array(Compared.extend({ group: Group })),
      total: Compared,
    })
    .meta({ id: 'RuleComparison', description: 'Figures of each rule, and why they differ' }),
  async ask(hub, asked) {
    const inTree = figuresInTree(hub, asked)
    const split = await splitOf(inTree, asked)
    const cautions = cautionsOf(asked.rule, { ...asked, day: split.to })
    return readKnown(inTree.store, asked, frozenScope(inTree, split), async (known) => {
      const { store, instant } = known
      const counted = await compareRules(store, { ...split, rules: asked.rule })
      const { from, to, findings, totalStated, ...compared } = counted
      const [base] = compared.total.byRule
      const total = base?.statistics ?? addStatistics([])
      const stated = totalStated?.gaps ?? []
      const figures = { total, ...(totalStated && { totalStated }) }
      const gaps = await gapsIn(store, { split, counted: figures, now: instant ?? hub.now() })
      const shown = (figures: ComparedFigures, own: readonly Gap[]) =>
        shownComparison(figures, { gaps: [...own, ...stated], partial: asked.partial ?? false })
      const top = topOf(compared.rows, asked.top, ({ byRule: [first] }) => {
        return first?.statistics.receivedTotal ?? 0
      })
      return {
        ...compared,
        ...top,
        rules: compared.rules.map((one) => ({ ...one, inForce: countingRule(one.id).inForce })),
        rows: top.rows.map(({ group, ...row }) => ({
          group,
          ...shown(row, gaps.of(group.month?.code)),
        })),
        total: shown(compared.total, gaps.all),
        ...said(hub, { missing: gaps.told, cautions }),
        findings: findings.map(hub.words),
        ...inTree.tree,
        period: { from, to },
      }
    })
  },
})

/** Rules are held against each other only where their figures are known. */
function shownComparison({ byRule, differences }: ComparedFigures, shown: Shown) {
  return {
    byRule: byRule.map(({ rule, ...figures }) => ({ rule, ...shownFigures(rule, figures, shown) })),
    differences: isHidden(shown, 'resolvedTotal') ? [] : differences,
  }
}
