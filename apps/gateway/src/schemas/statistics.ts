import { DossierStatistics, EXTRA_FIGURES, OrganisationLevel } from '@cchc/domain'
import { STATISTICS_DIMENSIONS } from '@cchc/hub/parameters'
import { z } from '@hono/zod-openapi'
import { ClosedPeriod } from './periods.ts'

const Named = z.object({ code: z.string(), name: z.string() })
export const Group = z.partialRecord(z.enum(STATISTICS_DIMENSIONS), Named)
export const Figures = {
  statistics: DossierStatistics.describe('Columns (3)-(13) of Form II.06'),
  extras: z
    .partialRecord(z.enum(EXTRA_FIGURES), z.int())
    .readonly()
    .optional()
    .describe('Figures beside the form, under rules that have any'),
  onTime: z
    .object({ numerator: z.int(), denominator: z.int() })
    .readonly()
    .describe("The rule's rate on time; 0/0 stays 0/0"),
}
export const Origin = {
  treeAt: z
    .string()
    .optional()
    .describe('The day whose organisations these are; absent = the last of the period'),
  period: z.object({ from: z.string(), to: z.string() }),
  organisation: Named.extend({ level: OrganisationLevel }).nullable(),
  findings: z.array(z.string()).readonly().describe('Identities that the rows break'),
}
export const Rule = z.object({ id: z.string(), version: z.int(), name: z.string() })

const Known = {
  knownAt: z.string().optional().describe('The instant whose knowledge these figures show'),
  closed: ClosedPeriod.optional().describe('The closing that froze these figures'),
}

/** Answer of /v1/statistics/dossiers. */
export const Statistics = z
  .object({
    ...Origin,
    rule: Rule,
    rows: z.array(z.object({ group: Group, ...Figures })).readonly(),
    total: z.object(Figures),
    ...Known,
  })
  .openapi('DossierStatistics')

/** Answer of /v1/procedures/counts. */
export const ProcedureCounts = z
  .object({
    rows: z
      .array(z.object({ group: z.record(z.string(), Named).readonly(), count: z.int() }))
      .readonly(),
    total: z.int().describe('Different procedures'),
  })
  .openapi('ProcedureCounts')
