import { OrganisationLevel } from '@cchc/domain'
import { RECONCILE_CAUSES, VERDICTS } from '@cchc/domain/reconcile'
import { z } from '@hono/zod-openapi'

const Named = z.object({ code: z.string(), name: z.string() })
const Organisation = Named.extend({ level: OrganisationLevel })

const Cause = z.object({
  code: z.enum(RECONCILE_CAUSES),
  name: z.string(),
  detail: Named.nullable().describe('The answer of the counting rule that differs'),
  dossiers: z.int().describe('Dossiers that this figure counts differently for this cause'),
  effect: z.int().describe('There minus here'),
  confidence: z
    .enum(['identified', 'arithmetic'])
    .describe('identified = the dossiers are known one by one; arithmetic = the sums fit exactly'),
})

const Line = z.object({
  source: z.string(),
  portal: z.string(),
  rule: z.object({ id: z.string(), name: z.string() }),
  organisation: Organisation,
  period: z.object({ from: z.string(), to: z.string(), provisional: z.boolean() }),
  channel: z.enum(['online', 'direct', 'postal', 'direct_postal']).nullable(),
  measure: z.string(),
  portalMeasure: z.string().describe("The portal's own name of its figure"),
  here: z.number(),
  there: z.number().nullable().describe('null = the portal states none'),
  difference: z.number().describe('There minus here'),
  verdict: z.enum(VERDICTS),
  causes: z.array(Cause).readonly(),
  unexplained: z.number(),
  explained: z.boolean(),
  withinTolerance: z.boolean(),
})

/** Answer of /v1/reconciliation. */
export const Reconciliation = z
  .object({
    period: z.object({ from: z.string(), to: z.string() }),
    organisation: Organisation.nullable(),
    tolerance: z.object({ amount: z.number(), unit: z.enum(['dossiers', 'percent']) }),
    lines: z.array(Line).readonly(),
    summary: z.object({
      lines: z.int(),
      byVerdict: z.record(z.enum(VERDICTS), z.int()).readonly(),
      explained: z.int(),
      withinTolerance: z.int(),
      open: z.int().describe('Unexplained and beyond the tolerance'),
    }),
  })
  .openapi('Reconciliation')
