import type { Grid, GridRow } from '@cchc/files/grid'
import { type CountColumns, columnsAsOfForm } from './counts/count-columns.ts'
import type { CountTable } from './counts/figure-rows.ts'
import { countPart } from './counts/vocabulary.ts'
import { columnsAsOfList } from './dossiers/dossier-columns.ts'
import type { DossierTable } from './dossiers/dossier-table.ts'
import { plain } from './plain.ts'
import { type Holding, holdingOf } from './table/holding.ts'
import type { UnknownTitle } from './table/title.ts'
import { unknownHead } from './table/unknown-head.ts'

/** A head that is not understood, and what the cells below it look like. */
export interface UnreadHead extends UnknownTitle {
  readonly holds: Holding | undefined
}

/** Heads of a sheet that are not understood, of what it is taken for, and what its other columns hold. */
export interface UnreadHeads {
  readonly sheet: string | null
  readonly kind: 'dossiers' | 'counts'
  readonly heads: readonly UnreadHead[]
  readonly taken: ReadonlySet<string>
}

/** Those of a table that is read. */
export function unreadIn({ grid, head, ...table }: DossierTable | CountTable): UnreadHeads {
  const isForm = table.kind === 'counts'
  const { unknown, taken } = isForm ? ofForm(table.columns) : ofList(table.columns)
  const heads = withHoldings(unknown, grid.rows.slice(head.below))
  return { sheet: grid.sheet, kind: table.kind, heads, taken }
}

/** Those of a sheet in which no table is understood, taken for what stands below them. */
export function unreadInSheet(
  { sheet, rows }: Grid,
  configured: ReadonlyMap<string, string>,
): UnreadHeads | undefined {
  const head = unknownHead({ rows })
  if (!head) return undefined
  const columns = columnsAsOfForm(head, configured)
  const ofUnnamed = columns ? ofForm(columns) : ofParts(head.titles)
  const isForm = head.holds === 'counts'
  const { unknown, taken } = isForm ? ofUnnamed : ofList(columnsAsOfList(head, configured))
  return { sheet, kind: head.holds, heads: withHoldings(unknown, rows.slice(head.below)), taken }
}

interface Read {
  readonly unknown: readonly UnknownTitle[]
  readonly taken: ReadonlySet<string>
}

function ofList({ places, unknown }: DossierTable['columns']): Read {
  return { unknown, taken: new Set(places.keys()) }
}

function ofForm({ parts, unknown }: CountColumns): Read {
  return { unknown, taken: new Set([...parts.keys(), 'organisationName']) }
}

/** Of a form in which no column says whose figures they are. */
function ofParts(titles: Parameters<typeof columnsAsOfForm>[0]['titles']): Read {
  const read = titles.map(({ path, column }) => {
    const words = path.join(' ')
    return { words, shown: words, column, part: countPart(plain(words)) }
  })
  return {
    unknown: read.filter(({ part }) => part === undefined),
    taken: new Set(read.flatMap(({ part }) => part ?? [])),
  }
}

function withHoldings(unknown: readonly UnknownTitle[], rows: readonly GridRow[]) {
  return unknown.map((title) => ({ ...title, holds: holdingOf(rows, title.column) }))
}
