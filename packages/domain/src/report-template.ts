import { z } from 'zod'
import { FormLayout } from './form-layout.ts'
import { InForce } from './in-force.ts'
import { IndicatorId } from './indicator.ts'
import { LegalDocument } from './legal-document.ts'
import { OrganisationLevel } from './organisation.ts'
import { FormPeriod } from './periods/form-period.ts'
import { Day } from './time.ts'

/**
 * A column of a form, left to right. `content` says what it prints: a row's own `code`, `label`, `unit` or `note`, or
 * the row's `cell` under this key. `headerGroups` are the heads above it, outermost first; `number` is printed below.
 * `sumOf` names the columns that it is the sum of by the form, such as (3)=(4)+(5)+(6).
 */
export const ReportColumn = z.object({
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
  header: z.string().min(1).max(200),
  headerGroups: z.array(z.string().min(1).max(200)),
  number: z.string().max(40).nullable(),
  content: z.enum(['code', 'label', 'unit', 'cell', 'note']),
  sumOf: z.array(z.string()).min(2).optional(),
  /** Its cells hold words, which need room and are no figures. */
  words: z.boolean().optional(),
})
export type ReportColumn = z.output<typeof ReportColumn>

/** What a row is: the head of a group (biểu, phần), a heading without a figure, an indicator, or a total. */
export const RowType = z.enum(['group', 'heading', 'indicator', 'total'])
export type RowType = z.output<typeof RowType>

/**
 * Where a row's figure comes from: a named figure of the hub with its parameters, an entered indicator, the quotient
 * or the sum of other rows of the template (by row id). Null = no source: not reported until a person enters it.
 */
export const Binding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    figure: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,79}$/),
    where: z.record(z.string(), z.string()),
  }),
  /** `dividedBy`: the form asks for a larger unit than the catalogue, such as tỷ đồng for triệu đồng. */
  z.object({
    kind: z.literal('indicator'),
    indicatorId: IndicatorId,
    dividedBy: z.literal(1000).optional(),
  }),
  z.object({
    kind: z.literal('quotient'),
    numerator: z.string().min(1),
    denominator: z.string().min(1),
    decimals: z.int().min(0).max(6),
  }),
  z.object({ kind: z.literal('sum'), rows: z.array(z.string().min(1)).min(1) }),
])
export type Binding = z.output<typeof Binding>

/** A fixed row of a template; `code` is printed as it stands, numbering quirks of the official form included. */
export const TemplateRow = z.object({
  rowId: z.string().min(1).max(80),
  code: z.string().max(20),
  label: z.string().max(1000),
  /** The label as the form itself prints it, where a printing error of it is mended. */
  originalLabel: z.string().max(1000).optional(),
  unit: z.string().max(100),
  rowType: RowType,
  parentCode: z.string().max(20).nullable(),
  group: z.string().max(20).nullable(),
  indicatorId: IndicatorId.nullable(),
  binding: Binding.nullable(),
})
export type TemplateRow = z.output<typeof TemplateRow>

/** A figure that a form does not print but computes with or tells in words; other rows refer to it by `rowId`. */
export const TemplatePart = z.object({
  rowId: z.string().min(1).max(80),
  indicatorId: IndicatorId.nullable(),
  binding: Binding,
})
export type TemplatePart = z.output<typeof TemplatePart>

/**
 * A heading of the written report and what stands below it; levels are I / 1 / a. Paragraphs have places to fill:
 * `{agency}`, `{period}`, `{days}`, `{rowId}`, `{rowId|column}`, sums `{rowId|a+b}` and rates `{rowId|a+b/c}`.
 */
export const NarrativeSection = z.object({
  level: z.int().min(1).max(3),
  heading: z.string().min(1).max(300),
  paragraphs: z.array(z.string().min(1).max(2000)),
})
export type NarrativeSection = z.output<typeof NarrativeSection>

/** A section of a form; from a day on, periods that begin then or later have other sentences. */
export const TemplateSection = NarrativeSection.extend({
  later: z.object({ from: Day, paragraphs: NarrativeSection.shape.paragraphs }).optional(),
})

/** That a form was held against the text of a document, and on which day. */
export const Verification = z.object({ document: LegalDocument, on: Day })
export type Verification = z.output<typeof Verification>

/**
 * A report form as data. Either its `rows` are fixed (list forms), or `generatedBy` names the dimensions, outermost
 * first, over which the figures named by `generatedFrom` make one row each (Forms II.06a, II.07b). Whether the figures,
 * rows and columns that it refers to exist is checked where a file is loaded.
 */
export const ReportTemplate = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1).max(500),
  formNumber: z.string().max(60).nullable(),
  unitLine: z.string().max(100).nullable(),
  /** Who receives the form from a province or ministry; a unit below sends it to its province. */
  recipient: z.string().max(300).nullable().optional(),
  /** Who receives it from a day on, in order; before the first of them, `recipient`. */
  laterRecipients: z
    .array(z.object({ from: Day, recipient: z.string().min(1).max(300) }))
    .optional(),
  /** Levels of the organisations that make this report; absent = all. */
  levels: z.array(OrganisationLevel).min(1).optional(),
  /** Absent = not known. Others can be asked for all the same, and the report says so. */
  periods: z.array(FormPeriod).min(1).optional(),
  /** Id of the rule that counts its figures unless another is asked for; absent = that of TT 01/2020/TT-VPCP. */
  rule: z.string().min(1).max(60).optional(),
  /** Null = nobody has held the form against its document yet, which every report says; absent = not told. */
  verified: Verification.nullable().optional(),
  legalBasis: z.array(LegalDocument),
  /** Absent = nothing is known. */
  inForce: InForce.optional(),
  columns: z.array(ReportColumn).min(1),
  rows: z.array(TemplateRow),
  generatedBy: z.array(z.string().min(1)),
  generatedFrom: z.string().min(1).optional(),
  /** Figures that rows are computed from without being printed. */
  parts: z.array(TemplatePart).optional(),
  /** What the written report is about (trích yếu); has places to fill like a paragraph. */
  subject: z.string().min(1).max(500).optional(),
  narrative: z.array(TemplateSection).optional(),
  /** What the form calls its groups, numbered from 1 on; each of them begins a table of its own (`Biểu`). */
  groupName: z.string().min(1).max(40).optional(),
  layout: FormLayout.optional(),
})
export type ReportTemplate = z.output<typeof ReportTemplate>
