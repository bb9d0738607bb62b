import type { OfficeParts } from './office-parts.ts'

const MACROS = /^((xl|word)\/(_rels\/)?vba\w*\.(bin|xml)(\.rels)?|customui\/.*)$/i
const LINK_TO_MACROS =
  /<Relationship\b[^>]*Target="[^"]*(?:vbaProject\.bin|customUI\/)[^"]*"[^>]*\/>/gi
const TYPE_OF_MACROS =
  /<(?:Override\b[^>]*PartName="\/(?:(?:xl|word)\/vba|customUI\/)|Default\b[^>]*ContentType="application\/vnd\.ms-office\.vbaProject)[^>]*\/>/gi
const TYPE_OF_BOOK =
  /application\/vnd\.(?:ms-excel\.(?:sheet|template)\.macroEnabled|openxmlformats-officedocument\.spreadsheetml\.template)\.main\+xml/g
const TYPE_OF_TEXT =
  /application\/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml/g
const PLAIN_TEXT_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const PLAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** Makes a workbook or a document one without macros; whether it had any. */
export function withoutMacros(parts: OfficeParts): boolean {
  const had = parts.remove(MACROS)
  const unlinked = (xml: string) => xml.replace(LINK_TO_MACROS, '')
  if (had) {
    parts.change('xl/_rels/workbook.xml.rels', unlinked)
    parts.change('word/_rels/document.xml.rels', unlinked)
    parts.change('_rels/.rels', unlinked)
  }
  parts.change('[Content_Types].xml', (xml) => {
    const plain = had ? xml.replace(TYPE_OF_MACROS, '') : xml
    return plain.replace(TYPE_OF_BOOK, PLAIN_TYPE).replace(TYPE_OF_TEXT, PLAIN_TEXT_TYPE)
  })
  return had
}

const RECKON = / fullCalcOnLoad="[^"]*"/
/** What stands before the settings of reckoning, the last of them first. */
const BEFORE = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']

/** Lets every program that opens a workbook reckon all its formulas anew. */
export function reckonedOnLoad(xml: string): string {
  const own = /<((?:\w+:)?)calcPr\b([^>]*?)(\/?)>/
  if (own.test(xml)) {
    return xml.replace(own, (_, prefix: string, words: string, end: string) => {
      return `<${prefix}calcPr${words.replace(RECKON, '').trimEnd()} fullCalcOnLoad="1"${end}>`
    })
  }
  for (const name of BEFORE) {
    const end = new RegExp(`</((?:\\w+:)?)${name}>`)
    if (end.test(xml)) return xml.replace(end, '$&<$1calcPr fullCalcOnLoad="1"/>')
  }
  return xml
}
