import { z } from 'zod'
import type { ExtraFigure, ExtraFigures } from './counting/extra-figures.ts'
import { EXTRA_FIGURE_DESCRIPTIONS, EXTRA_FIGURES } from './counting/extra-figures.ts'
import { Caseload, Flow, type KindOf, Stock } from './quantity.ts'

/**
 * One row of Form II.06 (TT 01/2020/TT-VPCP), columns (3)-(13). Received and resolved are flows of the period,
 * `carriedOver` and pending are stocks before its first and at the end of its last day; (3) is both together.
 */
export const DossierStatistics = z.object({
  receivedTotal: Caseload,
  receivedOnline: Flow,
  receivedDirectPost: Flow,
  carriedOver: Stock,
  resolvedTotal: Flow,
  resolvedEarly: Flow,
  resolvedOnTime: Flow,
  resolvedLate: Flow,
  pendingTotal: Stock,
  pendingWithin: Stock,
  pendingOverdue: Stock,
})
export type DossierStatistics = z.output<typeof DossierStatistics>
export type StatisticsColumn = keyof DossierStatistics

/** A number for each column that is of no kind, such as a difference or what a portal states. */
export type StatisticsNumbers = Readonly<Record<StatisticsColumn, number>>

interface Described<K extends StatisticsColumn> {
  readonly key: K
  readonly number: string
  readonly name: string
  readonly kind: KindOf<DossierStatistics[K]>
}

/** Number, name and kind of each column as Form II.06 prints them, in its order. */
export const II06_COLUMNS = [
  {
    key: 'receivedTotal',
    number: '(3)',
    name: 'Số hồ sơ nhận giải quyết: Tổng số',
    kind: 'caseload',
  },
  { key: 'receivedOnline', number: '(4)', name: 'Trong kỳ: Trực tuyến', kind: 'flow' },
  {
    key: 'receivedDirectPost',
    number: '(5)',
    name: 'Trong kỳ: Trực tiếp, dịch vụ bưu chính',
    kind: 'flow',
  },
  { key: 'carriedOver', number: '(6)', name: 'Từ kỳ trước', kind: 'stock' },
  { key: 'resolvedTotal', number: '(7)', name: 'Số hồ sơ đã giải quyết: Tổng số', kind: 'flow' },
  { key: 'resolvedEarly', number: '(8)', name: 'Đã giải quyết: Trước hạn', kind: 'flow' },
  { key: 'resolvedOnTime', number: '(9)', name: 'Đã giải quyết: Đúng hạn', kind: 'flow' },
  { key: 'resolvedLate', number: '(10)', name: 'Đã giải quyết: Quá hạn', kind: 'flow' },
  { key: 'pendingTotal', number: '(11)', name: 'Số hồ sơ đang giải quyết: Tổng số', kind: 'stock' },
  { key: 'pendingWithin', number: '(12)', name: 'Đang giải quyết: Trong hạn', kind: 'stock' },
  { key: 'pendingOverdue', number: '(13)', name: 'Đang giải quyết: Quá hạn', kind: 'stock' },
] as const satisfies readonly { [K in StatisticsColumn]: Described<K> }[StatisticsColumn][]

type ColumnOf<Q> = {
  [K in StatisticsColumn]: DossierStatistics[K] extends Q ? K : never
}[StatisticsColumn]

/** Columns that add up to one number: one column, or several of one kind. */
export type AddableColumns =
  | readonly ColumnOf<Flow>[]
  | readonly ColumnOf<Stock>[]
  | readonly [StatisticsColumn]

/** The columns of rows of one period over disjoint groups, added up. */
export function addColumns(rows: readonly DossierStatistics[], columns: AddableColumns): number {
  return rows.reduce((sum, row) => columns.reduce((own, column) => own + row[column], sum), 0)
}

/** A row made column by column. */
export function statisticsOf(
  value: <K extends StatisticsColumn>(column: K) => DossierStatistics[K],
): DossierStatistics {
  const cells = II06_COLUMNS.map(({ key }) => [key, value(key)])
  return Object.fromEntries(cells) as DossierStatistics
}

/** Rows of one period over disjoint organisations, fields or dossiers: each column adds to its own kind. */
export function addStatistics(rows: readonly DossierStatistics[]): DossierStatistics {
  return statisticsOf((column) => addColumn(rows, column))
}

function addColumn<K extends StatisticsColumn>(
  rows: readonly DossierStatistics[],
  column: K,
): DossierStatistics[K] {
  return rows.reduce<number>((sum, row) => sum + row[column], 0) as DossierStatistics[K]
}

interface Identity {
  readonly name: string
  readonly total: StatisticsColumn
  readonly parts: readonly StatisticsColumn[]
  /** The figures beside the form that take part in it. */
  readonly beside: 'received' | 'left' | null
}

/** The identities that the column heads of Form II.06 print, and the balance of a row. */
export const II06_IDENTITIES: readonly Identity[] = [
  {
    name: '(3)=(4)+(5)+(6)',
    total: 'receivedTotal',
    parts: ['receivedOnline', 'receivedDirectPost', 'carriedOver'],
    beside: 'received',
  },
  {
    name: '(7)=(8)+(9)+(10)',
    total: 'resolvedTotal',
    parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate'],
    beside: null,
  },
  {
    name: '(11)=(12)+(13)',
    total: 'pendingTotal',
    parts: ['pendingWithin', 'pendingOverdue'],
    beside: null,
  },
  {
    name: '(3)=(7)+(11)',
    total: 'receivedTotal',
    parts: ['resolvedTotal', 'pendingTotal'],
    beside: 'left',
  },
]

/** One broken identity with both of its sides. */
export interface BrokenIdentity {
  readonly name: string
  readonly left: number
  readonly right: number
}

/**
 * The identities that a row breaks; empty for a sound row. Rows of portals are reported, never mended. Under a rule
 * with columns beside the form, what these received or took out of the row is part of (3)'s balance.
 */
export function brokenIdentities(
  row: StatisticsNumbers,
  extras: ExtraFigures = {},
): BrokenIdentity[] {
  const known = EXTRA_FIGURES.filter((figure) => extras[figure] !== undefined)
  const values: Readonly<Record<string, number>> = { ...row, ...extras }
  return II06_IDENTITIES.map((identity) => {
    const { name, total, parts } = identityWith(identity, known)
    return { name, left: row[total], right: added(parts.map((part) => values[part] ?? 0)) }
  }).filter((identity) => identity.left !== identity.right)
}

/** An identity with those of some figures beside the form that take part in it. */
export function identityWith(
  { name, total, parts, beside }: Identity,
  extras: readonly ExtraFigure[],
): {
  readonly name: string
  readonly total: StatisticsColumn
  readonly parts: readonly (StatisticsColumn | ExtraFigure)[]
} {
  const own = extras.filter((figure) => EXTRA_FIGURE_DESCRIPTIONS[figure].role === beside)
  const names = own.map((figure) => EXTRA_FIGURE_DESCRIPTIONS[figure].name)
  return { name: [name, ...names].join(' + '), total, parts: [...parts, ...own] }
}

function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
