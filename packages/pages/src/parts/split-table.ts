import type { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { type ShownMonth, shownMonths, titleOf } from '../periods.ts'
import type { Place } from '../view.ts'
import { type FiguresRow, figureColumns } from './columns.ts'
import { explainedBy } from './explained-by.ts'
import { type ChartMonth, monthChart } from './month-chart.ts'
import { table } from './table.ts'

type Answer = AnswerOf<typeof dossierStatistics>
type By = keyof Answer['rows'][number]['group']

interface Split {
  readonly by: By
  readonly chosen: Chosen
  readonly place: Pick<Place, 'cutOffDay'>
}

interface SplitRow extends FiguresRow {
  readonly code: string
  readonly head: Html
  readonly month: ShownMonth | undefined
}

/** What each way to split is called, and what one row of it is. */
export const SPLITS = {
  org: { title: 'Theo đơn vị', row: 'Đơn vị' },
  month: { title: 'Theo tháng', row: 'Tháng' },
  field: { title: 'Theo lĩnh vực', row: 'Lĩnh vực' },
  procedure: { title: 'Theo thủ tục', row: 'Thủ tục hành chính' },
  channel: { title: 'Theo kênh tiếp nhận', row: 'Kênh' },
  level: { title: 'Theo cấp', row: 'Cấp' },
} as const satisfies Readonly<Record<By, { title: string; row: string }>>

/** Rows of statistics with their numbers, and the way to all of them; months are drawn as well. */
export function splitTable(answer: Answer, split: Split): Html {
  const { by, chosen } = split
  const codes = answer.rows.flatMap(({ group }) => group.org?.code ?? [])
  const rows = answer.rows.map((row) => rowOf(row, split, codes))
  const { title, row } = SPLITS[by]
  const columns = [{ title: row, isHead: true as const, cell: ({ head }: SplitRow) => head }]
  const { org, period, rule, partial } = chosen
  const all = linkTo(PATHS.split, { by, org, period, rule, partial })
  const left = answer.leftOut
    ? html`<p><a href="${all}">Xem tất cả: còn ${String(answer.leftOut)} dòng nữa</a></p>`
    : NOTHING
  return html`<section><h2>${title}</h2>${by === 'month' ? monthChart(rows.flatMap(chartMonth)) : NOTHING}
${table(`${title}, ${titleOf(period)}`, [...columns, ...figureColumns<SplitRow>()], {
  rows,
  empty: 'Không có hồ sơ nào trong kỳ.',
})}${left}</section>`
}

function rowOf(
  { group, ...figures }: Answer['rows'][number],
  { by, chosen, place }: Split,
  codes: readonly string[],
): SplitRow {
  const { code = '', name = '' } = group[by] ?? {}
  if (by === 'org') {
    const own = explainedBy(code, { chosen, codes })
    const { period, rule, partial } = chosen
    const link = linkTo(PATHS.overview, { org: code, period, rule, partial })
    const head = html`<a href="${link}">${named(name)}</a>`
    return { ...figures, code, month: undefined, head, chosen: own }
  }
  if (by !== 'month')
    return { ...figures, code, month: undefined, head: named(name), chosen: undefined }
  const month = shownMonths(chosen.period, place.cutOffDay).find(({ label }) => label === code)
  const period = month?.period ?? chosen.period
  return {
    ...figures,
    code,
    month,
    head: html`<span class="keep">${titleOf(period)}</span>`,
    chosen: { ...chosen, period },
  }
}

function chartMonth({ month, code, statistics }: SplitRow): readonly ChartMonth[] {
  const [, label = code] = /-M0?(\d+)$/.exec(code) ?? []
  const { receivedTotal = null, resolvedTotal = null } = statistics
  return [
    {
      label: `T${label}`,
      received: receivedTotal,
      resolved: resolvedTotal,
      isWhole: month?.isWhole ?? true,
    },
  ]
}
