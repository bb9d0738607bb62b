import type { AnswerOf } from '@cchc/hub/questions/question'
import type { why } from '@cchc/hub/questions/why'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { table } from '../parts/table.ts'
import { printedCount, printedDays } from '../printed.ts'

type Counted = Extract<AnswerOf<typeof why>['cell']['origin'], { kind: 'counted' }>

/** More rows make a page heavy and are read by nobody; the largest stand here, and how many others there are. */
const MOST_ROWS = 40

const PER = { organisation: 'Đơn vị', field: 'Lĩnh vực', procedure: 'Thủ tục' } as const

/** Which units, fields or procedures a count is made of. */
export function contributionsOf({ contributions, per }: Counted, chosen: Chosen): Html {
  type Row = Counted['contributions'][number]
  const rows = contributions.toSorted((a, b) => b.count - a.count)
  const { period, rule, partial } = chosen
  const head = ({ code, name }: Row) =>
    per === 'organisation'
      ? html`<a href="${linkTo(PATHS.overview, { org: code, period, rule, partial })}">${named(name)}</a>`
      : named(name)
  return html`${table(
    `Chia theo ${PER[per].toLowerCase()}`,
    [
      { title: PER[per], isHead: true, cell: head },
      { title: 'Mã', cell: ({ code }: Row) => named(code) },
      { title: 'Nguồn', cell: ({ sources }: Row) => named(sources.join(', ')) },
      { title: 'Số lượng', isNumber: true, cell: ({ count }: Row) => printedCount(count) },
    ],
    { rows: rows.slice(0, MOST_ROWS), empty: 'Không có hồ sơ nào.' },
  )}${others(rows.length)}`
}

interface ShareRow {
  readonly source: string
  readonly run: string | null
  readonly count: number
}

/** Through which runs of which sources the records came; of too many that is not told. */
export function sharesOf({ shares, records }: Pick<Counted, 'shares' | 'records'>): Html {
  type Row = ShareRow
  const rows = shares.flatMap(({ source, count, runs }): readonly Row[] => {
    const known = runs.map((one) => ({ source, ...one }))
    return known.length > 0 ? known : [{ source, count, run: null }]
  })
  return html`${table(
    'Chia theo lượt đồng bộ',
    [
      { title: 'Nguồn', isHead: true, cell: ({ source }: Row) => named(source) },
      {
        title: 'Lượt',
        cell: ({ run }: Row) =>
          run === null
            ? html`các lượt gộp chung`
            : html`<a href="${linkTo(PATHS.run, { id: run })}">${run}</a>`,
      },
      {
        title: records === 'dossiers' ? 'Số hồ sơ' : 'Số thủ tục',
        isNumber: true,
        cell: ({ count }: Row) => printedCount(count),
      },
    ],
    { rows: rows.slice(0, MOST_ROWS), empty: 'Không có lượt nào.' },
  )}${others(rows.length)}`
}

/** What sources state instead of dossiers, row by row as it came. */
export function statedRows({ stated = [] }: Counted): Html {
  if (stated.length === 0) return NOTHING
  type Row = (typeof stated)[number]
  return html`${table(
    'Dòng số liệu do nguồn cung cấp',
    [
      { title: 'Nguồn', isHead: true, cell: ({ source }: Row) => named(source) },
      { title: 'Đơn vị', cell: ({ organisation }: Row) => named(organisation) },
      { title: 'Ngày', cell: (row: Row) => printedDays(row) },
      {
        title: 'Tệp, chỗ trong tệp',
        cell: ({ document, place }: Row) => named([document, place].filter(Boolean).join(', ')),
      },
      {
        title: 'Số liệu như đã nhận',
        cell: ({ counts }: Row) =>
          Object.entries(counts)
            .map(([name, count]) => `${name} ${printedCount(count)}`)
            .join('; '),
      },
    ],
    { rows: stated.slice(0, MOST_ROWS), empty: '' },
  )}${others(stated.length)}`
}

function others(rows: number): Html {
  return rows > MOST_ROWS
    ? html`<p>và ${String(rows - MOST_ROWS)} dòng khác, nhỏ hơn.</p>`
    : NOTHING
}
