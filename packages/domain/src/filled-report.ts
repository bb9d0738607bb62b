import { z } from 'zod'
import { Cell } from './cell.ts'
import { LegalDocument } from './legal-document.ts'
import { ReportLetter } from './letter-words.ts'
import { issueOf } from './messages/faults.ts'
import { say } from './messages/say.ts'
import { OrganisationCode, OrganisationLevel } from './organisation.ts'
import { NarrativeSection, ReportColumn, RowType } from './report-template.ts'
import { ReportingPeriod } from './reporting-period.ts'
import { Day, Instant } from './time.ts'

/** Who reports, for which period, under which number; null = not stated (a blank number is a fault that audits find). */
export const ReportHead = z.object({
  province: z.string().max(100).nullable(),
  agency: z.string().min(1).max(300),
  organisationCode: OrganisationCode.nullable(),
  level: OrganisationLevel,
  period: ReportingPeriod,
  issuedOn: Day.nullable(),
  reportNumber: z.string().max(60).nullable(),
  /** Cơ quan chủ quản, printed above the agency; absent or null = none or not stated. */
  superior: z.string().max(300).nullable().optional(),
})
export type ReportHead = z.output<typeof ReportHead>

/** How the hub computed a row from others, by row id; they need not be printed. */
export const Derivation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quotient'), numerator: z.string(), denominator: z.string() }),
  z.object({ kind: z.literal('sum'), rows: z.array(z.string()).min(1) }),
])
export type Derivation = z.output<typeof Derivation>

/** One row with its cells by column key. `code` is as printed and need not be unique; `rowId` is. */
export const ReportRow = z.object({
  rowId: z.string().min(1).max(80),
  code: z.string().max(20),
  label: z.string().max(1000),
  unit: z.string().max(100),
  cells: z.record(z.string(), Cell),
  note: z.string().max(4000),
  rowType: RowType,
  parentCode: z.string().max(20).nullable(),
  group: z.string().max(20).nullable(),
  derivation: Derivation.optional(),
  /** For a figure of the hub's own: its name and parameters, as its template binds them. */
  figure: z.object({ name: z.string(), where: z.record(z.string(), z.string()) }).optional(),
  /** Who states its figures, wholly or in part, of which units and days; absent = they are counted. */
  stated: z.array(z.string()).optional(),
  /** For a figure that a person entered: who, when, and from which cell of which file. */
  entered: z
    .object({
      by: z.string(),
      at: Instant,
      origin: z.object({ file: z.string(), address: z.string().nullable() }).nullable(),
    })
    .optional(),
})
export type ReportRow = z.output<typeof ReportRow>

/**
 * How the figures came about: the counting rule, each source with the instant of its last completed run, and the
 * instant whose knowledge they show: a report made again as known at `madeAt` is the same.
 */
export const ReportOrigin = z.object({
  rule: z.object({ id: z.string(), version: z.int(), name: z.string() }).nullable(),
  sources: z.array(
    z.object({
      id: z.string(),
      lastCompletedAt: Instant.nullable(),
      /** The run that completed it then; null = never completed, absent = not told. */
      run: z
        .object({
          id: z.string(),
          connector: z.string(),
          connectorVersion: z.string(),
          startedAt: Instant,
        })
        .nullable()
        .optional(),
    }),
  ),
  madeAt: Instant,
  /** What the clock said when it was made, where `madeAt` lies far ahead of it: a clock had been fast before. */
  clock: Instant.optional(),
  /** For the frozen figures of a closed period: whether what is known since gives others. */
  closed: z.object({ restated: z.boolean() }).optional(),
  /** The day whose organisations the figures are shown by, where another than the period's last was asked for. */
  treeAt: Day.optional(),
  /** What of the period no source has read; the figures that need it are blank, or say that they are partial. */
  missing: z.array(z.string()).optional(),
  /** What is stated by sources instead of counted from dossiers: by whom, of which units and days. */
  stated: z.array(z.string()).optional(),
  /** How many of the counted dossiers stand in ministries' central systems. */
  inMinistries: z.array(z.string()).optional(),
  /** That the form or the counting rule is, or may be, out of force for the period. */
  cautions: z.array(z.string()).optional(),
})
export type ReportOrigin = z.output<typeof ReportOrigin>

/**
 * A report with its figures, in a list form or a wide one; everything a renderer needs. `provenance` is null for a
 * report that people wrote. Cells stand only under columns whose content is `cell`.
 */
export const FilledReport = z
  .object({
    head: ReportHead,
    templateId: z.string().nullable(),
    title: z.string().min(1).max(500),
    formNumber: z.string().max(60).nullable(),
    unitLine: z.string().max(100).nullable(),
    /** Đơn vị nhận báo cáo; absent or null = not stated. */
    recipient: z.string().max(300).nullable().optional(),
    columns: z.array(ReportColumn).min(1),
    rows: z.array(ReportRow),
    provenance: ReportOrigin.nullable(),
    legalBasis: z.array(LegalDocument).optional(),
    /** Its agency's own words; absent = none are configured. */
    letter: ReportLetter.optional(),
    /** Trích yếu of the written report, its headings and its paragraphs with the figures filled in. */
    subject: z.string().max(1000).optional(),
    narrative: z.array(NarrativeSection).optional(),
    /** What the form calls its groups, each a table of its own (`Biểu`). */
    groupName: z.string().max(40).optional(),
    /** The kind of the received file that its form was learnt of; absent = of none. */
    layout: z.enum(['xlsx', 'docx']).optional(),
  })
  .superRefine((report, context) => {
    const keys = new Set(report.columns.filter((c) => c.content === 'cell').map((c) => c.key))
    const seen = new Set<string>()
    for (const row of report.rows) {
      const named = { row: row.rowId }
      if (seen.has(row.rowId)) context.addIssue(issueOf(say('row id {row} occurs twice', named)))
      seen.add(row.rowId)
      const column = Object.keys(row.cells).find((key) => !keys.has(key))
      if (column === undefined) continue
      context.addIssue(
        issueOf(say('row {row} has a cell under no column: {column}', { ...named, column })),
      )
    }
  })
export type FilledReport = z.output<typeof FilledReport>
