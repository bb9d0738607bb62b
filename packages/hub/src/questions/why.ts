import {
  type Day,
  parseInstant,
  parsePeriod,
  type ReportTemplate,
  say,
  UsageError,
} from '@cchc/domain'
import { loadOrganisations } from '@cchc/figures'
import {
  enteredFigures,
  figuresWithoutForm,
  type OriginRequest,
  openOrigins,
  type ReportOrigins,
} from '@cchc/forms'
import { z } from 'zod'
import { preferInForce, preferOfficial, requireTemplate, templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { organisationText, requireOrganisation } from '../organisations/organisations.ts'
import { said } from '../periods/coverage.ts'
import { readDated } from '../periods/known-state.ts'
import { describeSources } from '../sources/status.ts'
import { Explanation } from './explanation.ts'
import { figureHistory } from './figure-history.ts'
import { meantRow, meantRows, unknownRow } from './meant-row.ts'
import { anyway, flag, org, partial, period, rule, time } from './parts.ts'
import { defineQuestion } from './question.ts'

/** Where a figure of a report, or of dossier statistics, comes from; near rows are named when one is unknown. */
export const why = defineQuestion({
  command: 'why <INDICATOR>',
  scope: 'figures:read',
  path: '/v1/why',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'where a figure comes from: formula, counts by unit and source, runs, entries, rounding',
    vi: 'nguồn gốc một số liệu: công thức, số đếm theo đơn vị và nguồn, lần đồng bộ, người nhập, làm tròn',
  },
  parameters: z.strictObject({
    indicator: z.string().trim().min(1).max(200).meta({
      description:
        'row id, printed code, indicator id, part of the label, or a column: resolvedOnTime',
      vi: 'mã dòng, số thứ tự in, mã chỉ tiêu, một phần tên chỉ tiêu, hoặc tên cột: resolvedOnTime',
      placeholder: 'text',
    }),
    org,
    period,
    template: z.string().min(1).max(80).optional().meta({
      description: 'report template; needed where several have such a row',
      vi: 'mẫu báo cáo; cần khi nhiều mẫu có dòng như vậy',
      placeholder: 'name',
    }),
    column: z.string().min(1).max(60).optional().meta({
      description: 'key or number of a column, such as (9)',
      vi: 'khóa hoặc số của cột, chẳng hạn (9)',
      placeholder: 'column',
    }),
    rule,
    history: flag().optional().meta({
      description: 'also every value that it ever had, since when, and what changed it',
      vi: 'cả mọi giá trị số liệu này từng có, từ khi nào và vì sao đổi',
    }),
    runs: flag().optional().meta({
      description: 'which run brought how many dossiers, also where there are millions of them',
      vi: 'chia hồ sơ theo lượt đồng bộ, kể cả khi có hàng triệu hồ sơ',
    }),
    ...time,
    ...partial,
    ...anyway,
  }),
  answer: Explanation,
  async ask(hub, asked) {
    const named = organisationText(hub, asked, say('A figure needs an organisation.'))
    const { store, config, ownTree, tree } = figuresInTree(hub, { ...asked, org: named })
    const organisation = await requireOrganisation(store, named)
    const days = parsePeriod(asked.period, { day: config.reporting.cutOffDay })
    const figure = { ...asked, row: asked.indicator, organisation, day: days.to }
    const template = await templateOf({ store, config }, figure)
    const portals = new Map(describeSources(config).map(({ id, title }) => [id, title]))
    const scope = { organisation, from: days.from, to: days.to, ownTree }
    return readDated(store, asked, scope, async ({ store: known, instant, closed }) => {
      const request: OriginRequest = {
        template,
        templates: templatesOf(config),
        organisation,
        period: days,
        now: instant,
        partial: asked.partial ?? false,
        anyway: asked.anyway ?? false,
        formUnasked:
          asked.template === undefined && isFormless(asked.indicator, { config, template }),
        entered: enteredFigures(known),
        portals,
        byRun: asked.runs ?? false,
        ...(asked.rule === undefined ? {} : { rule: asked.rule }),
        ...(closed && { closed: { restated: closed.restated } }),
        ...tree,
      }
      const origins = await openOrigins(known, request)
      const place = placeOf(origins, figure)
      const answer = await origins.of(place)
      const { missing, cautions, findings, ...told } = answer
      const { indicator: _, column: __, history, runs: ____, current: ___, ...how } = asked
      const wanted = { ...how, org: organisation, template }
      const until = asked.asKnownAt ? parseInstant(asked.asKnownAt) : await hub.store.settle()
      const of = { asked: wanted, period: days, place, until }
      return {
        ...told,
        ...said(hub, { missing, cautions }),
        findings: findings.map(hub.words),
        ...(history && { history: await figureHistory(hub, of) }),
      }
    })
  },
})

/** A figure by its row, or (without a template) by a column of dossier statistics. */
interface AskedFigure {
  readonly row: string
  readonly column?: string | undefined
  readonly template?: string | undefined
  readonly organisation: string
  /** Last day of the period. */
  readonly day: Day
}

/** The template that is named, or the only one that knows the row. */
async function templateOf(
  { store, config }: Pick<HubContext, 'store' | 'config'>,
  query: AskedFigure,
): Promise<string> {
  const { template, row, organisation } = query
  const known = templatesOf(config)
  if (template !== undefined) return requireTemplate(template, known)
  const askable = known.find(
    (one) => one.rule === undefined && figuresWithoutForm(one).includes(row),
  )
  if (askable) return askable.id
  const { level } = (await loadOrganisations(store)).describe(organisation)
  const made = known.filter(({ levels }) => levels === undefined || levels.includes(level))
  const fitting = preferInForce(made, query.day)
  const found = preferOfficial(fitting.filter((one) => meantRows(rowsOf(one), row).length > 0))
  const [first, ...others] = found
  if (!first) throw unknownRow(fitting.flatMap(rowsOf), row)
  if (others.length === 0) return first.id
  const names = found.map(({ id }) => id).join(', ')
  throw new UsageError(say('Several forms have such a row.'), {
    fix: say('Name one of the templates {names}.', { names }),
    faults: [{ path: 'template', message: say('one of: {names}', { names }) }],
  })
}

/** Whether people ask for a figure of a form without meaning the form. */
function isFormless(
  row: string,
  { config, template: id }: Pick<HubContext, 'config'> & { readonly template: string },
): boolean {
  const template = templatesOf(config).find((one) => one.id === id)
  return template !== undefined && figuresWithoutForm(template).includes(row)
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

function placeOf({ template, rows }: ReportOrigins, { row, column }: AskedFigure) {
  if (figuresWithoutForm(template).includes(row)) return { rowId: 'total', column: row }
  const { rowId } = meantRow(rows, row)
  if (column === undefined) return { rowId }
  const named = template.columns.find(
    ({ key, number }) =>
      key === column || number?.split('=')[0] === `(${column.replace(/[()]/g, '')})`,
  )
  return { rowId, column: named?.key ?? column }
}
