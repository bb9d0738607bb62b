import { CAUSES, DossierStatistics } from '@cchc/domain'
import { compareRules } from '@cchc/figures'
import { z } from 'zod'
import { figuresInTree } from '../organisations/in-tree.ts'
import { readKnown } from '../periods/known-state.ts'
import {
  Figures,
  figuresOrigin,
  frozenScope,
  Group,
  splitOf,
  splitParameters,
  topOf,
} from './dossier-statistics.ts'
import { namesOf, Rule, source, time } from './parts.ts'
import { defineQuestion } from './question.ts'

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
  }),
  answer: z
    .object({
      ...figuresOrigin,
      rules: z.array(Rule),
      rows: z.array(Compared.extend({ group: Group })),
      total: Compared,
    })
    .meta({ id: 'RuleComparison', description: 'Figures of each rule, and why they differ' }),
  async ask(hub, asked) {
    const inTree = figuresInTree(hub, asked)
    const split = await splitOf(inTree, asked)
    return readKnown(inTree.store, asked, frozenScope(inTree, split), async ({ store }) => {
      const counted = await compareRules(store, { ...split, rules: asked.rule })
      const { from, to, findings, ...compared } = counted
      const top = topOf(compared.rows, asked.top, ({ byRule: [base] }) => {
        return base?.statistics.receivedTotal ?? 0
      })
      return {
        ...compared,
        ...top,
        findings: findings.map(hub.words),
        ...inTree.tree,
        period: { from, to },
      }
    })
  },
})
