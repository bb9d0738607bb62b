import * as sheetJs from '@e965/xlsx'
import excel from 'exceljs'

/** A table as rows of words, numbers, dates (what a clock in Vietnam shows) and blanks. */
export type Table = readonly (readonly (string | number | Date | null)[])[]

const DATE_FORMAT = 'dd/mm/yyyy hh:mm'

const IN_UTC = { UTC: true }

/** Days since 30 December 1899. */
function serial(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569
}

/** LibreOffice saves dates as dates, Excel as numbers that look like dates. */
function dateCell(v: Date, isOds: boolean): sheetJs.CellObject {
  return isOds ? { t: 'd', v } : { t: 'n', v: serial(v), z: DATE_FORMAT }
}

function cellOf(value: string | number | Date, isOds: boolean): sheetJs.CellObject {
  if (value instanceof Date) return dateCell(value, isOds)
  return { t: typeof value === 'number' ? 'n' : 's', v: value }
}

function worksheet(table: Table, isOds: boolean): sheetJs.WorkSheet {
  const sheet = sheetJs.utils.aoa_to_sheet([])
  for (const [r, row] of table.entries()) {
    for (const [c, value] of row.entries()) {
      if (value !== null) sheet[sheetJs.utils.encode_cell({ r, c })] = cellOf(value, isOds)
    }
  }
  const width = Math.max(...table.map((row) => row.length))
  sheet['!ref'] = sheetJs.utils.encode_range({ r: 0, c: 0 }, { r: table.length - 1, c: width - 1 })
  return sheet
}

/** A workbook as Excel 97-2003, its XML, or LibreOffice saves it. */
export function written(table: Table, bookType: 'biff8' | 'xlml' | 'ods'): Uint8Array {
  const book = sheetJs.utils.book_new()
  sheetJs.utils.book_append_sheet(book, worksheet(table, bookType === 'ods'), 'Danh sách')
  return new Uint8Array(sheetJs.write(book, { type: 'array', bookType, ...IN_UTC }))
}

/** A workbook of Excel 2007 and later. */
export async function writtenXlsx(table: Table): Promise<Uint8Array> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Danh sách')
  for (const row of table) sheet.addRow([...row])
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = DATE_FORMAT
    })
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}
