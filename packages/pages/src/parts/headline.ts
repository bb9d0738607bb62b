import { onlineShare } from '@cchc/domain'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { titleOf } from '../periods.ts'
import { printedCount, printedRate } from '../printed.ts'
import type { FiguresRow } from './columns.ts'
import { figure, tile } from './figure.ts'

type Key = keyof FiguresRow['statistics']

interface Headline {
  readonly title: string
  readonly indicator: string
  readonly parts: readonly (readonly [Key, string])[]
  printed(row: FiguresRow): string
}

/** The figures at the head of a page, each with its parts. */
const HEADLINES: readonly Headline[] = [
  {
    title: 'Nhận giải quyết',
    indicator: 'receivedTotal',
    printed: ({ statistics }) => printedCount(statistics.receivedTotal),
    parts: [
      ['receivedOnline', 'Trực tuyến'],
      ['receivedDirectPost', 'Trực tiếp, bưu chính'],
      ['carriedOver', 'Từ kỳ trước'],
    ],
  },
  {
    title: 'Đã giải quyết',
    indicator: 'resolvedTotal',
    printed: ({ statistics }) => printedCount(statistics.resolvedTotal),
    parts: [
      ['resolvedEarly', 'Trước hạn'],
      ['resolvedOnTime', 'Đúng hạn'],
      ['resolvedLate', 'Quá hạn'],
    ],
  },
  {
    title: 'Đang giải quyết',
    indicator: 'pendingTotal',
    printed: ({ statistics }) => printedCount(statistics.pendingTotal),
    parts: [
      ['pendingWithin', 'Trong hạn'],
      ['pendingOverdue', 'Quá hạn'],
    ],
  },
  {
    title: 'Tỷ lệ đúng hạn',
    indicator: 'onTime',
    printed: ({ onTime }) => printedRate(onTime),
    parts: [],
  },
  {
    title: 'Tỷ lệ trực tuyến',
    indicator: 'receivedOnline',
    printed: (row) => printedRate(onlineShare(row)),
    parts: [],
  },
]

/** The figures of a year before. */
interface RowBefore extends FiguresRow {
  readonly chosen: Chosen
}

/** The figures at the head of a page, with the same of a year before. */
export function tilesOf(
  row: Omit<FiguresRow, 'chosen'>,
  { chosen, before }: { readonly chosen: Chosen; readonly before: RowBefore | undefined },
): Html {
  const own = { ...row, chosen }
  const tiles = HEADLINES.map(({ title, indicator, parts, printed }) =>
    tile(title, {
      value: figure(printed(own), indicator, chosen),
      parts: partsOf(own, parts),
      before: before
        ? html`<p class="before">${titleOf(before.chosen.period)}: ${figure(printed(before), indicator, before.chosen)}</p>`
        : NOTHING,
    }),
  )
  return html`<div class="tiles">${tiles}</div>`
}

function partsOf({ statistics, chosen }: FiguresRow, parts: Headline['parts']): Html {
  if (parts.length === 0) return NOTHING
  const lines = parts.map(
    ([key, name]) =>
      html`<div><dt>${name}</dt><dd>${figure(printedCount(statistics[key]), key, chosen)}</dd></div>`,
  )
  return html`<dl>${lines}</dl>`
}
