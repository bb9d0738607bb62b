import { columnOf } from '../grid/cell-address.ts'
import { readXml } from '../workbook/read-xml.ts'

/** Which cells of a sheet hold a formula, and the style that a cell has, or would have. */
export interface SheetStyles {
  readonly formulas: ReadonlySet<string>
  styleOf(at: string): number
}

/** Looks through the xml of a sheet; a cell that is not there has the style of its row, else of its column. */
export function sheetStyles(part: Uint8Array): SheetStyles {
  const formulas = new Set<string>()
  const cells = new Map<string, number>()
  const rows = new Map<string, number>()
  const columns: { readonly min: number; readonly max: number; readonly style: number }[] = []
  let at = ''
  readXml(part, {
    open(tag, { r = '', s = '0', min, max, style = '0', customFormat }) {
      if (tag === 'col') columns.push({ min: Number(min), max: Number(max), style: Number(style) })
      else if (tag === 'row' && /^(1|true)$/.test(customFormat ?? '')) rows.set(r, Number(s))
      else if (tag === 'c') {
        at = r
        cells.set(at, Number(s))
      } else if (tag === 'f') formulas.add(at)
    },
  })
  return {
    formulas,
    styleOf(cell) {
      const column = columnOf(cell) + 1
      const own = columns.find(({ min, max }) => min <= column && column <= max)
      return cells.get(cell) ?? rows.get(cell.replace(/^[A-Z]+/, '')) ?? own?.style ?? 0
    },
  }
}
