import type {
  IndicatorId,
  Message,
  ReportLetter,
  ReportOrigin,
  ReportTemplate,
  TemplateRow,
} from '@cchc/domain'
import {
  cleanTexts,
  FilledReport,
  FORM_PERIODS_VIETNAMESE,
  IN_FORCE_VIETNAMESE,
  inWords,
  LAYOUTS_VIETNAMESE,
  OTHER_RULE_VIETNAMESE,
} from '@cchc/domain'
import { bindFigure, type Gap, gapsOfFigure, readingOf, saidOf, statedNote } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { type EnteredFigures, NOTHING_ENTERED } from './filling/entered-figures.ts'
import { type CellSources, type FilledRows, fillRows } from './filling/fill-rows.ts'
import { headOf, recipientOf } from './filling/issuer.ts'
import { narrativeOf } from './filling/narrative.ts'
import { type OpenReport, openReport, type ReportRequest } from './filling/open-report.ts'
import { sourcesOf } from './filling/source-passes.ts'
import { generatorOf } from './generated/generators.ts'
import { reasonsOf } from './origin/reasons.ts'

/** Which report, and what is said with it. */
export interface FillRequest extends ReportRequest {
  /** Said of the frozen figures of a closed period. */
  readonly closed?: ReportOrigin['closed']
  /** Said of figures shown by the organisations of another day than the period's last. */
  readonly treeAt?: ReportOrigin['treeAt']
  /** What people entered; nothing unless given. */
  readonly entered?: EnteredFigures
  /** What is to be told of the received file of a learnt form. */
  readonly ofLayout?: readonly Message[]
  /** The agency's own words; dotted blanks and what its name tells unless given. */
  readonly letter?: ReportLetter
}

/** What is to be told of a report beside it, as messages: its own words are Vietnamese. */
export interface ReportLacks {
  readonly missing: readonly Message[]
  readonly cautions: readonly Message[]
}

const CAUTIONS = {
  ...IN_FORCE_VIETNAMESE,
  ...FORM_PERIODS_VIETNAMESE,
  ...LAYOUTS_VIETNAMESE,
  ...OTHER_RULE_VIETNAMESE,
}
const LACKS = new WeakMap<FilledReport, ReportLacks>()

/** What was told of a report when it was filled; nothing of one that was not filled here. */
export function lacksOf(report: FilledReport): ReportLacks {
  return LACKS.get(report) ?? { missing: [], cautions: [] }
}

/**
 * Fills a template from what the store knows and people entered, in words that every kind of document can hold. Throws as
 * `openReport` does.
 */
export async function fillTemplate(store: Store, request: FillRequest): Promise<FilledReport> {
  const opened = await openReport(store, request)
  const report = { ...opened, cautions: [...opened.cautions, ...(request.ofLayout ?? [])] }
  const { template, scope } = report
  const { organisation, period, rule } = scope
  const { now, clock, closed, treeAt, letter } = request
  const { rows, cells, gaps, stated, inMinistries } = await filledRows(report, request.entered)
  const missing = reasonsOf(gaps)
  const cautions = report.cautions.map((one) => named(inWords(one, CAUTIONS), report))
  const filled = FilledReport.parse(
    cleanTexts({
      ...formOf(template),
      legalBasis: citedBy(organisation.code, template),
      ...(letter && { letter }),
      ...narrativeOf(template, {
        ...{ agency: organisation.name, period, rows, cells, missing, inMinistries },
      }),
      head: headOf(scope),
      recipient: recipientOf(report),
      rows,
      provenance: {
        rule: { id: rule.id, version: rule.version, name: rule.name },
        sources: await sourcesOf(store),
        madeAt: now,
        clock,
        closed,
        treeAt,
        ...(missing.length > 0 && { missing }),
        ...(stated.length > 0 && { stated }),
        ...(inMinistries.length > 0 && { inMinistries: [...inMinistries] }),
        ...(cautions.length > 0 && { cautions }),
      },
    }),
  )
  LACKS.set(filled, { missing: saidOf(gaps), cautions: report.cautions })
  return filled
}

/** On a printed form, rules and forms without a number go by their names, and no id stands beside one: they say nothing to who reads it. */
function named(caution: string, { template, scope: { rule } }: OpenReport): string {
  const { id, formNumber, title } = template
  const ofRule = caution
    .replaceAll(`${rule.id} `, `quy tắc đếm “${rule.name}” `)
    .replace(/ \(quy tắc [a-z0-9-]+\)/, '')
  return formNumber === null
    ? ofRule.replaceAll(`${id} `, `biểu “${title}” `)
    : ofRule.replaceAll(`${formNumber} (${id})`, formNumber)
}

/** What a report takes from its form as it stands. */
function formOf(template: ReportTemplate) {
  const { id, title, formNumber, unitLine, columns, groupName, layout } = template
  const form = { templateId: id, title, formNumber, unitLine, columns, groupName }
  if (!layout) return form
  return { ...form, layout: layout.file.endsWith('docx') ? ('docx' as const) : ('xlsx' as const) }
}

/** Documents of the country, and those of the organisation's own province. */
function citedBy(organisation: string, { legalBasis }: ReportTemplate) {
  return legalBasis.filter(({ province }) => {
    return province === undefined || organisation.split('.')[0] === province
  })
}

async function filledRows(
  { template, scope }: OpenReport,
  entered: EnteredFigures | undefined,
): Promise<
  FilledRows & { readonly gaps: readonly Gap[]; readonly inMinistries: readonly string[] }
> {
  const generator = generatorOf(template)
  if (!generator) {
    const filled = await fillRows(template, cellSources(scope, entered))
    const gaps = await gapsOfRows([...template.rows, ...(template.parts ?? [])], scope)
    return { ...filled, gaps, inMinistries: [] }
  }
  const keys = new Set(template.columns.map(({ key }) => key))
  const made = await generator.make(scope)
  const rows = made.rows.map(({ row }) => {
    const printed = Object.entries(row.cells).filter(([key]) => keys.has(key))
    return { ...row, cells: Object.fromEntries(printed) }
  })
  const stated = statedNote(made.stated ?? [], scope.names)
  const { gaps, inMinistries = [] } = made
  return { rows, cells: new Map(), gaps, stated, inMinistries }
}

/** What is missing of the figures that rows are bound to. */
export async function gapsOfRows(
  rows: readonly Pick<TemplateRow, 'binding'>[],
  scope: OpenReport['scope'],
): Promise<Gap[]> {
  const gaps: Gap[] = []
  for (const { binding } of rows) {
    if (binding?.kind === 'figure') gaps.push(...(await gapsOfFigure(scope, bindFigure(binding))))
  }
  return gaps
}

/** Where the cells of a list form come from. */
export function cellSources(
  scope: OpenReport['scope'],
  { figure }: EnteredFigures = NOTHING_ENTERED,
): CellSources {
  const { organisation, period } = scope
  return {
    reading: readingOf(scope),
    entered: (indicatorId: IndicatorId) =>
      figure({ indicatorId, organisation: organisation.code, period }),
  }
}
