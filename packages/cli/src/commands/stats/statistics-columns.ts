import {
  type DossierStatistics,
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  type ExtraFigure,
  printCell,
  printNumber,
  ratioCell,
} from '@cchc/domain'
import { DIMENSION_NAMES, type dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Column } from '../../output/listing.ts'
import { unlessSuppressed } from '../../output/suppressed.ts'

type View = AnswerOf<typeof dossierStatistics>
type ViewRow = View['rows'][number]
export type Dimension = keyof ViewRow['group']
type Grouped = Pick<FigureRow, 'group'>

/** A row of statistics; the total has no group. */
export interface FigureRow extends Omit<ViewRow, 'group'> {
  readonly group: ViewRow['group'] | null
}

/** The words of Form II.06, whose readers are Vietnamese in every language of messages. */
export const FIGURES: readonly (readonly [keyof DossierStatistics, string])[] = [
  ['receivedTotal', 'Tiếp nhận\nTổng\nsố\n(3)'],
  ['receivedOnline', 'Tiếp nhận\nTrực\ntuyến\n(4)'],
  ['receivedDirectPost', 'Tiếp nhận\nTrực tiếp,\nbưu chính\n(5)'],
  ['carriedOver', 'Tiếp nhận\nTừ kỳ\ntrước\n(6)'],
  ['resolvedTotal', 'Đã giải quyết\nTổng\nsố\n(7)'],
  ['resolvedEarly', 'Đã giải quyết\nTrước\nhạn\n(8)'],
  ['resolvedOnTime', 'Đã giải quyết\nĐúng\nhạn\n(9)'],
  ['resolvedLate', 'Đã giải quyết\nQuá\nhạn\n(10)'],
  ['pendingTotal', 'Đang giải quyết\nTổng\nsố\n(11)'],
  ['pendingWithin', 'Đang giải quyết\nTrong\nhạn\n(12)'],
  ['pendingOverdue', 'Đang giải quyết\nQuá\nhạn\n(13)'],
]

const TOTAL = 'Tổng số'

/** Columns of Form II.06 after the groups that were asked for, and what the rules have beside the form. */
export function statisticsColumns(
  by: readonly Dimension[],
  totals: readonly Pick<FigureRow, 'extras'>[],
): Column<FigureRow>[] {
  const beside = EXTRA_FIGURES.filter((figure) =>
    totals.some(({ extras }) => extras?.[figure] !== undefined),
  )
  return [
    ...groupsColumns(by),
    ...FIGURES.map(figureColumn),
    ...beside.map(extraColumn),
    rateColumn(),
  ]
}

/** The groups of a row; a total without any is called so. */
export function groupsColumns(by: readonly Dimension[]): Column<Grouped>[] {
  return by.length === 0 ? [totalColumn()] : by.flatMap(groupColumns)
}

function totalColumn(): Column<Grouped> {
  return { title: '', show: () => TOTAL }
}

function groupColumns(dimension: Dimension, index: number): Column<Grouped>[] {
  const total = index === 0 ? TOTAL : ''
  const name: Column<Grouped> = {
    title: DIMENSION_NAMES[dimension],
    flexible: true,
    show: ({ group }) => (group ? (group[dimension]?.name ?? '') : total),
  }
  if (dimension !== 'org' && dimension !== 'procedure') return [name]
  return [{ title: 'Mã', show: ({ group }) => group?.[dimension]?.code ?? '' }, name]
}

function extraColumn(figure: ExtraFigure): Column<FigureRow> {
  const words = EXTRA_FIGURE_DESCRIPTIONS[figure].name.split(' ')
  const half = Math.floor(words.length / 2)
  const count = ({ extras }: FigureRow) => extras?.[figure]
  return {
    title: ['Ngoài biểu', words.slice(0, half).join(' '), words.slice(half).join(' ')].join('\n'),
    right: true,
    show: (row) => (count(row) === undefined ? '' : printNumber(count(row) ?? 0)),
    plain: (row) => String(count(row) ?? ''),
  }
}

function figureColumn([key, title]: (typeof FIGURES)[number]): Column<FigureRow> {
  return {
    title,
    right: true,
    ...unlessSuppressed<FigureRow>(key, {
      show: ({ statistics }) => countOrBlank(statistics[key], printNumber),
      plain: ({ statistics }) => countOrBlank(statistics[key], String),
    }),
  }
}

/** What is not reported is blank. */
function countOrBlank(count: number | null, print: (count: number) => string): string {
  return count === null ? '' : print(count)
}

/** A rate as forms print it; one that is not reported is blank. */
export function rateText(onTime: FigureRow['onTime']): string {
  return onTime === null ? '' : printCell(ratioCell(onTime))
}

function rateColumn(): Column<FigureRow> {
  return {
    title: 'Tỷ lệ\nđúng hạn',
    right: true,
    ...unlessSuppressed<FigureRow>('onTime', { show: ({ onTime }) => rateText(onTime) }),
  }
}

/** Says how many groups are not shown, where some are not. */
export function leftOutLines({
  rows,
  leftOut = 0,
}: Pick<View, 'leftOut'> & { readonly rows: readonly unknown[] }): string[] {
  if (leftOut === 0) return []
  const shown = `Chỉ gồm ${printNumber(rows.length)} nhóm tiếp nhận nhiều nhất`
  return [`${shown}; không hiện ${printNumber(leftOut)} nhóm khác, tổng số vẫn của tất cả`]
}

/** What ministries' systems hold, each with whether it is part of the figures, and what only they hold. */
export function ministryLines({ ministries }: Pick<View, 'ministries'>): string[] {
  if (!ministries) return []
  const { systems, province, together } = ministries
  const each = systems.map(({ source, ministry, stated, statistics }) => {
    const isAdded = ministry.counted && !stated
    const held = `tiếp nhận ${printNumber(statistics.receivedTotal)}, đã giải quyết ${printNumber(statistics.resolvedTotal)}`
    const why = stated ? ' (chỉ có số tổng, không tách được hồ sơ trùng)' : ''
    return `Hệ thống của ${ministry.name} (${source}): ${held}; ${isAdded ? 'có' : 'không'} tính vào số liệu${why}`
  })
  const beyond = together.receivedTotal - province.receivedTotal
  const share = printCell(ratioCell({ numerator: beyond, denominator: together.receivedTotal }))
  return [
    ...each,
    `Trong ${printNumber(together.receivedTotal)} hồ sơ ở mọi hệ thống, ${printNumber(beyond)} hồ sơ (${share}) chỉ có trên hệ thống của bộ`,
  ]
}

/** Which days and which rule; programs find them in columns of their own. */
export function originColumns({
  period,
  rule,
  organisation,
  missing,
  ...view
}: View): Column<FigureRow>[] {
  return [
    { title: 'Đơn vị báo cáo', show: () => organisation?.code ?? '' },
    { title: 'Từ ngày', show: () => period.from },
    { title: 'Đến ngày', show: () => period.to },
    { title: 'Quy tắc đếm', show: () => `${rule.id} v${rule.version}` },
    ...(missing ? [{ title: 'Còn thiếu', show: () => missing.join(' ') }] : []),
    ...(view.stated ? [{ title: 'Theo số liệu do nguồn cung cấp', show: statedText }] : []),
  ]
}

/** Who states a row, of which unit and days. */
function statedText({ stated = [] }: FigureRow): string {
  return stated.map(({ source, unit, from, to }) => `${source}: ${unit}, ${from}..${to}`).join('; ')
}
