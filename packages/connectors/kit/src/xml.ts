import { isAppError, type PortalChanged, PortalUnavailable, say } from '@cchc/domain'
import { SaxesParser } from 'saxes'
import type { PiecewiseBody } from './body-pieces.ts'
import { noteDropped } from './drift/portal-rows.ts'
import { looksLikeHtml, webPage } from './html.ts'
import { unknownAnswer } from './http-errors.ts'
import { mendXml } from './mend-xml.ts'
import { scanXmlRecords } from './scan-xml.ts'
import type { XmlFields, XmlPage } from './xml-page.ts'

const RECORD = 'data'

/**
 * Reads `<data><total>n</total><data>..</data>...</data>` in one pass. Elements that a record leaves out are absent
 * from it. A document type or another root throws PortalChanged, a web page or text that stops in the
 * middle PortalUnavailable; no part of the text enters the message.
 */
export function readXmlRecords(body: string | PiecewiseBody, fields: XmlFields): XmlPage {
  if (typeof body === 'string') {
    return scanXmlRecords({ text: body }, fields) ?? parseXmlRecords(body, fields)
  }
  const pieces = body.pieces()
  const scanned = pieces && scanXmlRecords(pieces, fields)
  return scanned ?? readXmlRecords(body.whole, fields)
}

/** The same for text of any shape. */
export function parseXmlRecords(text: string, fields: XmlFields): XmlPage {
  if (looksLikeHtml(text)) throw webPage('XML')
  const reader = new RecordReader(fields)
  try {
    reader.parser.write(mendXml(text))
  } catch (thrown) {
    throw isAppError(thrown) ? thrown : notWellFormed(thrown)
  }
  try {
    reader.parser.close()
  } catch {
    throw new PortalUnavailable(say('the XML answer of the portal is cut off'))
  }
  return reader.page()
}

function notWellFormed(thrown: unknown): PortalChanged {
  const isEntity = thrown instanceof Error && thrown.message.includes('undefined entity')
  return unknownAnswer(
    isEntity
      ? say('the XML answer of the portal names an entity that XML does not know')
      : say('the portal answered with something other than well-formed XML'),
  )
}

class RecordReader {
  readonly parser = new SaxesParser({ xmlns: false, position: false })
  readonly #wanted: XmlFields
  readonly #records: Record<string, string>[] = []
  readonly #lists: Record<string, string>[][] = []
  #total: number | undefined
  #depth = 0
  #record: Record<string, string> | undefined
  #list: Record<string, string>[] = []
  #item: Record<string, string> | undefined
  /** Names of the fields of the record that are not kept. */
  #dropped: string[] = []
  /** The field whose text is being collected, and that text. */
  #field = ''
  #fieldDepth = 0
  #text = ''

  constructor(wanted: XmlFields) {
    this.#wanted = wanted
    this.parser.on('doctype', () => {
      throw unknownAnswer(
        say('the XML answer of the portal has a document type, which is not read'),
      )
    })
    this.parser.on('opentagstart', (tag) => this.#open(tag.name))
    this.parser.on('closetag', () => this.#close())
    this.parser.on('cdata', (text) => {
      if (this.#field !== '') this.#collect(text)
    })
  }

  page(): XmlPage {
    return { total: this.#total, records: this.#records, lists: this.#lists }
  }

  /** What is nested in a field may be anything, and is not kept. */
  readonly #collect = (text: string): void => {
    if (this.#depth === this.#fieldDepth) this.#text += text
  }

  #open(name: string): void {
    this.#depth++
    if (this.#depth === 3) this.#openField(name)
    else if (this.#depth === 2) this.#openRecord(name)
    else if (this.#depth === 4 && this.#item && this.#wanted.list?.fields.has(name))
      this.#keep(name)
    else if (this.#depth === 1 && name !== RECORD)
      throw unknownAnswer(say('the XML answer of the portal has another root'))
  }

  #openRecord(name: string): void {
    if (name === RECORD) {
      this.#record = {}
      this.#dropped = []
    } else if (name === 'total') this.#keep(name)
  }

  #openField(name: string): void {
    if (this.#record === undefined) return
    if (this.#wanted.fields.has(name)) this.#keep(name)
    else if (name === this.#wanted.list?.name) this.#item = {}
    else this.#dropped.push(name)
  }

  #keep(name: string): void {
    this.#field = name
    this.#fieldDepth = this.#depth
    this.#text = ''
    this.parser.on('text', this.#collect)
  }

  #close(): void {
    const depth = this.#depth--
    if (this.#field !== '') {
      if (depth === this.#fieldDepth) this.#closeField(depth)
    } else if (depth === 2 && this.#record) this.#closeRecord(this.#record)
    else if (depth === 3 && this.#item) {
      this.#list.push(this.#item)
      this.#item = undefined
    }
  }

  #closeField(depth: number): void {
    this.parser.off('text')
    if (depth === 2) this.#total = total(this.#text)
    else {
      const target = this.#item ?? this.#record
      if (target) target[this.#field] = this.#text
    }
    this.#field = ''
  }

  #closeRecord(record: Record<string, string>): void {
    this.#records.push(record)
    noteDropped(record, this.#dropped)
    this.#record = undefined
    if (this.#wanted.list === undefined) return
    this.#lists.push(this.#list)
    this.#list = []
  }
}

function total(text: string): number {
  if (/^\s*\d{1,12}\s*$/.test(text)) return Number(text)
  throw unknownAnswer(say('the XML answer of the portal states no number as its total'))
}
