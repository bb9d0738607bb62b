import { Cell, InForce, LegalDocument } from '@cchc/domain'
import { z } from 'zod'
import { FigureValue } from './figure-history.ts'
import { cautions, Days, missing, NamedOrganisation, Rule } from './parts.ts'

const Count = z.number()

const Contribution = z.object({
  code: z.string(),
  name: z.string(),
  sources: z.array(z.string()),
  count: Count,
  columns: z.record(z.string(), Count).describe('By column of Form II.06'),
})

const Share = z.object({
  source: z.string(),
  count: Count,
  runs: z
    .array(z.object({ run: z.string(), count: Count }))
    .describe('Empty where there are too many records to tell; `runs` asks for them all the same'),
})

const StatedRow = z.object({
  source: z.string(),
  organisation: z.string(),
  field: z.string().nullable(),
  procedure: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  rule: z.string(),
  counts: z.record(z.string(), Count).describe('As it came; a column that is absent is not given'),
  document: z.string().nullable(),
  place: z.string().nullable(),
  statedOn: z.string().nullable(),
  run: z.string(),
  knownFrom: z.string(),
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

const Quotient = z.object({
  kind: z.literal('quotient'),
  formula: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  rounding: z.object({ exact: z.string(), decimals: z.int(), method: z.literal('half-up') }),
  get operands() {
    return z.array(ExplainedCell)
  },
})

const Sum = z.object({
  kind: z.literal('sum'),
  formula: z.string(),
  get operands() {
    return z.array(ExplainedCell)
  },
})

const Counted = z.object({
  kind: z.literal('counted'),
  figure: z.string(),
  name: z.string(),
  formula: z.string(),
  per: z.enum(['organisation', 'field', 'procedure']).describe('What the contributions are'),
  conditions: z.array(z.object({ name: z.string(), value: z.string() })),
  window: Days.nullable().describe('null = counted as it stands, whatever the period'),
  total: Count.describe('Sum of the contributions; equals the cell'),
  contributions: z.array(Contribution),
  records: z.enum(['dossiers', 'procedures']).describe('What the shares count'),
  shares: z.array(Share),
  stated: z
    .array(StatedRow)
    .optional()
    .describe('The rows that sources state instead of dossiers; absent = none'),
  get operands() {
    return z.array(ExplainedCell)
  },
})

const Stated = z.object({
  kind: z.literal('portal'),
  figure: z.string(),
  name: z.string(),
  formula: z.string(),
  records: z.array(PortalRecord),
})

const Entered = z.object({
  kind: z.literal('entered'),
  by: z.string(),
  at: z.string(),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  address: z.string().nullable(),
  reason: z.string().nullable(),
  insteadOf: z.string().nullable().describe('Why it stands where the form computes a figure'),
  units: z
    .array(
      z.object({
        organisation: z.string(),
        name: z.string(),
        printed: z.string(),
        by: z.string(),
        at: z.string(),
        file: z.string().nullable(),
        address: z.string().nullable(),
      }),
    )
    .optional()
    .describe('What the units below gave of a figure that was added up; absent = it was not'),
})

const Missing = z.object({
  kind: z.literal('missing'),
  reasons: z.array(z.string()),
  get operands() {
    return z.array(ExplainedCell)
  },
})

/** A cell with its origin; those that it is made of are explained in the same way. */
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
    origin: z.discriminatedUnion('kind', [Quotient, Sum, Counted, Stated, Entered, Missing]),
  })
  .meta({ id: 'ExplainedCell' })

const Run = z.object({
  id: z.string(),
  source: z.string(),
  connector: z.string(),
  connectorVersion: z.string(),
  status: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
})

/** Everything about where one cell of a report comes from. */
export const Explanation = z
  .object({
    template: z.object({ id: z.string(), title: z.string() }),
    organisation: NamedOrganisation,
    period: Days.extend({ text: z.string(), cutOffDay: z.int() }),
    knownAt: z.string(),
    closed: z.object({ restated: z.boolean() }).optional(),
    treeAt: z.string().optional(),
    rule: Rule.extend({ legalBasis: z.array(LegalDocument), inForce: InForce }),
    cell: ExplainedCell,
    runs: z.array(Run).describe('Every run that the tree names'),
    sources: z.array(
      z.object({
        source: z.string(),
        title: z.string().nullable(),
        lastCompletedAt: z.string().nullable(),
      }),
    ),
    missing,
    cautions,
    findings: z.array(z.string()).describe('What does not add up'),
    history: z
      .array(FigureValue)
      .optional()
      .describe('Every value that it had, the oldest first; absent = not asked for'),
  })
  .meta({ id: 'Explanation', description: 'The figure and its origin' })
