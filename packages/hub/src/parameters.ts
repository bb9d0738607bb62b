import { AppError, Day, parseInstant, parsePeriod } from '@cchc/domain'
import { z } from 'zod'

/** A period as people write it; refused with the forms that can be read. */
const Period = readBy(parsePeriod)

/** Text that a parser reads; refused in the parser's words. */
function readBy(parse: (text: string) => unknown) {
  return z.string().superRefine((text, context) => {
    try {
      parse(text)
    } catch (thrown) {
      const fix = thrown instanceof AppError ? thrown.fix : undefined
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      context.addIssue({
        code: 'custom',
        message: fix === undefined ? message : `${message} ${fix}`,
      })
    }
  })
}

/** Values after one another with commas between, each of them one of `values`. */
function listOf<const V extends readonly [string, ...string[]]>(values: V) {
  return z
    .string()
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(values)).min(1))
}

const Organisation = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .describe('Organisation code, such as H48.53 or 000.00.53.H48')
const PeriodText = Period.describe(
  '2022, 2022-H1, 2022-Q2, 2022-M06, 2022-9M or 2022-12-15..2023-06-10',
)

/** What procedures can be counted by, as it is typed and sent. */
export const PROCEDURE_DIMENSIONS = ['level', 'field', 'serviceLevel'] as const

/** Of when figures are. */
const Time = {
  asKnownAt: readBy(parseInstant)
    .optional()
    .describe(
      'As the hub knew it then, such as 2023-01-05T08:30:00+07:00; a day = its end; now unless told',
    ),
  current: z
    .enum(['true', 'false'])
    .optional()
    .describe('true = not the frozen figures of a closed period'),
  treeAt: Day.optional().describe(
    "The day whose tree of organisations is shown, such as 2025-06-30; the period's last unless told",
  ),
}

/** Parameters of the list of organisations. */
export const OrganisationParameters = z.strictObject({
  treeAt: Day.optional().describe('The tree of this day; all organisations unless told'),
})
export type OrganisationParameters = z.output<typeof OrganisationParameters>

/** Parameters of a reconciliation with the figures that portals state of themselves. */
export const ReconcileParameters = z.strictObject({
  org: Organisation.optional(),
  period: PeriodText,
  tolerance: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .describe('How much may stay unexplained: dossiers such as 5, or a share such as 0,5%'),
  source: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Comma-separated ids of the sources whose own figures are compared; all unless told'),
  all: z.enum(['true', 'false']).optional().describe('true = the equal lines too'),
})
export type ReconcileParameters = z.output<typeof ReconcileParameters>

/** Parameters of procedure counts. */
export const ProcedureCountParameters = z.strictObject({
  org: Organisation.optional(),
  by: listOf(PROCEDURE_DIMENSIONS)
    .optional()
    .describe(`Comma-separated: ${PROCEDURE_DIMENSIONS.join(', ')}`),
})
export type ProcedureCountParameters = z.output<typeof ProcedureCountParameters>

/** Parameters of a report; the configured organisation unless told. */
export const ReportParameters = z.strictObject({
  org: Organisation.optional(),
  period: PeriodText,
  ...Time,
})
export type ReportParameters = z.output<typeof ReportParameters>

/** Parameters of the restatements of a closed period. */
export const RestatementParameters = z.strictObject({
  org: Organisation.optional(),
  period: PeriodText,
  rule: z.string().min(1).max(60).optional().describe('Counting rule; tt01-2020 unless told'),
  asKnownAt: Time.asKnownAt,
})
export type RestatementParameters = z.output<typeof RestatementParameters>

/** Parameters of the calendar. */
export const CalendarParameters = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/, 'must be a year such as 2026')
    .optional()
    .describe('All years unless told'),
})
export type CalendarParameters = z.output<typeof CalendarParameters>

/** Parameters of the question where a figure comes from. */
export const WhyParameters = z.strictObject({
  indicator: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe(
      'Row id, printed code, indicator id or part of the label; without a template also a column of dossier statistics such as resolvedOnTime or onTime',
    ),
  org: Organisation.optional(),
  period: PeriodText,
  template: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe('Report template; needed where several have such a row'),
  column: z.string().min(1).max(60).optional().describe('Key or number of a column, such as (9)'),
  rule: z.string().min(1).max(60).optional().describe('Counting rule; tt01-2020 unless told'),
  ...Time,
})
export type WhyParameters = z.output<typeof WhyParameters>
