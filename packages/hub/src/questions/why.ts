import { NotFoundError, parsePeriod, type ReportTemplate, UsageError } from '@cchc/domain'
import { loadOrganisations } from '@cchc/figures'
import {
  type CellExplanation,
  type Explainer,
  type ExplainRequest,
  enteredFigures,
  openExplainer,
  STATISTICS_COLUMNS,
} from '@cchc/forms'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { suggestion } from '../near.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { requireOrganisation } from '../organisations/organisations.ts'
import type { TimeQuery } from '../periods/contract.ts'
import { readDated } from '../periods/known-state.ts'
import { describeSources } from '../sources/status.ts'
import { meantRow, meantRows, unknownRow } from './meant-row.ts'

/**
 * Which figure: `row` is a row id, printed code, indicator, label or part of one, or (without a template) a column of
 * dossier statistics such as `resolvedOnTime` or `onTime`; `column` its key or printed number such as `(9)`.
 */
export interface WhyQuery extends TimeQuery {
  readonly row: string
  readonly column?: string
  readonly template?: string
  readonly organisation: string
  readonly period: string
  readonly rule?: string
}

const STATISTICS_FORM = 'tt01-06a'

/** Where a figure comes from, as known at one instant: now, then, or when its period was closed. */
export async function whyOf(context: HubContext, query: WhyQuery): Promise<CellExplanation> {
  const { store, config, ownTree, tree } = figuresInTree(context, {
    ...query,
    org: query.organisation,
  })
  const organisation = await requireOrganisation(store, query.organisation)
  const period = parsePeriod(query.period, { day: config.reporting.cutOffDay })
  const template = await templateOf({ ...context, store }, { ...query, organisation })
  const portals = new Map(describeSources(config).map(({ id, title }) => [id, title]))
  const scope = { organisation, from: period.from, to: period.to, ownTree }
  return readDated(store, query, scope, async ({ store: known, instant, closed }) => {
    const request: ExplainRequest = {
      template,
      templates: templatesOf(config),
      organisation,
      period,
      now: instant,
      manual: enteredFigures(known),
      portals,
      ...(query.rule === undefined ? {} : { rule: query.rule }),
      ...(closed ? { closed: { restated: closed.restated } } : {}),
      ...tree,
    }
    const explainer = await openExplainer(known, request)
    return explainer.explain(placeOf(explainer, query))
  })
}

/** The template that is named, or the only one that knows the row. */
async function templateOf({ store, config }: HubContext, query: WhyQuery): Promise<string> {
  const { template, row, organisation } = query
  const known = templatesOf(config)
  if (template !== undefined) return requireTemplate(template, known)
  if (isStatistic(row)) return STATISTICS_FORM
  const { level } = (await loadOrganisations(store)).describe(organisation)
  const fitting = known.filter(({ levels }) => levels === undefined || levels.includes(level))
  const found = fitting.filter((one) => meantRows(rowsOf(one), row).length > 0)
  const [first, ...others] = found
  if (!first) throw unknownRow(fitting.flatMap(rowsOf), row)
  if (others.length === 0) return first.id
  const ids = found.map(({ id }) => id).join(', ')
  throw new UsageError('Several forms have such a row.', {
    fix: `Name one of the templates ${ids}.`,
    faults: [{ path: 'template', message: `one of: ${ids}` }],
  })
}

function requireTemplate(id: string, known: readonly ReportTemplate[]): string {
  const ids = known.map((one) => one.id)
  if (ids.includes(id)) return id
  throw new NotFoundError(`No report template ${JSON.stringify(id.slice(0, 40))} is known`, {
    fix: suggestion(id, ids),
  })
}

function rowsOf({ rows, columns }: ReportTemplate) {
  const keys = columns.filter(({ content }) => content === 'cell').map(({ key }) => key)
  return rows
    .filter(({ rowType }) => rowType === 'indicator')
    .map(({ rowId, code, label, indicatorId }) => ({
      rowId,
      code,
      label,
      indicatorId,
      columns: keys,
    }))
}

function isStatistic(text: string): boolean {
  return STATISTICS_COLUMNS.includes(text)
}

function placeOf({ template, rows }: Explainer, { row, column }: WhyQuery) {
  if (template.id === STATISTICS_FORM && isStatistic(row)) return { rowId: 'total', column: row }
  const { rowId } = meantRow(rows, row)
  if (column === undefined) return { rowId }
  const named = template.columns.find(
    ({ key, number }) =>
      key === column || number?.split('=')[0] === `(${column.replace(/[()]/g, '')})`,
  )
  return { rowId, column: named?.key ?? column }
}
