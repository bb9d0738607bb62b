import { Day } from '@cchc/domain'
import { z } from 'zod'
import { ReportedTask } from './reported-task.ts'

/** The addresses of the cells that hold the words of a row, where it was read from a file with cells. */
const CellsOfWords = z.object({
  code: z.string().optional(),
  label: z.string().optional(),
  unit: z.string().optional(),
  note: z.string().optional(),
})

/**
 * A row of a filled report as it was read; `line` is the row of the sheet or the line of the file, from 1, `address`
 * that of the cell with its figure, such as `Biểu 1!D12`.
 */
export const AuditedRow = z.object({
  line: z.int().min(1),
  sheet: z.string().nullable(),
  address: z.string().optional(),
  wordsAt: CellsOfWords.optional(),
  /** Below which head of its sheet, where heads are repeated. */
  table: z.int().optional(),
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  value: z.string(),
  note: z.string(),
})
export type AuditedRow = z.output<typeof AuditedRow>

/** What is known of the report as a whole; null = not stated, an empty number = its place was left blank. */
export const AuditedHead = z.object({
  title: z.string().nullable(),
  agency: z.string().nullable(),
  province: z.string().nullable(),
  reportNumber: z.string().nullable(),
  issuedOn: Day.nullable(),
  period: z.object({ text: z.string().nullable(), from: Day.nullable(), to: Day.nullable() }),
})
export type AuditedHead = z.output<typeof AuditedHead>

/** Between the heads above a column, in its title. */
export const BETWEEN_HEADS = ' – '

/**
 * A table with many columns of figures, such as Form II.06a. `title` = what stands above a column, from the group down,
 * with ` – ` in between; `totalOf` = the columns, from 0, that its printed formula adds up; `shareOf` = those that it
 * divides; `restOf` = one without others.
 */
export const WideTable = z.object({
  sheet: z.string().nullable(),
  /** Which of the tables of its sheet, from 1. */
  table: z.int().optional(),
  /** Its rows are figures of different kinds, which no row of totals adds up. */
  ofIndicators: z.literal(true).optional(),
  columns: z.array(
    z.object({
      title: z.string(),
      totalOf: z.array(z.int().min(0)),
      shareOf: z
        .object({ count: z.array(z.int().min(0)), whole: z.array(z.int().min(0)) })
        .optional(),
      restOf: z.object({ whole: z.int().min(0), without: z.array(z.int().min(0)) }).optional(),
    }),
  ),
  rows: z.array(
    z.object({
      line: z.int().min(1),
      code: z.string(),
      label: z.string(),
      /** A further line of the row above, whose name stretches over both. */
      continues: z.literal(true).optional(),
      wordsAt: CellsOfWords.optional(),
      figures: z.array(z.string()),
      /** The addresses of the cells with these figures. */
      addresses: z.array(z.string()).optional(),
    }),
  ),
})
export type WideTable = z.output<typeof WideTable>

/** The rows of a list with their figures in another column than the first: those of another period. */
export const FurtherColumn = z.object({ head: z.string(), rows: z.array(AuditedRow) })
export type FurtherColumn = z.output<typeof FurtherColumn>

/** A filled report as audits read it: the rows of its lists, its wide tables, its table of tasks, its text. */
export const AuditedReport = z.object({
  head: AuditedHead,
  rows: z.array(AuditedRow),
  further: z.array(FurtherColumn).optional(),
  wide: z.array(WideTable).optional(),
  tasks: z.array(ReportedTask).optional(),
  /** The paragraphs around its tables. */
  text: z.array(z.string()).optional(),
})
export type AuditedReport = z.output<typeof AuditedReport>

/** The head of a report of which only the rows are known. */
export const UNKNOWN_HEAD: AuditedHead = Object.freeze({
  title: null,
  agency: null,
  province: null,
  reportNumber: null,
  issuedOn: null,
  period: { text: null, from: null, to: null },
})
