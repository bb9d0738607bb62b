import { DossierStatistics, OrganisationLevel } from '@cchc/domain'
import { STATISTICS_DIMENSIONS } from '@cchc/hub/parameters'
import { z } from '@hono/zod-openapi'

const Named = z.object({ code: z.string(), name: z.string() })
const Group = z.partialRecord(z.enum(STATISTICS_DIMENSIONS), Named)
const Figures = {
  statistics: DossierStatistics.describe('Columns (3)-(13) of Form II.06'),
  onTime: z
    .object({ numerator: z.int(), denominator: z.int() })
    .describe('Early or on time, of all resolved; 0/0 stays 0/0'),
}

/** Answer of /v1/statistics/dossiers. */
export const Statistics = z
  .object({
    rule: z.object({ id: z.string(), version: z.int(), name: z.string() }),
    period: z.object({ from: z.string(), to: z.string() }),
    organisation: Named.extend({ level: OrganisationLevel }).nullable(),
    rows: z.array(z.object({ group: Group, ...Figures })).readonly(),
    total: z.object(Figures),
    findings: z.array(z.string()).readonly().describe('Identities that the rows break'),
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
