import { instantText, NotFoundError, type ReportTemplate, say, UsageError } from '@cchc/domain'
import { type Gap, saidOf } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { cellSources, type FillRequest, gapsOfRows } from './fill-template.ts'
import { type OpenReport, openReport } from './filling/open-report.ts'
import type { Generator } from './generated/define-generator.ts'
import { generatorOf } from './generated/generators.ts'
import type { OriginCell } from './origin/cell-origin.ts'
import { listCellOrigin, noRow, rowsBehind } from './origin/list-origins.ts'
import type { OriginAnswer, OriginRow } from './origin/origin-answer.ts'
import { freshnessOf, runsOf } from './origin/run-book.ts'
import { sumFindings } from './origin/sum-findings.ts'

/** Which report's cells are asked about; `portals` are the titles of the sources' portals by source id. */
export interface OriginRequest extends FillRequest {
  readonly portals?: ReadonlyMap<string, string>
  /** Which run brought each dossier is told, however many there are. */
  readonly byRun?: boolean
}

/** A report whose cells tell one by one where they come from. */
export interface ReportOrigins {
  readonly template: ReportTemplate
  readonly rows: readonly OriginRow[]
  /** `column` may be left out where the form has one column of figures. Throws NotFoundError or UsageError. */
  of(place: { readonly rowId: string; readonly column?: string }): Promise<OriginAnswer>
}

/**
 * Opens a report for questions. A list form is not filled as a whole: only the rows that a question reaches. Throws as
 * `openReport` does.
 */
export async function openOrigins(store: Store, request: OriginRequest): Promise<ReportOrigins> {
  const opened = await openReport(store, request)
  const every = { mostByRun: Number.POSITIVE_INFINITY }
  const report = request.byRun ? { ...opened, scope: { ...opened.scope, ...every } } : opened
  const { template } = report
  const generator = generatorOf(template)
  const cells = generator
    ? await generatedCells(report, generator)
    : listCells(report, request.entered)
  return {
    template,
    rows: cells.rows,
    of: async ({ rowId, column }) => {
      const row = cells.rows.find((one) => one.rowId === rowId)
      if (!row) throw noRow(template, rowId)
      const cell = await cells.originOf(rowId, chosenColumn(row, column))
      const missing = saidOf(await cells.gapsOf(rowId))
      return { ...(await answer(request, report, cell)), missing }
    },
  }
}

interface Cells {
  readonly rows: readonly OriginRow[]
  /** What is missing of a row's figures. */
  gapsOf(rowId: string): Promise<readonly Gap[]>
  originOf(rowId: string, column: string): Promise<OriginCell>
}

function listCells({ template, scope }: OpenReport, entered: OriginRequest['entered']): Cells {
  const columns = columnsOf(template).slice(0, 1)
  const form = { template, sources: cellSources(scope, entered) }
  return {
    rows: template.rows
      .filter(({ rowType }) => rowType === 'indicator')
      .map(({ rowId, code, label, indicatorId }) => ({ rowId, code, label, indicatorId, columns })),
    originOf: (rowId) => listCellOrigin(scope, form, rowId),
    gapsOf: (rowId) => gapsOfRows(rowsBehind(template, rowId), scope),
  }
}

async function generatedCells(
  { template, scope }: OpenReport,
  generator: Generator,
): Promise<Cells> {
  const { rows: made, gaps } = await generator.make(scope)
  const columns = [...columnsOf(template), ...generator.beside]
  return {
    rows: made.map(({ row: { rowId, code, label } }) => {
      return { rowId, code, label, indicatorId: null, columns }
    }),
    gapsOf: async () => gaps,
    originOf(rowId, key) {
      const found = made.find(({ row }) => row.rowId === rowId)
      if (!found) throw new NotFoundError(say('The report has no row {row}.', { row: rowId }))
      return found.originOf(key, template.columns)
    },
  }
}

function columnsOf({ columns }: ReportTemplate): string[] {
  return columns.filter(({ content }) => content === 'cell').map(({ key }) => key)
}

function chosenColumn({ columns }: OriginRow, asked: string | undefined): string {
  const [only, ...others] = columns
  const chosen = asked ?? (others.length === 0 ? only : undefined)
  if (chosen !== undefined && columns.includes(chosen)) return chosen
  const names = columns.join(', ')
  throw new UsageError(
    asked === undefined
      ? say('The form has several columns.')
      : say('The form has no column {column}.', { column: asked }),
    {
      fix: say('Name one of: {names}.', { names }),
      faults: [{ path: 'column', message: say('one of: {names}', { names }) }],
    },
  )
}

async function answer(
  { now, closed, treeAt, portals = new Map() }: OriginRequest,
  { template, scope, cautions }: OpenReport,
  cell: OriginCell,
): Promise<Omit<OriginAnswer, 'missing'>> {
  const { store, organisation, rule, period } = scope
  const { text, from, to, cutOffDay } = period
  const { id, version, name, legalBasis, inForce } = rule
  return {
    template: { id: template.id, title: template.title },
    organisation,
    period: { text, from, to, cutOffDay },
    knownAt: instantText(now),
    ...(closed && { closed }),
    ...(treeAt !== undefined && { treeAt }),
    rule: { id, version, name, legalBasis, inForce },
    cautions,
    cell,
    runs: await runsOf(store, cell),
    sources: freshnessOf(await store.listCompletions(), portals),
    findings: sumFindings(cell),
  }
}
