import type {
  Cell,
  DossierStatistics,
  ExtraFigures,
  OrganisationLevel,
  ReportRow,
} from '@cchc/domain'
import { addExtraFigures, addStatistics, LAST_DISTRICT_DAY, numberCell } from '@cchc/domain'
import type {
  Condition,
  DossiersBehind,
  FigureScope,
  StatedPart,
  StatisticsResult,
  StatisticsRow,
} from '@cchc/figures'
import { field, organisation } from '@cchc/figures'
import { COMBINED_COLUMNS } from './statistics-columns.ts'

/** A row of Form II.06a and the dossiers that it counts: for people, and as a test. */
export interface StatisticsFormRow {
  readonly row: ReportRow
  readonly statistics: DossierStatistics
  /** The rule's figures beside Form II.06 that are given. */
  readonly extras: ExtraFigures
  readonly conditions: readonly Condition[]
  /** What `keep` looks at. */
  readonly by: DossiersBehind['by']
  readonly keep: DossiersBehind['keep']
  /** What of it is stated by sources, and what they do not give. */
  readonly stated: StatedPart
  /** The unit that it is of, in a form of several. */
  readonly unit?: string
}

interface LevelGroup {
  readonly label: string
  readonly levels: readonly OrganisationLevel[]
  /** Shown though it is empty, for periods that begin on or before this day; null = always. */
  readonly shownUntil: string | null
}

/** Groups of the aggregate form. */
const LEVEL_GROUPS: readonly LevelGroup[] = [
  { label: 'Sở, ban, ngành', levels: ['province', 'department'], shownUntil: null },
  { label: 'UBND cấp huyện', levels: ['district'], shownUntil: LAST_DISTRICT_DAY },
  { label: 'UBND cấp xã', levels: ['commune'], shownUntil: null },
  { label: 'Đơn vị khác', levels: ['central', 'unit'], shownUntil: '0000-00-00' },
]

const ROMAN = ['I', 'II', 'III', 'IV']

const NO_PLACE = { code: '', parentCode: null, group: null }

/** Rows of one unit: one for each field, then the total. */
export function rowsByField(result: StatisticsResult): StatisticsFormRow[] {
  const fields = result.rows.map((counted, index) =>
    fieldRow(counted, { ...NO_PLACE, rowId: codeOf(counted, 'field'), code: String(index + 1) }),
  )
  return [...fields, totalRow(result)]
}

/** Rows of a province: groups by level, in them the units, in these the fields; then the total. */
export function rowsByUnit(
  result: StatisticsResult,
  { period, names }: Pick<FigureScope, 'period' | 'names'>,
): StatisticsFormRow[] {
  const byGroup = Map.groupBy(result.rows, (counted) => {
    const { level } = names.organisations.describe(codeOf(counted, 'org'))
    return LEVEL_GROUPS.find(({ levels }) => levels.includes(level))
  })
  const shown = LEVEL_GROUPS.filter(
    (group) => byGroup.has(group) || group.shownUntil === null || period.from <= group.shownUntil,
  )
  const groups = shown.flatMap((group, index) =>
    groupRows(byGroup.get(group) ?? [], { label: group.label, code: ROMAN[index] ?? '' }),
  )
  return [...groups, totalRow(result)]
}

function groupRows(
  counted: readonly StatisticsRow[],
  { label, code }: { readonly label: string; readonly code: string },
): StatisticsFormRow[] {
  const units = Map.groupBy(counted, (one) => codeOf(one, 'org'))
  const place = { ...NO_PLACE, rowId: code, code, label, group: code }
  return [
    {
      ...formRow({ ...place, rowType: 'group' }, added(counted)),
      conditions: [{ name: 'Nhóm đơn vị', value: label }],
      by: [organisation.id],
      keep: (subject, names) => units.has(organisation.codeOf(subject, names)),
    },
    ...[...units.values()].flatMap((own, index) => unitRows(own, code, String(index + 1))),
  ]
}

function unitRows(
  counted: readonly StatisticsRow[],
  group: string,
  code: string,
): StatisticsFormRow[] {
  const { code: unit = '', name: label = '' } = counted[0]?.group.org ?? {}
  const rowId = `${group}/${unit}`
  const place = { rowId, code, label, parentCode: group, group }
  const head: StatisticsFormRow = {
    ...formRow({ ...place, rowType: 'heading' }, added(counted)),
    conditions: [{ name: organisation.name, value: unit }],
    by: [organisation.id],
    keep: (subject, names) => organisation.codeOf(subject, names) === unit,
    unit,
  }
  const fields = counted.map((one, index) => {
    const own = fieldRow(one, {
      rowId: `${rowId}/${codeOf(one, 'field')}`,
      code: `${code}.${index + 1}`,
      parentCode: code,
      group,
    })
    return {
      ...own,
      unit,
      conditions: [...head.conditions, ...own.conditions],
      by: [...head.by, ...own.by],
      keep: (...asked: Parameters<typeof own.keep>) => head.keep(...asked) && own.keep(...asked),
    }
  })
  return [head, ...fields]
}

type Place = Pick<ReportRow, 'rowId' | 'code' | 'label' | 'rowType' | 'parentCode' | 'group'>

function fieldRow(
  { group, ...counted }: StatisticsRow,
  place: Omit<Place, 'label' | 'rowType'>,
): StatisticsFormRow {
  const { code = '', name: label = '' } = group.field ?? {}
  return {
    ...formRow({ ...place, label, rowType: 'indicator' }, counted),
    by: [field.id],
    conditions: [{ name: field.name, value: `${label} (${code})` }],
    keep: (subject, names) => field.codeOf(subject, names) === code,
  }
}

function totalRow({
  total,
  totalExtras: extras,
  totalStated,
}: Pick<StatisticsResult, 'total' | 'totalExtras' | 'totalStated'>): StatisticsFormRow {
  const place: Place = { ...NO_PLACE, rowId: 'total', label: 'Tổng số', rowType: 'total' }
  const stated = totalStated && { stated: totalStated }
  const counted = { statistics: total, ...(extras && { extras }), ...stated }
  return { ...formRow(place, counted), conditions: [], by: [], keep: () => true }
}

const NOT_STATED: StatedPart = { sources: [], gaps: [] }

function formRow(
  place: Place,
  { statistics, extras = {}, stated = NOT_STATED }: Counted,
): Pick<StatisticsFormRow, 'row' | 'statistics' | 'extras' | 'stated'> {
  const combined = COMBINED_COLUMNS.map(({ key, of }) => [key, of(statistics)] as const)
  const counts = [...Object.entries(statistics), ...Object.entries(extras), ...combined]
  const cells = counts.map(([key, value]): [string, Cell] => [key, numberCell(value)])
  const row = { ...place, unit: '', note: '', cells: Object.fromEntries(cells) }
  return { row, statistics, extras, stated }
}

type Counted = Pick<StatisticsRow, 'statistics' | 'extras' | 'stated'>

/** Rows of one period over disjoint units and fields. */
function added(counted: readonly StatisticsRow[]): Counted {
  const stated = counted.map((one) => one.stated ?? NOT_STATED)
  return {
    statistics: addStatistics(counted.map(({ statistics }) => statistics)),
    extras: addExtraFigures(counted.map(({ extras = {} }) => extras)),
    stated: {
      sources: stated.flatMap(({ sources }) => sources),
      gaps: stated.flatMap(({ gaps }) => gaps),
    },
  }
}

function codeOf({ group }: StatisticsRow, dimension: 'org' | 'field'): string {
  return group[dimension]?.code ?? ''
}
