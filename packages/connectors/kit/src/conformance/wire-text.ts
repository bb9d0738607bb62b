import { SaxesParser } from 'saxes'

/** The fields of a JSON object or of an XML element. */
export type Fields = Readonly<Record<string, unknown>>

interface Document {
  readonly value: unknown
  readonly isXml: boolean
}

/** Whether a value has fields. */
export function hasFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Maps the rows of an answer: the objects of its outermost lists in JSON, its repeated elements in XML, also where the
 * answer is carried as text in another one. Undefined where no row becomes another one. A row that becomes undefined is
 * left out.
 */
export function mapRows(text: string, map: (row: Fields) => unknown): string | undefined {
  return mapDocument(text, (value, { isXml }) => mapLists(value, { isXml, map }))
}

/** The rows of an answer, in their order. */
export function rowsOf(text: string): Fields[] {
  const rows: Fields[] = []
  mapRows(text, (row) => {
    rows.push(row)
    return row
  })
  return rows
}

/** Writes a value into every field of these names, wherever it stands; undefined where none is there. */
export function fillFields(
  text: string,
  names: ReadonlySet<string>,
  written: () => string,
): string | undefined {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return mapList(value, fill)
    if (!hasFields(value)) return carried(value, fill)
    return mapFields(value, (inner, name) => (names.has(name) ? written() : fill(inner)))
  }
  return mapDocument(text, fill)
}

function mapDocument(text: string, map: (value: unknown, document: Document) => unknown) {
  const document = documentOf(text)
  const mapped = document && map(document.value, document)
  if (document === undefined || mapped === document.value) return undefined
  if (!document.isXml) return JSON.stringify(mapped)
  const [name = '', root] = Object.entries(mapped as Fields)[0] ?? []
  return printXml(name, root)
}

/** The same list where nothing in it changes. */
function mapList(list: readonly unknown[], map: (value: unknown) => unknown): readonly unknown[] {
  const mapped = list.map(map)
  return mapped.every((item, i) => item === list[i])
    ? list
    : mapped.filter((item) => item !== undefined)
}

/** The same object where nothing in it changes. */
function mapFields(fields: Fields, map: (value: unknown, name: string) => unknown): Fields {
  const mapped = Object.entries(fields).map(([name, value]) => [name, map(value, name)] as const)
  return mapped.every(([name, value]) => value === fields[name])
    ? fields
    : Object.fromEntries(mapped)
}

interface ListMap {
  readonly isXml: boolean
  readonly map: (row: Fields) => unknown
}

function mapLists(value: unknown, lists: ListMap, depth = 0): unknown {
  const inner = (each: unknown) => mapLists(each, lists, depth + 1)
  if (Array.isArray(value)) {
    if (!value.some(hasFields)) return mapList(value, inner)
    return mapList(value, (item) => (hasFields(item) ? lists.map(item) : item))
  }
  if (!hasFields(value)) return carried(value, (each) => mapLists(each, lists))
  return lists.isXml && depth > 1 && isSingleRow(value) ? lists.map(value) : mapFields(value, inner)
}

const FIELDS_OF_ROW = 4

/** XML does not tell a list of one from an object. */
function isSingleRow(value: Fields): boolean {
  const leaves = Object.values(value).filter((inner) => typeof inner !== 'object')
  return leaves.length >= FIELDS_OF_ROW
}

/** JSON that is carried as text. */
function carried(value: unknown, map: (value: unknown) => unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  const document = documentOf(value)
  const mapped = document && map(document.value)
  return mapped === document?.value ? value : JSON.stringify(mapped)
}

const MOST_KNOWN = 2000
const known = new Map<string, Document | undefined>()

/** What a text says in JSON or XML; undefined for any other. The same answers come in many readings. */
export function documentOf(text: string): Document | undefined {
  if (known.has(text)) return known.get(text)
  if (known.size >= MOST_KNOWN) known.clear()
  const document = parsed(text)
  known.set(text, document)
  return document
}

function parsed(text: string): Document | undefined {
  try {
    return text.trimStart().startsWith('<')
      ? { value: parseXml(text), isXml: true }
      : { value: JSON.parse(text), isXml: false }
  } catch {
    return undefined
  }
}

/** Repeated elements become lists, attributes fields that begin with `@`. */
function parseXml(text: string): unknown {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: { fields: Record<string, unknown>; text: string }[] = [{ fields: {}, text: '' }]
  const collect = (piece: string) => {
    const top = open.at(-1)
    if (top) top.text += piece
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('opentag', ({ attributes }) => {
    const named = Object.entries(attributes).map(([name, value]) => [`@${name}`, value])
    open.push({ fields: Object.fromEntries(named), text: '' })
  })
  parser.on('closetag', ({ name }) => {
    const closed = open.pop()
    const parent = open.at(-1)?.fields
    if (!closed || !parent) return
    const value = Object.keys(closed.fields).length > 0 ? closed.fields : closed.text
    parent[name] = name in parent ? [parent[name], value].flat() : value
  })
  parser.write(text).close()
  return open[0]?.fields
}

function printXml(name: string, value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => printXml(name, item)).join('')
  if (!hasFields(value)) return `<${name}>${escaped(value)}</${name}>`
  const [attributes, children] = [[] as string[], [] as string[]]
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('@')) attributes.push(` ${key.slice(1)}="${escaped(inner)}"`)
    else children.push(printXml(key, inner))
  }
  return `<${name}${attributes.join('')}>${children.join('')}</${name}>`
}

function escaped(value: unknown): string {
  const text = value === null ? '' : String(value)
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
