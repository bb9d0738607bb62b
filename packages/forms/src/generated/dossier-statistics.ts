import { II06_COLUMNS, II06_IDENTITIES } from '@cchc/domain'
import { countStatistics, type FigureScope } from '@cchc/figures'
import type { Generator } from './define-generator.ts'
import { ON_TIME, statisticsOrigin } from './statistics-origin.ts'
import { rowsByField, rowsByUnit, type StatisticsFormRow } from './statistics-rows.ts'

const KEYS = II06_COLUMNS.map(({ key }) => key)

/** Levels whose form has rows by unit. */
const AGGREGATING: readonly string[] = ['province', 'central']

/** Form II.06a: the dossiers of a unit by field, of a province by level, unit and field. */
export const dossierStatisticsRows: Generator = {
  id: 'dossier-statistics',
  columns: II06_COLUMNS.map(({ key, kind }) => ({
    key,
    kind,
    sums: II06_IDENTITIES.filter(({ total }) => total === key).map(({ parts }) => parts),
  })),
  beside: [ON_TIME],
  withoutForm: [...KEYS, ON_TIME],
  async rows(scope) {
    const rows = await formRows(scope)
    return rows.map((counted) => ({
      row: counted.row,
      originOf: (key, columns) => statisticsOrigin(scope, { ...counted, columns }, key),
    }))
  },
}

async function formRows(scope: FigureScope): Promise<StatisticsFormRow[]> {
  const { organisation, period } = scope
  const query = { organisation: organisation.code, from: period.from, to: period.to }
  if (!AGGREGATING.includes(organisation.level)) {
    return rowsByField(await countStatistics(scope, { ...query, by: ['field'] }))
  }
  return rowsByUnit(await countStatistics(scope, { ...query, by: ['org', 'field'] }), scope)
}
