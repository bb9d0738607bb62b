import {
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  II06_COLUMNS,
  II06_IDENTITIES,
  NOT_REPORTED,
} from '@cchc/domain'
import {
  countStatistics,
  gapsOfUnit,
  isHidden,
  isHiddenBeside,
  ministryNote,
  type Shown,
  statedNote,
  withoutEnd,
} from '@cchc/figures'
import type { Generator } from './define-generator.ts'
import { COMBINED_COLUMNS } from './statistics-columns.ts'
import { ON_TIME, statisticsOrigin } from './statistics-origin.ts'
import { rowsByField, rowsByUnit, type StatisticsFormRow } from './statistics-rows.ts'

const KEYS = II06_COLUMNS.map(({ key }) => key)

/** Levels whose form has rows by unit. */
const AGGREGATING: readonly string[] = ['province', 'central']

/**
 * Form II.06a: the dossiers of a unit by field, of a province by level, unit and field. Forms of a rule with figures beside
 * it have columns for these; what the rule does not count is blank.
 */
export const dossierStatisticsRows: Generator = {
  id: 'dossier-statistics',
  columns: [
    ...II06_COLUMNS.map(({ key, kind }) => ({
      key,
      kind,
      sums: II06_IDENTITIES.filter(({ total }) => total === key).map(({ parts }) => parts),
    })),
    ...EXTRA_FIGURES.map((key) => ({ key, kind: EXTRA_FIGURE_DESCRIPTIONS[key].kind })),
    ...COMBINED_COLUMNS,
  ],
  beside: [ON_TIME],
  withoutForm: [...KEYS, ON_TIME],
  async make(scope) {
    const { organisation, period, coverage, store, partial } = scope
    const query = { organisation: organisation.code, from: period.from, to: period.to }
    const isAggregate = AGGREGATING.includes(organisation.level)
    const by = isAggregate ? (['org', 'field'] as const) : (['field'] as const)
    const result = await countStatistics(scope, { ...query, by })
    const counted = isAggregate ? rowsByUnit(result, scope) : rowsByField(result)
    const stated = result.totalStated?.sources.map(({ unit }) => unit)
    const unreadOf = (unit: string) =>
      coverage.gaps('dossiers', period, { organisation: unit, stated })
    const ofAll = [
      ...(result.endless ? [withoutEnd(result.endless)] : []),
      ...(await gapsOfUnit(store, { ...query, stated: result.totalStated }, result.total)),
    ]
    const all = [...ofAll, ...unreadOf(organisation.code)]
    // What one unit lacks hides nothing of another.
    const gapsOf = (one: Pick<StatisticsFormRow, 'stated' | 'unit'>) => {
      const own = one.unit === undefined ? all : [...ofAll, ...unreadOf(one.unit)]
      return [...own, ...one.stated.gaps]
    }
    const rows = counted.map((one) => {
      const shown = shownRow(one, { gaps: gapsOf(one), partial })
      const stated = statedNote(shown.stated.sources, scope.names)
      const row = { ...shown.row, note: stated.join('; '), ...(stated.length > 0 && { stated }) }
      return { ...shown, row }
    })
    return {
      gaps: [...all, ...counted.flatMap(({ stated }) => stated.gaps)],
      stated: result.totalStated?.sources ?? [],
      inMinistries: isHidden({ gaps: all, partial }, 'receivedTotal')
        ? []
        : await ministryNote(scope),
      rows: rows.map((one) => ({
        row: one.row,
        originOf: (key, columns) =>
          statisticsOrigin(scope, { ...one, columns, gaps: gapsOf(one) }, key),
      })),
    }
  },
}

/** Cells that are not known are blank. */
function shownRow(counted: StatisticsFormRow, shown: Shown): StatisticsFormRow {
  const cells = Object.entries(counted.row.cells).map(([key, cell]) => [
    key,
    isHiddenCell(shown, key) ? NOT_REPORTED : cell,
  ])
  return { ...counted, row: { ...counted.row, cells: Object.fromEntries(cells) } }
}

function isHiddenCell(shown: Shown, key: string): boolean {
  const combined = COMBINED_COLUMNS.find((one) => one.key === key)?.columns
  const columns = combined ?? KEYS.filter((known) => known === key)
  return columns.length === 0
    ? isHiddenBeside(shown)
    : columns.some((column) => isHidden(shown, column))
}
