import type { FurtherColumn, WideTable } from '@cchc/audit'
import { cellAddress } from '../grid/cell-address.ts'
import type { Grid, GridRow } from '../grid/grid.ts'
import { type WideHead, wideHeadAt } from './wide-head.ts'

/** The tables with several columns of figures in a grid, such as Form II.06a, each below its own head. */
export function wideTables({ sheet, rows }: Grid): readonly WideTable[] {
  const heads = headsIn(rows)
  return heads.map((head, index) => {
    const below = rows.slice(head.to + 1, heads[index + 1]?.from ?? rows.length)
    const figures = below.flatMap((row) => figuresOf(row, { sheet, head }) ?? [])
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
    rows: rows.map(({ line, code, label, wordsAt, figures, addresses }) => ({
      ...{ line, sheet, code, label, value: figures[at] ?? '' },
      ...{ unit: '', note: '', wordsAt, address: addresses?.[at] },
    })),
  }))
}

/** Every head of a table, from above. */
function headsIn(rows: readonly GridRow[]): readonly WideHead[] {
  const heads: WideHead[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const head = wideHeadAt(rows, at)
    if (!head) continue
    heads.push(head)
    at = head.to
  }
  return heads
}

function figuresOf(
  { line, cells }: GridRow,
  { sheet, head }: { readonly sheet: string | null; readonly head: WideHead },
) {
  const { code, label, columns } = head
  const own = cells[label]?.text ?? ''
  const beside = cells[code]?.text ?? ''
  const isTitled = own === '' && WORDS.test(beside)
  const named = isTitled ? beside : own
  const figures = columns.map(({ at }) => cells[at]?.text ?? '')
  const isCounted = figures.some((text) => /^[-–—]$|\d/.test(text))
  if (named === '' || !isCounted) return undefined
  const address = (column: number) => cellAddress({ sheet, line, column })
  return {
    ...{ line, code: isTitled ? '' : (cells[code]?.code ?? ''), label: named, figures },
    wordsAt: { label: address(isTitled ? code : label) },
    addresses: columns.map(({ at }) => address(at)),
  }
}

/** `Tổng cộng` often stretches over codes and names. */
const WORDS = /\p{L}{2}/u
