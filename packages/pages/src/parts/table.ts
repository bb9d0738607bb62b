import { type Html, html, NOTHING } from '../html.ts'

/** A column of a table: its head, and how a row stands in it. */
export interface Column<Row> {
  readonly title: Html | string
  /** Numbers stand at the right. */
  readonly isNumber?: true
  /** Stands on one line, such as a month or an instant. */
  readonly isShort?: true
  /** It names the row. */
  readonly isHead?: true
  cell(row: Row): Html | string
}

/** A table with its caption; what it says where there is no row. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  { rows, empty }: { readonly rows: readonly Row[]; readonly empty: string },
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`
  const heads = columns.map(
    ({ title, isNumber }) => html`<th scope="col"${numberClass(isNumber)}>${title}</th>`,
  )
  const lines = rows.map((row) => html`<tr>${columns.map((column) => cellOf(column, row))}</tr>\n`)
  return html`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody></table></div>`
}

function cellOf<Row>({ isHead, isNumber, isShort, cell }: Column<Row>, row: Row): Html {
  const short = isShort ? html` class="keep"` : NOTHING
  if (isHead) return html`<th scope="row"${short}>${cell(row)}</th>`
  return html`<td${isNumber ? numberClass(isNumber) : short}>${cell(row)}</td>`
}

function numberClass(isNumber: true | undefined): Html {
  return isNumber ? html` class="n"` : NOTHING
}
