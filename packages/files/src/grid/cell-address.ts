import { isDocumentTable } from '@cchc/domain'

/** `Biểu 1!D12`; without a sheet, `D12`; in a table of a text document, `bảng 2, dòng 5, cột 3`. Columns count from 0. */
export function cellAddress(at: { sheet: string | null; line: number; column: number }): string {
  const { sheet, line, column } = at
  if (sheet !== null && isDocumentTable(sheet)) return `${sheet}, dòng ${line}, cột ${column + 1}`
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${sheet === null ? '' : `${sheet}!`}${letters}${line}`
}

/** The sheet that an address such as `Biểu 1!D12` names, empty where it names none, and the cell within it. */
export function splitAddress(address: string): { readonly sheet: string; readonly at: string } {
  const end = address.lastIndexOf('!')
  return { sheet: address.slice(0, Math.max(0, end)), at: address.slice(end + 1) }
}

/** The column of an address such as `D12`, counted from 0. */
export function columnOf(address: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column - 1
}

/** The line of an address such as `D12`. */
export function lineOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0)
}
