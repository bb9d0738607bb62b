import type { BodyPieces } from './body-pieces.ts'
import { noteDropped } from './drift/portal-rows.ts'
import { remember } from './remember.ts'
import type { XmlFields, XmlPage } from './xml-page.ts'

const HEAD =
  /^(?:<\?xml version="1\.0"(?: encoding="[A-Za-z][\w.-]{0,39}")?(?: standalone="(?:yes|no)")?\?>)?[ \t\n]*<data>[ \t\n]*(?:<total>(\d{1,12})<\/total>)?/
/** All but the entities that every XML knows. */
const UNKNOWN = /&(?!(?:amp|lt|gt|quot|apos);)/
/** What is mended, or may have to be. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML must not hold.
const UNUSUAL = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/
const ENTITY = /&(amp|lt|gt|quot|apos);/g
const CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads a page whose records hold fields of nothing but text, as nearly all do, in a fraction of a parser's time. Undefined
 * for any other text: what that is, the parser says.
 */
export function scanXmlRecords(
  { text, decode = itself }: Pick<BodyPieces, 'text'> & Partial<BodyPieces>,
  { fields, list }: XmlFields,
): XmlPage | undefined {
  const head = HEAD.exec(text)
  if (!head || list || UNKNOWN.test(text)) return undefined
  const scan = new Scan(text, head[0].length)
  const records: Record<string, string>[] = []
  while (scan.takes('<data>')) {
    const record = recordAt(scan, fields, decode)
    if (!record) return undefined
    records.push(record)
  }
  if (!scan.takes('</data>') || !scan.isAtEnd()) return undefined
  return { total: head[1] === undefined ? undefined : Number(head[1]), records, lists: [] }
}

function itself(piece: string): string {
  return piece
}

function recordAt(
  scan: Scan,
  fields: ReadonlySet<string>,
  decode: BodyPieces['decode'],
): Record<string, string> | undefined {
  const record: Record<string, string> = {}
  const dropped: string[] = []
  while (!scan.takes('</data>')) {
    if (!scan.takesField()) return undefined
    const { name } = scan
    if (!fields.has(name)) {
      dropped.push(name)
      continue
    }
    const value = decode(scan.value)
    if (UNUSUAL.test(value)) return undefined
    record[name] = characters(value)
  }
  noteDropped(record, dropped)
  return record
}

function characters(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(ENTITY, (_, name: string) => CHARACTERS.get(name) ?? '')
}

/** One and the same text for a name, which keeps no page alive; empty for what is no name. */
const nameOf = remember((text) => ({ name: /^[A-Za-z_][\w.-]*$/.test(text) ? text : '' }))

class Scan {
  /** Of the field that was taken last. */
  name = ''
  readonly #text: string
  #at: number
  /** Where the text of that field is. */
  #from = 0
  #to = 0

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  get value(): string {
    return this.#text.slice(this.#from, this.#to)
  }

  /** Passes over what is expected, where that comes next. */
  takes(expected: string): boolean {
    this.#skipSpace()
    const isNext = this.#text.startsWith(expected, this.#at)
    if (isNext) this.#at += expected.length
    return isNext
  }

  /** Passes over an element that holds nothing but text, where one comes next. */
  takesField(): boolean {
    const text = this.#text
    const begin = this.#at + 1
    const close = text.indexOf('>', begin)
    if (close === -1 || text.charCodeAt(this.#at) !== LESS) return false
    const isEmpty = text.charCodeAt(close - 1) === SLASH
    const length = close - begin - (isEmpty ? 1 : 0)
    this.name = nameOf(text.slice(begin, begin + length)).name
    this.#from = close + 1
    this.#to = isEmpty ? this.#from : text.indexOf('<', this.#from)
    this.#at = isEmpty ? this.#from : this.#to + length + 3
    return this.name !== '' && (isEmpty || this.#isClosed(length))
  }

  isAtEnd(): boolean {
    this.#skipSpace()
    return this.#at === this.#text.length
  }

  #isClosed(length: number): boolean {
    const [text, to] = [this.#text, this.#to]
    return (
      to !== -1 &&
      text.charCodeAt(to + 1) === SLASH &&
      text.startsWith(this.name, to + 2) &&
      text.charCodeAt(to + 2 + length) === GREATER
    )
  }

  #skipSpace(): void {
    while (SPACES.has(this.#text.charCodeAt(this.#at))) this.#at += 1
  }
}

const SLASH = 47
const LESS = 60
const GREATER = 62
const SPACES = new Set([9, 10, 32])
