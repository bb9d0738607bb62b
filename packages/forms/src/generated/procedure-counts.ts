import { countProcedures, numberCell, type ReportRow } from '@cchc/domain'
import { field, proceduresOf, UNKNOWN, type UnifiedProcedure } from '@cchc/figures'
import type { Generator } from './define-generator.ts'
import { type ProcedureFormRow, procedureCellOrigin } from './procedure-origin.ts'

const AUTHORITY = ['authorityTotal', 'authorityProvince', 'authorityDistrict', 'authorityCommune']
const ONE_STOP = ['oneStopTotal', 'oneStopProvince', 'oneStopDistrict', 'oneStopCommune']
const PROCESS = ['processTotal', 'processProvince', 'processDistrict', 'processCommune']

/**
 * Form II.07b: the unit, below it one row for each field, then the total. Each procedure in force counts once, at its
 * highest local level; those of no local level are in no column and are told in the total's note. No source says
 * which procedures the one-stop mechanism serves, nor which have an approved process.
 */
export const procedureCountsRows: Generator = {
  id: 'procedure-counts',
  columns: [...AUTHORITY, ...ONE_STOP, ...PROCESS].map((key) => ({ key, kind: 'stock' })),
  beside: [],
  withoutForm: [],
  async rows(scope) {
    const procedures = proceduresOf(scope)
    const fields = Map.groupBy(procedures, ({ fieldCode }) => fieldCode)
    const named = [...fields].map(([code, own]) => ({
      code,
      own,
      name: field.nameOf(code ?? UNKNOWN, scope.names),
    }))
    const { unplaced } = countProcedures(procedures)
    const rows: ProcedureFormRow[] = [
      unitRow(scope.organisation.name, procedures),
      ...named
        .filter(({ own }) => countProcedures(own).counts.total > 0)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
        .map(fieldRow),
      totalRow(procedures, unplaced),
    ]
    return rows.map((row) => ({
      row: row.row,
      originOf: (key, columns) => procedureCellOrigin(scope, { ...row, columns }, key),
    }))
  },
}

function unitRow(label: string, own: readonly UnifiedProcedure[]): ProcedureFormRow {
  const place = { rowId: 'unit', code: '1', label, parentCode: null }
  return { row: formRow({ ...place, rowType: 'heading', note: '' }, own), field: undefined }
}

function fieldRow(
  {
    code,
    name,
    own,
  }: {
    readonly code: string | null
    readonly name: string
    readonly own: readonly UnifiedProcedure[]
  },
  index: number,
): ProcedureFormRow {
  const place = { rowId: `field/${code ?? ''}`, code: `1.${index + 1}`, label: name }
  const row = formRow({ ...place, parentCode: '1', rowType: 'indicator', note: '' }, own)
  return { row, field: { code, name } }
}

function totalRow(own: readonly UnifiedProcedure[], unplaced: number): ProcedureFormRow {
  const place = { rowId: 'total', code: '', label: 'Tổng số', parentCode: null }
  const note = unplaced === 0 ? '' : `Chưa tính ${unplaced} TTHC chưa xác định cấp thực hiện`
  return { row: formRow({ ...place, rowType: 'total', note }, own), field: undefined }
}

function formRow(
  place: Pick<ReportRow, 'rowId' | 'code' | 'label' | 'parentCode' | 'rowType' | 'note'>,
  own: readonly UnifiedProcedure[],
): ReportRow {
  const { total, province, district, commune } = countProcedures(own).counts
  return {
    ...place,
    unit: '',
    group: '1',
    cells: {
      authorityTotal: numberCell(total),
      authorityProvince: numberCell(province),
      authorityDistrict: numberCell(district),
      authorityCommune: numberCell(commune),
    },
  }
}
