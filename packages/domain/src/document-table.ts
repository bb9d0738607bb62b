const DOCUMENT_TABLE = /^bảng \d+$/

/** What stands for the name of a sheet where a table of a text document is meant: `bảng 2`. */
export function documentTable(number: number): string {
  return `bảng ${number}`
}

/** Whether it is a table of a text document and no sheet of a workbook. */
export function isDocumentTable(sheet: string): boolean {
  return DOCUMENT_TABLE.test(sheet)
}
