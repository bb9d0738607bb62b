import type { AnswerOf } from '@cchc/hub/questions/question'
import type { why } from '@cchc/hub/questions/why'
import type { Chosen } from '../chosen.ts'
import { type Html, html, NOTHING, named } from '../html.ts'
import { table } from '../parts/table.ts'
import { printedCell, printedCount, printedDays, printedInstant } from '../printed.ts'
import { contributionsOf, sharesOf, statedRows } from './counted.ts'

export type ExplainedCell = AnswerOf<typeof why>['cell']
type Origin = ExplainedCell['origin']

/** Deeper than any form goes. */
const MOST_DEEP = 12

/** What stands around a cell of the tree. */
export interface Around {
  readonly chosen: Chosen
}

/** A cell with its origin; each cell that it is made of opens in the same way. */
export function cellTree(cell: ExplainedCell, around: Around, depth = 0): Html {
  const { origin } = cell
  // Published types tell of the first level alone.
  const operands: readonly unknown[] = 'operands' in origin ? origin.operands : []
  const below =
    depth < MOST_DEEP ? operands.map((one) => branch(one as ExplainedCell, around, depth)) : []
  return html`<div class="origin">${originOf(origin, around)}${
    below.length > 0 ? html`<ul>${below}</ul>` : NOTHING
  }</div>`
}

function branch(cell: ExplainedCell, around: Around, depth: number): Html {
  const title = html`${named(cell.label)}${cell.column.title === '' ? NOTHING : html` – ${named(cell.column.title)}`}`
  return html`<li><details${depth === 0 ? html` open` : NOTHING}><summary>${title}: <strong>${printedCell(cell.cell)}</strong></summary>${cellTree(cell, around, depth + 1)}</details></li>`
}

function originOf(origin: Origin, { chosen }: Around): Html {
  switch (origin.kind) {
    case 'quotient':
      return html`<p>Tỷ lệ theo công thức <code>${origin.formula}</code>: ${printedCount(origin.numerator)} / ${printedCount(origin.denominator)}; giá trị đúng ${origin.rounding.exact.replace('.', ',')}, làm tròn một lần khi in, ${String(origin.rounding.decimals)} chữ số thập phân, nửa làm tròn lên.</p>`
    case 'sum':
      return html`<p>Tổng theo công thức <code>${origin.formula}</code>.</p>`
    case 'counted':
      return counted(origin, chosen)
    case 'portal':
      return html`<p>Do cổng công bố: ${named(origin.name)}.</p>${recordsOf(origin)}`
    case 'entered':
      return enteredBy(origin)
    case 'missing':
      return html`<p>Chưa có số liệu:</p><ul>${origin.reasons.map((reason) => html`<li>${named(reason)}</li>`)}</ul>`
  }
}

type Of<Kind extends Origin['kind']> = Extract<Origin, { kind: Kind }>

function counted(origin: Of<'counted'>, chosen: Chosen): Html {
  const { name, formula, window, total, conditions } = origin
  const when = window ? `trong ${printedDays(window)}` : 'tại thời điểm hiện tại'
  const where = conditions.map((one) => html`<li>${named(one.name)}: ${named(one.value)}</li>`)
  return html`<p>Đếm từ dữ liệu: ${named(name)}, ${when}, theo <code>${formula}</code>; tổng ${printedCount(total)}.</p>
${where.length > 0 ? html`<ul>${where}</ul>` : NOTHING}${contributionsOf(origin, chosen)}${sharesOf(origin)}${statedRows(origin)}`
}

function recordsOf({ records }: Of<'portal'>): Html {
  const lines = records.map(
    ({ measure, value, source, organisation, provisional, ...one }) =>
      html`<li>${named(source)}: ${named(measure)} = ${printedCount(value)} (${organisation}, ${printedDays(one)}, biết từ ${printedInstant(one.knownFrom)}${provisional ? ', số tạm thời' : ''})</li>`,
  )
  return html`<ul>${lines}</ul>`
}

function enteredBy(origin: Of<'entered'>): Html {
  const { by, at, file, address, reason, insteadOf, units = [] } = origin
  const told = [
    ...(file === null
      ? []
      : [
          html`<li>Từ tệp ${named(file)}${address === null ? NOTHING : html`, ô ${named(address)}`}</li>`,
        ]),
    ...(reason === null ? [] : [html`<li>Lý do: ${named(reason)}</li>`]),
    ...(insteadOf === null ? [] : [html`<li>Thay cho số tính được: ${named(insteadOf)}</li>`]),
  ]
  return html`<p>Do ${named(by)} nhập lúc ${printedInstant(at)}.</p><ul>${told}</ul>${unitsOf(units)}`
}

type UnitEntry = NonNullable<Of<'entered'>['units']>[number]

/** What the units below gave of a sum, down to the cell of the file of each. */
function unitsOf(units: readonly UnitEntry[]): Html {
  if (units.length === 0) return NOTHING
  return table(
    'Số liệu các đơn vị đã gửi',
    [
      { title: 'Đơn vị', isHead: true, cell: ({ name }: UnitEntry) => named(name) },
      { title: 'Số liệu', isNumber: true, cell: ({ printed }: UnitEntry) => named(printed) },
      { title: 'Tệp', cell: ({ file }: UnitEntry) => named(file ?? 'nhập tay') },
      { title: 'Ô', cell: ({ address }: UnitEntry) => named(address ?? '') },
      { title: 'Người nhập', cell: ({ by }: UnitEntry) => named(by) },
      { title: 'Lúc', cell: ({ at }: UnitEntry) => printedInstant(at) },
    ],
    { rows: units, empty: '' },
  )
}
