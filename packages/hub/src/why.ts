import { NotFoundError, parsePeriod, type ReportTemplate, UsageError } from '@cchc/domain'
import { loadOrganisations } from '@cchc/figures'
import {
  enteredFigures,
  figuresWithoutForm,
  type OriginAnswer,
  type OriginRequest,
  openOrigins,
  type ReportOrigins,
} from '@cchc/forms'
import type { FiguresContext } from './figures.ts'
import { suggestion } from './near.ts'
import { figuresInTree } from './organisation-trees.ts'
import { requireOrganisation } from './organisations.ts'
import type { TimeQuery } from './periods/contract.ts'
import { readDated } from './periods/known-state.ts'
import { describeSources } from './source-status.ts'
import { templatesOf } from './templates.ts'
import { meantRow, meantRows, unknownRow } from './why-rows.ts'

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

/** Where a figure comes from, as known at one instant: now, then, or when its period was closed. */
export async function whyOf(context: FiguresContext, query: WhyQuery): Promise<OriginAnswer> {
  const { store, config, ownTree, tree } = figuresInTree(context, query)
  const organisation = await requireOrganisation(store, query.organisation)
  const period = parsePeriod(query.period, { day: config.reporting.cutOffDay })
  const template = await templateOf({ ...context, store }, { ...query, organisation })
  const portals = new Map(describeSources(config).map(({ id, title }) => [id, title]))
  const scope = { organisation, from: period.from, to: period.to, ownTree }
  return readDated(store, query, scope, async ({ store: known, instant, closed }) => {
    const request: OriginRequest = {
      template,
      templates: templatesOf(config),
      organisation,
      period,
      now: instant,
      entered: enteredFigures(known),
      portals,
      ...(query.rule === undefined ? {} : { rule: query.rule }),
      ...(closed ? { closed: { restated: closed.restated } } : {}),
      ...tree,
    }
    const origins = await openOrigins(known, request)
    return origins.of(placeOf(origins, query))
  })
}

/** The template that is named, or the only one that knows the row. */
async function templateOf({ store, config }: FiguresContext, query: WhyQuery): Promise<string> {
  const { template, row, organisation } = query
  const known = templatesOf(config)
  if (template !== undefined) return requireTemplate(template, known)
  const askable = known.find((one) => figuresWithoutForm(one).includes(row))
  if (askable) return askable.id
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

function placeOf({ template, rows }: ReportOrigins, { row, column }: WhyQuery) {
  if (figuresWithoutForm(template).includes(row)) return { rowId: 'total', column: row }
  const { rowId } = meantRow(rows, row)
  if (column === undefined) return { rowId }
  const named = template.columns.find(
    ({ key, number }) =>
      key === column || number?.split('=')[0] === `(${column.replace(/[()]/g, '')})`,
  )
  return { rowId, column: named?.key ?? column }
}
