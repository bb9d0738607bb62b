import { say } from '@cchc/domain'
import { TooLarge } from '../grid/grid.ts'
import { EPOCH_1900 } from '../grid/sheet-content.ts'
import { isMarkBehind } from './mark-behind.ts'
import { readXml } from './read-xml.ts'
import type { ReadPart } from './zip-parts.ts'

/** What the sheets of a workbook share, where its visible ones are, and what the others are called. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly hidden: readonly string[]
  readonly strings: readonly string[]
  /** The number format of a style. */
  readonly formats: readonly string[]
  /** The serial number of 1 January 1970. */
  readonly epoch: number
}

const MOST_SHEETS = 1000

function tooManySheets(): TooLarge {
  const most = { count: MOST_SHEETS }
  return new TooLarge(say('more than {count} sheets', most), say('{count} sheets', most))
}

/** Reads what stands beside the sheets; throws where the parts are no workbook. */
export async function readWorkbook(read: ReadPart): Promise<WorkbookParts> {
  const book = await read('xl/workbook.xml')
  if (!book) throw new Error('there is no workbook')
  const links = linksOf(await read('xl/_rels/workbook.xml.rels'))
  const sheets: { name: string; part: string }[] = []
  const hidden: string[] = []
  let epoch = EPOCH_1900
  readXml(book, {
    open(tag, { name = '', state = 'visible', ...rest }) {
      if (tag === 'workbookPr' && /^(1|true)$/.test(rest.date1904 ?? '')) epoch -= 1462
      if (tag !== 'sheet') return
      if (sheets.length + hidden.length >= MOST_SHEETS) throw tooManySheets()
      if (state !== 'visible') {
        hidden.push(name)
        return
      }
      const link = Object.entries(rest).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name, part: links.get(link) ?? '' })
    },
  })
  const strings = stringsOf(await read('xl/sharedStrings.xml'))
  return { sheets, hidden, strings, formats: formatsOf(await read('xl/styles.xml')), epoch }
}

function linksOf(part: Uint8Array | undefined): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  const open = (tag: string, { Id = '', Target = '' }: Readonly<Record<string, string>>) => {
    const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`
    if (tag === 'Relationship') links.set(Id, path)
  }
  if (part) readXml(part, { open })
  return links
}

function stringsOf(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = []
  const text = richText()
  if (!part) return strings
  readXml(part, {
    open: text.open,
    close(tag, words) {
      text.close(tag, words)
      if (tag === 'si') strings.push(text.take())
    },
  })
  return strings
}

/** Joins the runs of a text; how it is pronounced (`rPh`) is no part of it. */
export function richText() {
  let joined = ''
  let phonetic = false
  let raised = false
  return {
    open(tag: string, { val }: Readonly<Record<string, string>>): void {
      if (tag === 'rPh') phonetic = true
      if (tag === 'r') raised = false
      if (tag === 'vertAlign') raised = val === 'superscript'
    },
    close(tag: string, text: string): void {
      if (tag === 'rPh') phonetic = false
      if (tag === 't' && !phonetic && !(raised && isMarkBehind(joined, text))) joined += text
    },
    take(): string {
      const taken = joined
      joined = ''
      return taken.replace(/_x([\dA-F]{4})_/gi, (_all, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    },
  }
}

/** The formats that every workbook knows by number, as far as they print otherwise than `General`. */
const KNOWN_FORMATS: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy h:mm',
  39: '#,##0.00',
  40: '#,##0.00',
}

function formatsOf(part: Uint8Array | undefined): readonly string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  if (!part) return formats
  readXml(part, {
    open(tag, { numFmtId, formatCode = '' }) {
      if (tag === 'cellXfs') inCells = true
      const id = Number(numFmtId ?? 0)
      if (tag === 'numFmt') own.set(id, formatCode)
      if (tag === 'xf' && inCells) formats.push(own.get(id) ?? KNOWN_FORMATS[id] ?? 'General')
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return formats
}
