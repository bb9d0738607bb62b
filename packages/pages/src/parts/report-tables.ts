import type { FilledReport } from '@cchc/domain'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named, plain } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCell } from '../printed.ts'

type Column = FilledReport['columns'][number]
type Row = FilledReport['rows'][number]

/** More figures make the page heavy; the files hold all. */
const MOST_CELLS = 400

interface Of {
  readonly chosen: Chosen
  readonly template: string
}

/** The table of a report as it will be printed; each figure leads to where it comes from. */
export function reportTables({ columns, rows, title }: FilledReport, of: Of): Html {
  const heads = columns.map(
    ({ header, headerGroups, number, content }) =>
      html`<th scope="col"${content === 'cell' ? html` class="n"` : NOTHING}>${plain([...headerGroups, header].filter(Boolean).join(': '))}${number === null ? NOTHING : html`<br><small>${number}</small>`}</th>`,
  )
  const across = columns.filter(({ content }) => content === 'cell').length
  const shown = rows.slice(0, Math.ceil(MOST_CELLS / Math.max(1, across)))
  const rest = rows.length - shown.length
  const lines = shown.map(
    (row) =>
      html`<tr class="${row.rowType}">${columns.map((column) => cellOf(column, row, of))}</tr>\n`,
  )
  return html`<div class="wide" tabindex="0" role="group" aria-label="${plain(title)}"><table><thead><tr>${heads}</tr></thead><tbody>
${lines}</tbody></table></div>${rest > 0 ? html`<p>và ${String(rest)} dòng khác; tải báo cáo về để xem đủ.</p>` : NOTHING}`
}

function cellOf(column: Column, row: Row, { chosen, template }: Of): Html {
  const { content, key } = column
  if (content === 'label') return html`<th scope="row">${named(row.label)}</th>`
  if (content !== 'cell') return html`<td>${named(row[content])}</td>`
  const cell = row.cells[key]
  if (cell === undefined) return html`<td></td>`
  const printed = printedCell(cell)
  if (row.rowType !== 'indicator') return html`<td class="n">${plain(printed)}</td>`
  const { org, period, partial } = chosen
  const link = linkTo(PATHS.origin, {
    indicator: row.rowId,
    template,
    column: key,
    org,
    period,
    partial,
  })
  return html`<td class="n"><a href="${link}">${plain(printed)}</a></td>`
}
