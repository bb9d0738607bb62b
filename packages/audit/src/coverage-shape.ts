import { z } from 'zod'

/** How often a rule of arithmetic held in a table, was broken, or could not be worked out, and why. */
export const RuleCoverage = z.object({
  rule: z.string(),
  satisfied: z.int().min(0),
  broken: z.int().min(0),
  blank: z.int().min(0).describe('A cell that it needs is blank'),
  words: z.int().min(0).describe('A cell that it needs holds no number that can be read'),
  withoutParts: z.int().min(0).describe('A rate whose parts the table does not print'),
})

/** What could be judged of one table; `table` counts the heads of lists in a sheet from 1. */
const TableCoverage = z.object({
  sheet: z.string().nullable(),
  table: z.int().min(1),
  rows: z.int().min(0).describe('Rows with a figure or a place for one'),
  figures: z.int().min(0).describe('Figures that could be read, of things that are known'),
  rules: z.array(RuleCoverage),
})
export type TableCoverage = z.output<typeof TableCoverage>

/** What could be judged of a report: its tables, and the rules for which something was not given. */
export const Coverage = z.object({
  tables: z.array(TableCoverage),
  notGiven: z.array(
    z.object({ need: z.enum(['text', 'tasks', 'previous', 'stored']), rules: z.array(z.string()) }),
  ),
})
export type Coverage = z.output<typeof Coverage>

export type RuleCoverage = z.output<typeof RuleCoverage>
