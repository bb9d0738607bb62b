import { type Cell, printCell } from '@cchc/domain'

/** What a spreadsheet cell holds and how it prints. */
export interface SheetValue {
  readonly value: number | string | null
  readonly format: string | null
}

/** Vietnamese separators (1.909; 99,73%) also where the reader's spreadsheet speaks another language. */
const VIETNAMESE = '[$-42A]'

/** Numbers and rates stay numbers, so that a reader can go on calculating; 0/0 and not applicable are `-`. */
export function sheetValue(cell: Cell): SheetValue {
  switch (cell.state) {
    case 'number':
      return cell.percent
        ? { value: cell.value / 100, format: percentFormat(cell.decimals) }
        : { value: cell.value, format: numberFormat(cell.decimals) }
    case 'ratio':
      return ratioValue(cell)
    case 'zero':
      return { value: 0, format: cell.percent ? percentFormat(0) : numberFormat(0) }
    case 'text':
    case 'not_applicable':
      return { value: printCell(cell), format: '@' }
    case 'not_reported':
      return { value: null, format: null }
  }
}

function ratioValue(cell: Extract<Cell, { state: 'ratio' }>): SheetValue {
  const { numerator, denominator, decimals } = cell
  if (denominator === 0) return { value: '-', format: '@' }
  const whole = numerator === 0 || numerator === denominator
  return { value: numerator / denominator, format: percentFormat(whole ? 0 : decimals) }
}

function numberFormat(decimals: number): string {
  return `${VIETNAMESE}#,##0${fraction(decimals)}`
}

function percentFormat(decimals: number): string {
  return `${VIETNAMESE}0${fraction(decimals)}%`
}

function fraction(decimals: number): string {
  return decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
}
