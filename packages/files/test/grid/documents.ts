import { strToU8, zipSync } from 'fflate'

/** A paragraph of Word; its words in one run. */
export const p = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

/** A cell of Word with its properties. */
export const tc = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content === '' ? '<w:p/>' : content}</w:tc>`

export const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`

export const tbl = (...rows: readonly string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

/** A table of Word with one paragraph in each cell. */
export const plainTable = (rows: readonly (readonly string[])[]) =>
  tbl(...rows.map((row) => tr(...row.map((words) => tc(words === '' ? '' : p(words))))))

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A document of Word. */
export function docx(...body: readonly string[]): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`
  return zipSync({ 'word/document.xml': strToU8(xml) }, { level: 1 })
}

/** A text document of LibreOffice. */
export function odt(...body: readonly string[]): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
  return zipSync(
    {
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(xml),
    },
    { level: 1 },
  )
}
