import {
  addStatistics,
  type Cell,
  type DossierStatistics,
  numberCell,
  type OrganisationLevel,
  type ReportingPeriod,
  type ReportRow,
  type RowType,
} from '@cchc/domain'
import type { StatisticsResult, StatisticsRow } from '@cchc/figures'

interface LevelGroup {
  readonly label: string
  readonly levels: readonly OrganisationLevel[]
  /** Shown though it is empty, for periods that begin on or before this day; null = always. */
  readonly shownUntil: string | null
}

/** Groups of the aggregate form; there is no district level from 2025-07-01 on (NQ 202/2025/QH15). */
const LEVEL_GROUPS: readonly LevelGroup[] = [
  { label: 'Sở, ban, ngành', levels: ['province', 'department'], shownUntil: null },
  { label: 'UBND cấp huyện', levels: ['district'], shownUntil: '2025-06-30' },
  { label: 'UBND cấp xã', levels: ['commune'], shownUntil: null },
  { label: 'Đơn vị khác', levels: ['central', 'unit'], shownUntil: '0000-00-00' },
]

const ROMAN = ['I', 'II', 'III', 'IV']

interface Place {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly rowType: RowType
  readonly parentCode: string | null
  readonly group: string | null
}

/** Rows of one unit: one for each field, then the total. */
export function rowsByField(result: StatisticsResult): ReportRow[] {
  const fields = result.rows.map((row, index) =>
    row06a(
      {
        rowId: row.group.field?.code ?? '',
        code: String(index + 1),
        label: row.group.field?.name ?? '',
        rowType: 'indicator',
        parentCode: null,
        group: null,
      },
      row.statistics,
    ),
  )
  return [...fields, totalRow(result.total)]
}

/** Rows of a province: groups by level, in them the units, in these the fields; then the total. */
export function rowsByUnit(
  result: StatisticsResult,
  { period, levelOf }: { period: ReportingPeriod; levelOf: (code: string) => OrganisationLevel },
): ReportRow[] {
  const byGroup = Map.groupBy(result.rows, (row) => groupOf(levelOf(row.group.org?.code ?? '')))
  const shown = LEVEL_GROUPS.filter(
    (group) => byGroup.has(group) || group.shownUntil === null || period.from <= group.shownUntil,
  )
  const groups = shown.flatMap((group, index) =>
    levelRows({ label: group.label, code: ROMAN[index] ?? '' }, byGroup.get(group) ?? []),
  )
  return [...groups, totalRow(result.total)]
}

function groupOf(level: OrganisationLevel): LevelGroup | undefined {
  return LEVEL_GROUPS.find(({ levels }) => levels.includes(level))
}

function levelRows(
  { label, code }: { label: string; code: string },
  rows: readonly StatisticsRow[],
): ReportRow[] {
  const head = row06a(
    { rowId: code, code, label, rowType: 'group', parentCode: null, group: code },
    added(rows),
  )
  const units = Map.groupBy(rows, (row) => row.group.org?.code ?? '')
  return [head, ...[...units.values()].flatMap((unit, index) => unitRows(unit, code, index + 1))]
}

function unitRows(rows: readonly StatisticsRow[], group: string, index: number): ReportRow[] {
  const unit = rows[0]?.group.org
  const code = String(index)
  const rowId = `${group}/${unit?.code}`
  const head = row06a(
    { rowId, code, label: unit?.name ?? '', rowType: 'heading', parentCode: group, group },
    added(rows),
  )
  const fields = rows.map(({ group: { field }, statistics }, position) =>
    row06a(
      {
        rowId: `${rowId}/${field?.code}`,
        code: `${code}.${position + 1}`,
        label: field?.name ?? '',
        rowType: 'indicator',
        parentCode: code,
        group,
      },
      statistics,
    ),
  )
  return [head, ...fields]
}

function totalRow(statistics: DossierStatistics): ReportRow {
  return row06a(
    {
      rowId: 'total',
      code: '',
      label: 'Tổng số',
      rowType: 'total',
      parentCode: null,
      group: null,
    },
    statistics,
  )
}

function row06a(place: Place, statistics: DossierStatistics): ReportRow {
  const cells = Object.entries(statistics).map(([key, value]): [string, Cell] => [
    key,
    numberCell(value),
  ])
  return { ...place, unit: '', note: '', cells: Object.fromEntries(cells) }
}

/** Rows of one period over disjoint units and fields. */
function added(rows: readonly StatisticsRow[]): DossierStatistics {
  return addStatistics(rows.map(({ statistics }) => statistics))
}
