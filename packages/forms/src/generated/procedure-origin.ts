import type { ReportColumn, ReportRow } from '@cchc/domain'
import { countedLevel, NOT_REPORTED, printCell } from '@cchc/domain'
import type { Condition, FigureScope } from '@cchc/figures'
import {
  field as fieldDimension,
  type Gap,
  PROCEDURE_LEVEL_NAMES,
  procedureLevel,
  procedureOrigin,
} from '@cchc/figures'
import { type OriginCell, placeOf } from '../origin/cell-origin.ts'
import { reasonsOf } from '../origin/reasons.ts'
import { columnPlace } from '../render/column-text.ts'

/** A row of Form II.07b, and the field whose procedures it counts; undefined = all. */
export interface ProcedureFormRow {
  readonly row: ReportRow
  readonly field: { readonly code: string | null; readonly name: string } | undefined
}

/** A row of Form II.07b, and the columns of its form. */
export interface ProcedureCells extends ProcedureFormRow {
  readonly columns: readonly ReportColumn[]
  /** What is missing of the row's figures. */
  readonly gaps: readonly Gap[]
}

const LEVELS: Readonly<Record<string, keyof typeof PROCEDURE_LEVEL_NAMES>> = {
  authorityProvince: 'province',
  authorityDistrict: 'district',
  authorityCommune: 'commune',
}

const NOBODY_SAYS =
  'Chưa nguồn nào cho biết TTHC nào thực hiện theo cơ chế một cửa hoặc đã có quy trình nội bộ được phê duyệt; đơn vị tự điền cột này.'

/** The origin of a cell of Form II.07b: the procedures behind it by field and source, and the columns added up to it. */
export async function procedureCellOrigin(
  scope: FigureScope,
  cells: ProcedureCells,
  key: string,
): Promise<OriginCell> {
  const { row, columns } = cells
  const column = columns.find((one) => one.key === key)
  const operands: OriginCell[] = []
  for (const part of column?.sumOf ?? []) {
    operands.push(await procedureCellOrigin(scope, cells, part))
  }
  const cell = row.cells[key] ?? NOT_REPORTED
  const reported = cell.state !== 'not_reported'
  return {
    ...placeOf(row),
    column: columnPlace(column, key),
    printed: printCell(cell),
    cell,
    origin: reported
      ? { ...(await countedOrigin(scope, cells, key)), operands }
      : { kind: 'missing', reasons: reasonsFor(cells, key), operands: [] },
  }
}

function reasonsFor({ gaps }: ProcedureCells, key: string): string[] {
  return key.startsWith('authority') ? reasonsOf(gaps) : [NOBODY_SAYS]
}

function countedOrigin(scope: FigureScope, { field }: ProcedureFormRow, key: string) {
  const level = LEVELS[key]
  const conditions: Condition[] = [
    ...(level ? [{ name: procedureLevel.name, value: PROCEDURE_LEVEL_NAMES[level] }] : []),
    ...(field ? [{ name: fieldDimension.name, value: field.name }] : []),
  ]
  return procedureOrigin(scope, {
    id: 'procedures',
    name: 'TTHC còn hiệu lực theo cấp thực hiện',
    conditions,
    behind: {
      counts(one) {
        const own = countedLevel(one)
        if (own === undefined || (level !== undefined && own !== level)) return false
        return field === undefined || one.fieldCode === field.code
      },
    },
  })
}
