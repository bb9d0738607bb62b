import type { FurtherColumn, WideTable } from '@cchc/audit'
import { cellAddress } from '../grid/cell-address.ts'
import type { Grid, GridRow } from '../grid/grid.ts'
import { type Reading, type WideHead, wideHeadAt } from './wide-head.ts'

/** The tables with several columns of figures in a grid, such as Form II.06a, each below its own head. */
export function wideTables({ sheet, rows }: Grid, reading: Reading = {}): readonly WideTable[] {
  const heads = headsIn(rows, reading)
  return heads.map((head, index) => {
    const below = rows.slice(head.to + 1, heads[index + 1]?.from ?? rows.length)
    const figures: Row[] = []
    for (const [at, row] of below.entries()) {
      const mayBeBlank = reading.mayBeBlank || isUnit(row, { next: below[at + 1], head })
      const read = figuresOf(row, { mayBeBlank, sheet, head })
      const further = read ? [read] : furtherLine(row, { sheet, head, above: figures.at(-1) })
      figures.push(...further)
    }
    const columns = head.columns.map(({ column }) => column)
    const { ofIndicators } = head
    return {
      sheet,
      ...(ofIndicators && { ofIndicators }),
      columns,
      rows: figures,
    }
  })
}

/** The columns of a table of indicators, each as a list. */
export function asLists({ sheet, columns, rows }: WideTable): readonly FurtherColumn[] {
  return columns.map(({ title: head }, at) => ({
    head,
    rows: rows
      .filter(({ continues }) => !continues)
      .map(({ line, code, label, wordsAt, figures, addresses }) => ({
        ...{ line, sheet, code, label, value: figures[at] ?? '' },
        ...{ unit: '', note: '', wordsAt, address: addresses?.[at] },
      })),
  }))
}

/** Every head of a table, from above. */
function headsIn(rows: readonly GridRow[], reading: Reading): readonly WideHead[] {
  const heads: WideHead[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const head = wideHeadAt(rows, at, reading)
    if (!head) continue
    heads.push(head)
    at = head.to
  }
  return heads
}

/** A numbered row with nothing below it may be blank: the sum of its column is not known then. */
function isUnit(
  { cells }: GridRow,
  { next, head: { code } }: { readonly next: GridRow | undefined; readonly head: WideHead },
): boolean {
  const own = (cells[code]?.code ?? '').replace(/\.$/, '')
  const following = next?.cells[code]?.code ?? ''
  return /^\d+$/.test(own) && !following.startsWith(`${own}.`)
}

function figuresOf(
  { line, cells }: GridRow,
  {
    sheet,
    head,
    mayBeBlank = false,
  }: Reading & { readonly sheet: string | null; readonly head: WideHead },
) {
  const { code, label, columns } = head
  const own = cells[label]?.text ?? ''
  const beside = cells[code]?.text ?? ''
  const isTitled = own === '' && WORDS.test(beside)
  const named = isTitled ? beside : own
  const figures = columns.map(({ at }) => cells[at]?.text ?? '')
  const isCounted = figures.some((text) => /^[-–—]$|\d/.test(text))
  const blanks = figures.filter((text) => DOTS.test(text)).length
  const isBlank = mayBeBlank && blanks * 2 >= figures.length && WORDS.test(named)
  if (named === '' || !(isCounted || isBlank)) return undefined
  const address = (column: number) => cellAddress({ sheet, line, column })
  return {
    ...{ line, code: isTitled ? '' : (cells[code]?.code ?? ''), label: named, figures },
    wordsAt: { label: address(isTitled ? code : label) },
    addresses: columns.map(({ at }) => address(at)),
  }
}

type Row = WideTable['rows'][number]

/** A row without a name is a further line of the one right above it, when it has figures in the same columns. */
function furtherLine(
  { line, cells }: GridRow,
  {
    sheet,
    head: { code, label, columns },
    above,
  }: { readonly sheet: string | null; readonly head: WideHead; readonly above: Row | undefined },
): readonly Row[] {
  const named = [code, label].some((at) => (cells[at]?.text ?? '') !== '')
  const figures = columns.map(({ at }) => cells[at]?.text ?? '')
  const isCounted = figures.some((text) => /\d/.test(text))
  const isAlike = figures.every(
    (text, at) => /\d/.test(text) === /\d/.test(above?.figures[at] ?? ''),
  )
  if (named || above?.line !== line - 1 || !(isCounted && isAlike)) return []
  const addresses = columns.map(({ at }) => cellAddress({ sheet, line, column: at }))
  const { wordsAt } = above
  return [{ line, code: '', label: above.label, continues: true, wordsAt, figures, addresses }]
}

/** What stands in a cell of a form that is to be filled. */
const DOTS = /^[.…_\s]*$/

/** `Tổng cộng` often stretches over codes and names. */
const WORDS = /\p{L}{2}/u
