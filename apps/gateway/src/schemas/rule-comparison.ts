import { CAUSES, DossierStatistics } from '@cchc/domain'
import { z } from '@hono/zod-openapi'
import { Figures, Group, Origin, Rule } from './statistics.ts'

const Column = DossierStatistics.keyof()
const Change = z.object({
  column: Column,
  more: z.int().describe('Dossiers that count here under the other rule only'),
  fewer: z.int().describe('Dossiers that count here under the first rule only'),
  difference: z.int(),
})
const Bilingual = z
  .object({ en: z.string(), vi: z.string() })
  .readonly()
  .describe('The same words in English and Vietnamese')
const CauseDifference = z.object({
  cause: z.enum([...CAUSES, 'unexplained']),
  name: Bilingual,
  dossiers: z.int(),
  columns: z.array(Change).readonly(),
  answers: z
    .object({ base: Bilingual, other: Bilingual })
    .nullable()
    .describe('What both rules answer to the question on which they differ'),
})
const Difference = z.object({
  base: z.string(),
  other: z.string(),
  columns: z
    .array(z.object({ column: Column, base: z.int(), other: z.int(), difference: z.int() }))
    .readonly(),
  dossiers: z.int().describe('Dossiers that any column counts differently'),
  causes: z
    .array(CauseDifference)
    .readonly()
    .describe('The differences of a column over all causes add up to its whole difference'),
})
const Compared = {
  byRule: z.array(z.object({ rule: z.string(), ...Figures })).readonly(),
  differences: z.array(Difference).readonly(),
}

/** Answer of /v1/statistics/comparison. */
export const RuleComparison = z
  .object({
    ...Origin,
    rules: z.array(Rule).readonly(),
    rows: z.array(z.object({ group: Group, ...Compared })).readonly(),
    total: z.object(Compared),
  })
  .openapi('RuleComparison')
