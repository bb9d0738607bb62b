import { Cell, LegalDocument, OrganisationLevel } from '@cchc/domain'
import { z } from '@hono/zod-openapi'

const Count = z.number()
const Days = z.object({ from: z.string(), to: z.string() })

const Contribution = z.object({
  code: z.string(),
  name: z.string(),
  sources: z.array(z.string()).readonly(),
  count: Count,
  columns: z.record(z.string(), Count).readonly().describe('By column of Form II.06'),
})

const Share = z.object({
  source: z.string(),
  count: Count,
  runs: z.array(z.object({ run: z.string(), count: Count })).readonly(),
})

const PortalRecord = z.object({
  measure: z.string(),
  value: z.number().nullable(),
  source: z.string(),
  organisation: z.string(),
  from: z.string(),
  to: z.string(),
  provisional: z.boolean(),
  run: z.string(),
  knownFrom: z.string(),
})

const Origin = z.object({
  kind: z.enum(['quotient', 'sum', 'counted', 'portal', 'entered', 'missing']),
  formula: z.string().optional(),
  operands: z
    .array(z.lazy((): z.ZodType => ExplainedCell))
    .readonly()
    .optional()
    .describe('The cells that this one is made of, each explained in the same way as `cell`'),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  rounding: z
    .object({ exact: z.string(), decimals: z.int(), method: z.literal('half-up') })
    .optional(),
  figure: z.string().optional(),
  name: z.string().optional(),
  per: z.enum(['organisation', 'field', 'procedure']).optional(),
  conditions: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .readonly()
    .optional(),
  window: Days.nullable().optional(),
  total: Count.optional().describe('Sum of the contributions; equals the cell'),
  contributions: z.array(Contribution).readonly().optional(),
  records: z
    .union([z.enum(['dossiers', 'procedures']), z.array(PortalRecord).readonly()])
    .optional()
    .describe('What the shares count; of a portal, its figures'),
  shares: z.array(Share).readonly().optional(),
  by: z.string().optional(),
  at: z.string().optional(),
  file: z.string().nullable().optional(),
  sha256: z.string().nullable().optional(),
  address: z.string().nullable().optional(),
  reason: z.string().nullable().optional(),
  insteadOf: z.string().nullable().optional(),
  reasons: z.array(z.string()).readonly().optional(),
})

/** A cell with its origin. */
const ExplainedCell = z
  .object({
    rowId: z.string(),
    code: z.string(),
    label: z.string(),
    unit: z.string(),
    indicatorId: z.string().nullable(),
    column: z.object({ key: z.string(), number: z.string().nullable(), title: z.string() }),
    printed: z.string(),
    cell: Cell,
    note: z.string(),
    origin: Origin,
  })
  .openapi('ExplainedCell')

const Run = z.object({
  id: z.string(),
  source: z.string(),
  connector: z.string(),
  connectorVersion: z.string(),
  status: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
})

/** Answer of /v1/why. */
export const Explanation = z
  .object({
    template: z.object({ id: z.string(), title: z.string() }),
    organisation: z.object({ code: z.string(), name: z.string(), level: OrganisationLevel }),
    period: Days.extend({ text: z.string(), cutOffDay: z.int() }),
    knownAt: z.string(),
    closed: z.object({ restated: z.boolean() }).optional(),
    treeAt: z.string().optional(),
    rule: z.object({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      legalBasis: z.array(LegalDocument).readonly(),
    }),
    cell: ExplainedCell,
    runs: z.array(Run).readonly().describe('Every run that the tree names'),
    sources: z
      .array(
        z.object({
          source: z.string(),
          title: z.string().nullable(),
          lastCompletedAt: z.string().nullable(),
        }),
      )
      .readonly(),
    findings: z.array(z.string()).readonly().describe('What does not add up'),
  })
  .openapi('Explanation')
