import {
  type Cell,
  countProcedures,
  type Day,
  LAST_DISTRICT_DAY,
  NOT_APPLICABLE,
  NOT_REPORTED,
  numberCell,
  type ReportRow,
} from '@cchc/domain'
import type { FigureScope, UnifiedProcedure } from '@cchc/figures'
import { field, gapsOfProcedures, hidingGaps, proceduresOf, UNKNOWN } from '@cchc/figures'
import type { Generator } from './define-generator.ts'
import { type ProcedureFormRow, procedureCellOrigin } from './procedure-origin.ts'

const AUTHORITY = ['authorityTotal', 'authorityProvince', 'authorityDistrict', 'authorityCommune']
const ONE_STOP = ['oneStopTotal', 'oneStopProvince', 'oneStopDistrict', 'oneStopCommune']
const BLANK = Object.fromEntries(AUTHORITY.map((key) => [key, NOT_REPORTED]))
const PROCESS = ['processTotal', 'processProvince', 'processDistrict', 'processCommune']

/**
 * Form II.07b: the unit, below it one row for each field, then the total. Each procedure in force counts once, at its
 * highest local level; those of no local level are in no column and are told in the total's note. No source says
 * which procedures the one-stop mechanism serves, nor which have an approved process. Where there is no district level
 * any more its columns do not apply, unless a source still states procedures of it.
 */
export const procedureCountsRows: Generator = {
  id: 'procedure-counts',
  columns: [...AUTHORITY, ...ONE_STOP, ...PROCESS].map((key) => ({ key, kind: 'stock' })),
  beside: [],
  withoutForm: [],
  async make(scope) {
    const procedures = proceduresOf(scope)
    const gaps = gapsOfProcedures(scope.coverage, countProcedures(procedures).counts.total)
    const hiding = hidingGaps(gaps)
    const shown = hiding.length === 0 || (scope.partial && !hiding.some(({ isAll }) => isAll))
    const rows = formRows(scope, procedures).map((made) =>
      shown ? made : { ...made, row: { ...made.row, cells: BLANK } },
    )
    return {
      gaps,
      rows: rows.map((made) => ({
        row: made.row,
        originOf: (key, columns) => procedureCellOrigin(scope, { ...made, columns, gaps }, key),
      })),
    }
  },
}

function formRows(scope: FigureScope, procedures: readonly UnifiedProcedure[]): ProcedureFormRow[] {
  const { unplaced } = countProcedures(procedures)
  const fields = [...Map.groupBy(procedures, ({ fieldCode }) => fieldCode)]
    .map(([code, own]) => ({ code, own, name: field.nameOf(code ?? UNKNOWN, scope.names) }))
    .filter(({ own }) => countProcedures(own).counts.total > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  const { from } = scope.period
  const whole = { parentCode: null, own: procedures, field: undefined, from }
  return [
    formRow({
      ...whole,
      rowId: 'unit',
      code: '1',
      label: scope.organisation.name,
      rowType: 'heading',
    }),
    ...fields.map(({ code, name, own }, index) =>
      formRow({
        rowId: `field/${code ?? ''}`,
        code: `1.${index + 1}`,
        label: name,
        rowType: 'indicator',
        parentCode: '1',
        own,
        from,
        field: { code, name },
      }),
    ),
    formRow({
      ...whole,
      rowId: 'total',
      code: '',
      label: 'Tổng số',
      rowType: 'total',
      note: unplaced === 0 ? '' : `Chưa tính ${unplaced} TTHC chưa xác định cấp thực hiện`,
    }),
  ]
}

interface FormRow extends Pick<ReportRow, 'rowId' | 'code' | 'label' | 'parentCode' | 'rowType'> {
  readonly note?: string
  readonly own: readonly UnifiedProcedure[]
  /** First day of the period. */
  readonly from: Day
  readonly field: ProcedureFormRow['field']
}

function formRow({ own, from, field: ofField, note = '', ...place }: FormRow): ProcedureFormRow {
  const { total, province, district, commune } = countProcedures(own).counts
  const cells = {
    authorityTotal: numberCell(total),
    authorityProvince: numberCell(province),
    authorityDistrict: districtCell(district, from),
    authorityCommune: numberCell(commune),
  }
  return { row: { ...place, unit: '', note, group: '1', cells }, field: ofField }
}

function districtCell(count: number, from: Day): Cell {
  return count === 0 && from > LAST_DISTRICT_DAY ? NOT_APPLICABLE : numberCell(count)
}
