import type { WideTable } from '@cchc/audit'
import { type ColumnRole, type CountedColumn, countedColumns } from '@cchc/audit/entered'
import {
  type Cell,
  type DossierStatistics,
  type Message,
  NOT_REPORTED,
  numberCell,
  ratioCell,
  say,
} from '@cchc/domain'
import type { Form } from '@cchc/files/fill'
import type { HubContext } from '../context.ts'
import {
  type CountsAsked,
  type CountsByName,
  countsByName,
  type NamedCounts,
} from './counts-by-name.ts'
import { closedBy, type FilledPlace, kept, NOBODY } from './fill-rows-of-file.ts'
import { addedUp, countsOf, type NamedRow, namedRows, namesTold } from './named-rows.ts'
import { shownValue } from './shown-value.ts'
import type { ToldRows } from './told-rows.ts'

/** What became of the tables of a form, and what no source has read. */
interface FilledTables {
  /** The form that counts what is filled in; absent = there is no such table. */
  readonly template?: string
  readonly places: readonly FilledPlace[]
  readonly notFilled: readonly Message[]
  readonly missing: readonly string[]
  readonly cautions: readonly string[]
}

/** Fills tables whose columns count dossiers, row by row of those that are called after an organisation, a level or a field. */
export async function fillWideTables(
  hub: HubContext,
  asked: {
    readonly tables: readonly WideTable[]
    readonly form: Form
    readonly told: ToldRows
    readonly asked: CountsAsked
  },
): Promise<FilledTables> {
  const read = asked.tables.map((table) => ({ table, columns: fillable(table) }))
  const notFilled = read
    .filter(({ columns, table }) => columns.length === 0 && isFilled(table))
    .map(({ table }) => unknownTable(table))
  const known = read.filter(({ columns }) => columns.length > 0)
  if (known.length === 0) return { places: [], notFilled, missing: [], cautions: [] }
  const counts = await countsByName(hub, asked.asked)
  const told = await namesTold(hub.store, asked.told)
  const places = known.flatMap(({ table, columns }) => {
    const rows = namedRows(table, told)
    const added = addedUp(rows, counts)
    return rows.flatMap((row) => placesIn(row, { table, columns, counts, added, form: asked.form }))
  })
  const { template, missing, cautions } = counts
  return {
    template,
    places,
    notFilled,
    missing: [...new Set(missing)],
    cautions: [...new Set(cautions)],
  }
}

/** A table of indicators is a list with several columns, and none of dossiers by name. */
function fillable(table: WideTable): readonly CountedColumn[] {
  const columns = countedColumns(table)
  const isKnown = ({ counts, whole = [] }: CountedColumn) =>
    [...counts, ...whole].every((role) => COLUMNS[role] !== undefined)
  return columns.filter(isKnown)
}

/** Words of a sheet in columns are no table before there are figures in them. */
function isFilled({ rows }: WideTable): boolean {
  return rows.some(({ figures }) => figures.some((text) => /\d/.test(text)))
}

function unknownTable({ sheet }: WideTable): Message {
  const what = say(
    'A table with many columns is not filled: its columns count no dossiers that are known by their heads.',
  )
  return sheet === null ? what : say('{sheet}: {what}', { sheet, what })
}

/** The columns of Form II.06 that make up what a column counts. */
const COLUMNS: Partial<Record<ColumnRole, readonly (keyof DossierStatistics)[]>> = {
  received: ['receivedTotal'],
  'received.new': ['receivedOnline', 'receivedDirectPost'],
  'received.online': ['receivedOnline'],
  'received.offline': ['receivedDirectPost'],
  'received.carried': ['carriedOver'],
  resolved: ['resolvedTotal'],
  'resolved.inTime': ['resolvedEarly', 'resolvedOnTime'],
  'resolved.early': ['resolvedEarly'],
  'resolved.onTime': ['resolvedOnTime'],
  'resolved.late': ['resolvedLate'],
  pending: ['pendingTotal'],
  'pending.within': ['pendingWithin'],
  'pending.late': ['pendingOverdue'],
}

interface Filling {
  readonly table: WideTable
  readonly columns: readonly CountedColumn[]
  readonly counts: CountsByName
  /** What the rows of the first rank are called after; undefined = of one of them nothing is known. */
  readonly added: readonly NamedCounts[] | undefined
  readonly form: Form
}

function placesIn(
  named: NamedRow,
  { table, columns, counts, added, form }: Filling,
): readonly FilledPlace[] {
  const { row } = named
  const own = countsOf(named, counts)
  const isPart = named.isTotal && typeof own !== 'string' && added !== undefined
  const places = columns.flatMap((column) => {
    const address = row.addresses?.[column.at]
    const label = `${row.label} (${table.columns[column.at]?.title ?? ''})`
    const held = row.figures[column.at] ?? ''
    if (address === undefined) return []
    const open = isPart && differs(column, { added, total: own }) && form.cell(address)
    if (open && open.state === 'empty') {
      return { address, label, state: 'open', reason: NOT_ALL, unreported: false } as const
    }
    return placeAt({ address, label, row: row.label }, { held, column, own, form })
  })
  const [first] = places.filter((one) => one.state === 'open' && !one.unreported)
  return places.filter((one) => one.state !== 'open' || one.unreported || one === first)
}

const NOT_ALL = say(
  'its rows are not all that was counted: the total of all would not be their sum',
)

/** Whether rows of a table leave out something of the total. */
function differs(
  { counts, whole = [] }: CountedColumn,
  { added, total }: { readonly added: readonly NamedCounts[]; readonly total: NamedCounts },
): boolean {
  return [...counts, ...whole].some((role) => {
    const sums = added.map((one) => sumOf([role], one))
    const all = sumOf([role], total)
    return (
      !sums.includes(null) &&
      all !== null &&
      sums.reduce<number>((sum, one) => sum + (one ?? 0), 0) !== all
    )
  })
}

interface Filled {
  readonly held: string
  readonly column: CountedColumn
  readonly own: ReturnType<typeof countsOf>
  readonly form: Form
}

function placeAt(
  place: Pick<FilledPlace, 'address' | 'label' | 'row'>,
  { held, column, own, form }: Filled,
): readonly FilledPlace[] {
  const cell = form.cell(place.address)
  const open = (reason: Message, more: { unreported?: true; isUnknown?: true } = {}) =>
    [{ ...place, state: 'open', reason, unreported: false, ...more }] as const
  if (cell.state === 'formula') return [{ ...place, state: 'formula' }]
  const shown = typeof own === 'string' ? undefined : shownValue(cellOf(column, own), cell.prints)
  if (cell.state === 'held') return [{ ...place, ...kept(held, shown) }]
  if (typeof own === 'string')
    return own === 'title' ? [] : open(UNNAMED[own], own === 'narrower' ? {} : { isUnknown: true })
  const reason = closedBy(cell)
  if (reason) return open(reason)
  return shown ? [{ ...place, state: 'filled', shown }] : open(NOBODY, { unreported: true })
}

const UNNAMED = {
  unknown: say(
    'nothing is called so that dossiers were counted for in the period: no field, organisation or level',
  ),
  several: say('several are called so'),
  narrower: say('words beside its name say that only a part of it is counted'),
} as const

function cellOf({ counts, whole }: CountedColumn, own: NamedCounts): Cell {
  const [numerator, denominator] = [sumOf(counts, own), whole && sumOf(whole, own)]
  if (numerator === null || denominator === null) return NOT_REPORTED
  return denominator === undefined ? numberCell(numerator) : ratioCell({ numerator, denominator })
}

/** null where one of them is not reported. */
function sumOf(roles: readonly ColumnRole[], own: NamedCounts): number | null {
  const counts = roles.flatMap((role) => COLUMNS[role] ?? []).map((key) => own[key])
  return counts.includes(null) ? null : counts.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}
