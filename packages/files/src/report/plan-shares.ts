import type { WideTable } from '@cchc/audit'
import { folded } from '@cchc/domain'
import { cellAddress } from '../grid/cell-address.ts'
import { type Grid, type GridRow, textOf } from '../grid/grid.ts'
import { type ListPlaces, listPlaces } from './find-columns.ts'

const PLAN = /^(ke hoach|chi tieu (duoc giao|giao|nam|ke hoach)|muc tieu|(so )?(duoc )?giao)\b/
const SHARE =
  /^(ty le|ti le|dat|muc do|%)[ (]*(%|phan tram)?[ )]*((hoan thanh|thuc hien|dat)( so voi)?)?( ke hoach)?[ (]*%?\)?$/

/** Where a list has a plan, and what of it was done in percent. */
export interface PlanPlaces {
  readonly plan: number
  readonly share: number
}

/** The columns of a plan and of its share beside the figures of a list; undefined where one of them is not there. */
export function planPlaces({ cells }: GridRow, { value }: ListPlaces): PlanPlaces | undefined {
  const heads = cells.map(({ text }) => folded(text))
  const plan = heads.findIndex((head, at) => at < value && PLAN.test(head))
  const share = heads.findIndex((head, at) => at > value && SHARE.test(head))
  return plan === -1 || share === -1 ? undefined : { plan, share }
}

/** The plans of the lists in a grid, what was done, and its share, each list a table. */
export function planTables({ sheet, rows }: Grid): readonly WideTable[] {
  return rows.flatMap((head, index) => {
    const list = listPlaces(head)
    const places = list && planPlaces(head, list)
    if (!list || !places) return []
    const end = rows.findIndex((row, at) => at > index && listPlaces(row) !== undefined)
    const below = rows.slice(index + 1, end === -1 ? undefined : end)
    const at = [places.plan, list.value, places.share]
    const titles = at.map((column) => head.cells[column]?.text ?? '')
    return {
      sheet,
      ofIndicators: true,
      columns: titles.map((title, column) => ({
        ...{ title, totalOf: [] },
        ...(column === 2 && { shareOf: { count: [1], whole: [0] } }),
      })),
      rows: below.flatMap((row) => planRow(row, { sheet, list, at }) ?? []),
    }
  })
}

interface PlanColumns {
  readonly sheet: string | null
  readonly list: ListPlaces
  readonly at: readonly number[]
}

function planRow(
  { line, cells }: GridRow,
  { sheet, list, at }: PlanColumns,
): WideTable['rows'][number] | undefined {
  const figures = at.map((column) => (cells[column] ?? textOf('')).text)
  const label = cells[list.label]?.text ?? ''
  const isWhole = label !== '' && figures.every((text) => /\d/.test(text))
  if (!isWhole) return undefined
  const address = (column: number) => cellAddress({ sheet, line, column })
  return {
    ...{ line, code: cells[list.code]?.code ?? '', label, figures },
    wordsAt: { label: address(list.label) },
    addresses: at.map(address),
  }
}
