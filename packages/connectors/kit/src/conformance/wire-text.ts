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
 * answer is carried as text in another one. Undefined where there are none. A row that becomes undefined is left out.
 */
export function mapRows(text: string, map: (row: Fields) => unknown): string | undefined {
  let found = 0
  const mapped = mapDocument(text, (value, { isXml }) =>
    mapLists(value, {
      isXml,
      map: (row) => {
        found += 1
        return map(row)
      },
    }),
  )
  return found > 0 ? mapped : undefined
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

/** Writes a value into every field of these names, wherever it stands. */
export function fillFields(
  text: string,
  names: ReadonlySet<string>,
  written: () => string,
): string | undefined {
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill)
    if (!hasFields(value)) return carried(value, fill)
    const filled = Object.entries(value).map(([name, inner]) => [
      name,
      names.has(name) ? written() : fill(inner),
    ])
    return Object.fromEntries(filled)
  }
  return mapDocument(text, fill)
}

function mapDocument(text: string, map: (value: unknown, document: Document) => unknown) {
  const document = documentOf(text)
  if (document === undefined) return undefined
  const mapped = map(document.value, document)
  if (!document.isXml) return JSON.stringify(mapped)
  const [name = '', root] = Object.entries(mapped as Fields)[0] ?? []
  return printXml(name, root)
}

interface ListMap {
  readonly isXml: boolean
  readonly map: (row: Fields) => unknown
}

function mapLists(value: unknown, lists: ListMap, depth = 0): unknown {
  if (Array.isArray(value)) {
    if (!value.some(hasFields)) return value.map((item) => mapLists(item, lists, depth + 1))
    return value
      .map((item) => (hasFields(item) ? lists.map(item) : item))
      .filter((item) => item !== undefined)
  }
  if (!hasFields(value)) return carried(value, (inner) => mapLists(inner, lists))
  if (lists.isXml && depth > 1 && isSingleRow(value)) return lists.map(value)
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, mapLists(inner, lists, depth + 1)]),
  )
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
  try {
    return JSON.stringify(map(JSON.parse(value)))
  } catch {
    return value
  }
}

function documentOf(text: string): Document | undefined {
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
