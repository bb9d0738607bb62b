import { columnOf } from '../grid/cell-address.ts'
import { escapedXml } from './escaped-xml.ts'

/** What a cell such as `D12` gets, and its style where the sheet has no such cell yet. */
export interface SheetCell {
  readonly at: string
  readonly value: number | string
  readonly style: number
}

const ROW = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g
const FORMULA = /<(?:\w+:)?f\b/
const CACHED = /<((?:\w+:)?)v\b[^>]*?(?:\/>|>[\s\S]*?<\/\1v>)/
const BLANK = /^\s*(?:<((?:\w+:)?)v\s*(?:\/>|>\s*<\/\1v>))?\s*$/

/**
 * The xml of a sheet with values in its empty cells: nothing else is written anew, styles stay, what a formula came to
 * before is left out so that it is reckoned again. Cells that hold something keep it; nothing goes into rows that the
 * sheet does not have, or whose cells do not say where they are.
 */
export function fillSheet(xml: string, values: readonly SheetCell[]): string {
  const wanted = Map.groupBy(values, ({ at }) => at.replace(/^[A-Z]+/, ''))
  return xml.replace(ROW, (whole, prefix: string, own: string, inside = '') => {
    const mine = wanted.get(attribute(own, 'r')) ?? []
    if (mine.length === 0 && !FORMULA.test(inside)) return whole
    const cells = filledRow(inside, { prefix, mine })
    return cells === inside ? whole : `<${prefix}row${own}>${cells}</${prefix}row>`
  })
}

function filledRow(
  cells: string,
  { prefix, mine }: { readonly prefix: string; readonly mine: readonly SheetCell[] },
): string {
  const known = new Set<string>()
  const written = cells.replace(CELL, (whole, _prefix, own: string, inside = '') => {
    const at = attribute(own, 'r')
    known.add(at)
    if (FORMULA.test(inside)) return uncounted(whole, { own, inside })
    const one = mine.find((cell) => cell.at === at)
    if (!one || !isBlank(own, inside)) return whole
    return cellXml(prefix, withoutType(own), one.value)
  })
  const added = known.has('') ? [] : mine.filter(({ at }) => !known.has(at))
  return added.reduce((row, one) => withCell(row, { prefix, one }), written)
}

/** Words are there to be written over only where the reader of the file has found them blank. */
function isBlank(own: string, inside: string): boolean {
  return BLANK.test(inside) || /^(s|str|inlineStr)$/.test(attribute(own, 't'))
}

function uncounted(whole: string, { own, inside }: Readonly<Record<'own' | 'inside', string>>) {
  if (!CACHED.test(inside)) return whole
  return whole.replace(own, withoutType(own)).replace(CACHED, '')
}

function withoutType(own: string): string {
  return own.replace(/\s+t="[^"]*"/, '')
}

/** Cells stand in the order of their columns. */
function withCell(
  row: string,
  { prefix, one }: { readonly prefix: string; readonly one: SheetCell },
): string {
  const style = one.style === 0 ? '' : ` s="${one.style}"`
  const cell = cellXml(prefix, ` r="${one.at}"${style}`, one.value)
  for (const { 2: own = '', index } of row.matchAll(CELL)) {
    const isAfter = columnOf(attribute(own, 'r')) > columnOf(one.at)
    if (isAfter) return `${row.slice(0, index)}${cell}${row.slice(index)}`
  }
  return `${row}${cell}`
}

function cellXml(prefix: string, own: string, value: number | string): string {
  const tag = (name: string, inside: string) => `<${prefix}${name}>${inside}</${prefix}${name}>`
  if (typeof value === 'number') return `<${prefix}c${own}>${tag('v', `${value}`)}</${prefix}c>`
  const words = tag('is', tag('t', escapedXml(value)))
  return `<${prefix}c${own} t="inlineStr">${words}</${prefix}c>`
}

function attribute(own: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(own)?.[1] ?? ''
}
