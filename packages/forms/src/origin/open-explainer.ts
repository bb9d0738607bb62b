import {
  type FilledReport,
  type IndicatorId,
  instantText,
  NotFoundError,
  type ReportTemplate,
  UsageError,
} from '@cchc/domain'
import { COUNTING_RULES, countingRule, loadNames } from '@cchc/figures'
import type { Store } from '@cchc/store'
import { createFigureReader } from '../filling/figure-reader.ts'
import { checkLevel, type FillRequest, fillTemplate } from '../filling/fill-template.ts'
import { getTemplate } from '../templates/templates.ts'
import type { CellExplanation, ExplainableRow, ExplainedCell } from './contract.ts'
import { explainListRow } from './explain-list-row.ts'
import { explainProcedureCell } from './explain-procedure-cell.ts'
import { explainStatisticsCell, ON_TIME } from './explain-statistics-cell.ts'
import type { OriginScope } from './origin-reader.ts'
import { freshnessOf, runsOf } from './run-book.ts'
import { sumFindings } from './sum-findings.ts'

/** Which report's cells are explained; `portals` are the titles of the sources' portals by source id. */
export interface ExplainRequest extends FillRequest {
  readonly portals?: ReadonlyMap<string, string>
}

/** A report whose cells can be explained one by one. */
export interface Explainer {
  readonly template: ReportTemplate
  readonly rows: readonly ExplainableRow[]
  /** `column` may be left out where the form has one column of figures. Throws NotFoundError or UsageError. */
  explain(place: { readonly rowId: string; readonly column?: string }): Promise<CellExplanation>
}

/**
 * Opens a report for questions. A list form is not filled as a whole: only the rows that a question reaches. Throws as
 * `fillTemplate` does.
 */
export async function openExplainer(store: Store, request: ExplainRequest): Promise<Explainer> {
  const template = getTemplate(request.template, request.templates)
  const rule = countingRule(request.rule ?? COUNTING_RULES[0]?.id ?? '')
  const names = await loadNames(store)
  const organisation = names.organisations.require(request.organisation)
  checkLevel({ template, organisation })
  const scope = { store, names, organisation, period: request.period, rule }
  const form = { template, request, scope }
  const cells = template.rows.length > 0 ? listCells(form) : await generatedCells(form)
  return {
    template,
    rows: cells.rows,
    explain: async ({ rowId, column }) => {
      const row = cells.rows.find((one) => one.rowId === rowId)
      if (!row) throw new NotFoundError(`The form ${template.id} has no row ${rowId}.`)
      const cell = await cells.explain(rowId, chosenColumn(row, column))
      return explanation(form, cell)
    },
  }
}

interface Form {
  readonly template: ReportTemplate
  readonly request: ExplainRequest
  readonly scope: OriginScope
}

interface Cells {
  readonly rows: readonly ExplainableRow[]
  explain(rowId: string, column: string): Promise<ExplainedCell>
}

function listCells({ template, request, scope }: Form): Cells {
  const { store, organisation, period, rule } = scope
  const code = organisation.code
  const columns = columnsOf(template).slice(0, 1)
  const sources = {
    figure: createFigureReader(store, { organisation: code, period, rule: rule.id }),
    manual: async (indicatorId: IndicatorId) =>
      request.manual?.figure({ indicatorId, organisation: code, period }),
  }
  return {
    rows: template.rows
      .filter(({ rowType }) => rowType === 'indicator')
      .map(({ rowId, label, indicatorId, ...row }) => ({
        rowId,
        code: row.code,
        label,
        indicatorId,
        columns,
      })),
    explain: (rowId) => explainListRow(scope, { template, rowId, sources }),
  }
}

async function generatedCells({ template, request, scope }: Form): Promise<Cells> {
  const { rows } = await fillTemplate(scope.store, request)
  const { columns } = template
  const ofDossiers = template.generatedFrom !== 'procedure-counts'
  const keys = [...columnsOf(template), ...(ofDossiers ? [ON_TIME] : [])]
  const explain: Cells['explain'] = (rowId, key) => {
    const row = requireRow(rows, rowId)
    return ofDossiers
      ? explainStatisticsCell(scope, { rows, row, columns, key })
      : explainProcedureCell(scope, { row, columns, key })
  }
  return {
    rows: rows.map(({ rowId, code, label }) => ({
      rowId,
      code,
      label,
      indicatorId: null,
      columns: keys,
    })),
    explain,
  }
}

function requireRow(rows: FilledReport['rows'], rowId: string): FilledReport['rows'][number] {
  const row = rows.find((one) => one.rowId === rowId)
  if (row) return row
  throw new NotFoundError(`The report has no row ${rowId}.`)
}

function columnsOf({ columns }: ReportTemplate): string[] {
  return columns.filter(({ content }) => content === 'cell').map(({ key }) => key)
}

function chosenColumn({ columns }: ExplainableRow, asked: string | undefined): string {
  const [only, ...others] = columns
  const chosen = asked ?? (others.length === 0 ? only : undefined)
  if (chosen !== undefined && columns.includes(chosen)) return chosen
  const known = columns.join(', ')
  throw new UsageError(
    asked === undefined ? 'The form has several columns.' : `The form has no column ${asked}.`,
    { fix: `Name one of: ${known}.`, faults: [{ path: 'column', message: `one of: ${known}` }] },
  )
}

async function explanation(
  { template, request, scope }: Form,
  cell: ExplainedCell,
): Promise<CellExplanation> {
  const { store, organisation, rule, period } = scope
  const { text, from, to, cutOffDay } = period
  const { id, version, name, legalBasis } = rule
  return {
    template: { id: template.id, title: template.title },
    organisation,
    period: { text, from, to, cutOffDay },
    knownAt: instantText(request.now),
    ...(request.closed ? { closed: request.closed } : {}),
    ...(request.treeAt === undefined ? {} : { treeAt: request.treeAt }),
    rule: { id, version, name, legalBasis },
    cell,
    runs: await runsOf(store, cell),
    sources: freshnessOf(await store.listCompletions(), request.portals ?? new Map()),
    findings: sumFindings(cell),
  }
}
