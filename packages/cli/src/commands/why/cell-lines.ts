import { printDay, printDayRange, printNumber } from '@cchc/domain'
import { contributionLines } from './contribution-lines.ts'
import type { ExplainedCell } from './explanation.ts'
import { printMoment } from './moments.ts'
import { type CellContext, runText, sourceName } from './source-text.ts'
import { statedLines } from './stated-lines.ts'

type UnitEntry = NonNullable<Origin<'entered'>['units']>[number]
type Origin<K> = Extract<ExplainedCell['origin'], { kind: K }>
/** The cells that a cell is made of; declaration files tell less of a type that holds itself. */
function cellsOf(operands: readonly unknown[]): readonly ExplainedCell[] {
  return operands as readonly ExplainedCell[]
}

/** A cell, its origin, and below it, further in, the cells that it is made of. */
export function cellLines(cell: ExplainedCell, context: CellContext): string[] {
  const { origin } = cell
  const operands = 'operands' in origin ? cellsOf(origin.operands) : []
  const note = cell.note === '' ? [] : [`Ghi chú: ${cell.note}`]
  return [
    `${titleOf(cell)}: ${cell.printed === '' ? '(chưa có số liệu)' : cell.printed}`,
    ...indented([...originLines(cell, context), ...note]),
    ...operands.flatMap((operand) => indented(cellLines(operand, context))),
  ]
}

function titleOf({ rowId, label, unit, column }: ExplainedCell): string {
  const place = [column.number, column.title].filter((word) => word !== null).join(' ')
  const measured = unit === '' || unit.includes('=') ? '' : ` (${unit})`
  return column.key === 'value' ? `${rowId} ${label}${measured}` : `${rowId} ${label}, cột ${place}`
}

function originLines(cell: ExplainedCell, context: CellContext): string[] {
  const { origin } = cell
  switch (origin.kind) {
    case 'quotient':
      return quotientLines(origin, cell.printed)
    case 'sum':
      return [
        `Công thức: ${origin.formula} = ${addends(cellsOf(origin.operands))} = ${cell.printed}`,
      ]
    case 'counted':
      return countedLines(origin, context)
    case 'portal':
      return portalLines(origin, context)
    case 'entered':
      return enteredLines(origin)
    case 'missing':
      return origin.reasons.map((reason) => `Vì sao: ${reason}`)
  }
}

function quotientLines(
  { formula, numerator, denominator, rounding }: Origin<'quotient'>,
  printed: string,
): string[] {
  const exact = rounding.exact.startsWith('≈') ? rounding.exact : `= ${rounding.exact}`
  const precision = `${rounding.decimals} chữ số thập phân, làm tròn nửa lên`
  return [
    `Công thức: ${formula}`,
    `Tử số ${exactNumber(numerator)}; mẫu số ${exactNumber(denominator)}`,
    `Làm tròn: ${exactNumber(numerator)} ÷ ${exactNumber(denominator)} ${exact}, in ${printed} (${precision})`,
  ]
}

function addends(operands: readonly ExplainedCell[]): string {
  return operands.map(({ printed }) => printed).join(' + ')
}

function countedLines(origin: Origin<'counted'>, context: CellContext): string[] {
  const { name, figure, formula, conditions, window, shares, records } = origin
  const { rule } = context.view
  const counted = records === 'dossiers' ? `; quy tắc ${rule.id} phiên bản ${rule.version}` : ''
  const parts =
    origin.operands.length === 0 ? [] : [`Bằng tổng các cột: ${addends(cellsOf(origin.operands))}`]
  return [
    `Đếm: ${name} (${figure})${counted}`,
    `Công thức: ${formula}`,
    ...conditions.map((one) => `${one.name}: ${one.value}`),
    window === null ? 'Thời điểm: theo danh mục hiện biết' : `Trong kỳ: ${printDayRange(window)}`,
    ...parts,
    ...indented(contributionLines(origin)),
    ...shares.flatMap((share) => shareLines(share, { ...context, records })),
    ...(origin.stated ?? []).flatMap((row) => statedLines(row, context)),
  ]
}

const RECORD_NAMES = { dossiers: 'hồ sơ', procedures: 'TTHC' } as const

function shareLines(
  { source, count, runs }: Origin<'counted'>['shares'][number],
  context: CellContext & { readonly records: keyof typeof RECORD_NAMES },
): string[] {
  const name = RECORD_NAMES[context.records]
  const untold =
    runs.length === 0 ? ' (nhiều quá nên chưa chia theo lượt đồng bộ; thêm --runs)' : ''
  return [
    `Nguồn ${sourceName(source, context)}: ${printNumber(count)} ${name}${untold}`,
    ...indented(
      runs.map(({ run, count: own }) => `${printNumber(own)} ${name} do ${runText(run, context)}`),
    ),
  ]
}

function portalLines(origin: Origin<'portal'>, context: CellContext): string[] {
  return [
    `${origin.name}: ${origin.formula}`,
    ...origin.records.map(
      ({ measure, value, source, from, to, provisional, run }) =>
        `${measure} = ${value === null ? '(không có)' : exactNumber(value)}, ${printDay(from)} - ${printDay(to)}${provisional ? ', tạm thời' : ''}; nguồn ${sourceName(source, context)}, ${runText(run, context)}`,
    ),
  ]
}

function enteredLines(origin: Origin<'entered'>): string[] {
  const { by, at, file, address, reason, sha256, insteadOf, units = [] } = origin
  const place = address === null ? '' : `, ô ${address}`
  return [
    `Người nhập: ${by}, lúc ${printMoment(at)}`,
    file === null
      ? 'Nhập tay, không từ tệp'
      : `Từ ${units.length > 0 ? '' : 'tệp: '}${file}${place}`,
    ...units.map(unitLine),
    ...(sha256 === null || units.length > 0 ? [] : [`SHA-256 của tệp: ${sha256}`]),
    ...(reason === null ? [] : [`Lý do: ${reason}`]),
    ...(insteadOf === null ? [] : [`Thay cho số liệu tự động: ${insteadOf}`]),
  ]
}

function unitLine({ name, organisation, printed, by, file, address }: UnitEntry): string {
  const place = address === null ? '' : `, ô ${address}`
  const from = file === null ? `${by} nhập tay` : `tệp ${file}${place}`
  return `  ${name} (${organisation}): ${printed === '' ? '(chưa có số liệu)' : printed}, ${from}`
}

/** With as many decimals as the number has. */
function exactNumber(value: number): string {
  return printNumber(value, String(value).split('.')[1]?.length ?? 0)
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}
