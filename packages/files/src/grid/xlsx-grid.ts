import { printDay } from '@cchc/domain'
import excel, {
  type Cell,
  type CellFormulaValue,
  type CellSharedFormulaValue,
  type CellValue,
  type Worksheet,
} from 'exceljs'
import { COVERED_CELL, type Grid, type GridCell, type GridRow, textOf } from './grid.ts'

const { Workbook } = excel

type Plain = number | string | boolean | Date | null | undefined

/** Reads the visible sheets of a workbook; a merged stretch counts once, in its first cell. */
export async function xlsxGrids(bytes: Uint8Array): Promise<readonly Grid[]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(exactBuffer(bytes))
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible')
  return visible.map((sheet) => ({
    sheet: visible.length > 1 ? sheet.name : null,
    rows: sheetRows(sheet),
  }))
}

/** exceljs reads a whole ArrayBuffer, of which the bytes may be but a part. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function sheetRows(sheet: Worksheet): readonly GridRow[] {
  const rows: GridRow[] = []
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: GridCell[] = []
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = row.getCell(column)
      cells.push(cell.isMerged && cell.master !== cell ? COVERED_CELL : gridCell(cell))
    }
    rows.push({ line, cells })
  })
  return rows
}

function gridCell(cell: Cell): GridCell {
  const value = plainValue(cell.value)
  if (typeof value === 'number') return numberText(value, cell.numFmt ?? 'General')
  return textOf(value)
}

function plainValue(value: CellValue): number | string {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return value instanceof Date ? printDay(value.toISOString().slice(0, 10)) : richValue(value)
}

function richValue(value: Exclude<CellValue, Plain>): number | string {
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('formula' in value || 'sharedFormula' in value) return formulaValue(value)
  if ('text' in value) return plainValue(value.text as CellValue)
  return 'error' in value ? value.error : ''
}

/** What the program that saved the file had worked out; a formula that nobody has worked out is no blank. */
function formulaValue(value: CellFormulaValue | CellSharedFormulaValue): number | string {
  const { result } = value
  if (result !== undefined && result !== null) return plainValue(result as CellValue)
  return `=${'formula' in value ? value.formula : value.sharedFormula}`
}

/** A number as its format prints it, in Vietnamese writing. */
function numberText(value: number, format: string): GridCell {
  const decimals = /0\.(0+)/.exec(format)?.[1]?.length ?? 0
  const plain = Number(value.toPrecision(12))
  const code = decimals > 0 ? plain.toFixed(decimals) : String(plain)
  if (format.includes('%')) return { text: `${comma((plain * 100).toFixed(decimals))}%`, code }
  return { text: comma(code), code }
}

function comma(number: string): string {
  return number.replace('.', ',')
}
