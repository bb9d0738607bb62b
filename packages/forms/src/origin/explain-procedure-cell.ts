import {
  countedLevel,
  NOT_REPORTED,
  printCell,
  type ReportColumn,
  type ReportRow,
} from '@cchc/domain'
import type { UnifiedProcedure } from '@cchc/figures'
import { PROCEDURE_LEVEL_NAMES } from '@cchc/figures'
import { columnTitle } from '../render/column-text.ts'
import type { CellOrigin, Condition, ExplainedCell } from './contract.ts'
import { numberOfProcedures, type OriginScope } from './origin-reader.ts'

/** A cell of Form II.07b. */
export interface ProcedureCell {
  readonly row: ReportRow
  readonly columns: readonly ReportColumn[]
  readonly key: string
}

const LEVELS: Readonly<Record<string, keyof typeof PROCEDURE_LEVEL_NAMES>> = {
  authorityProvince: 'province',
  authorityDistrict: 'district',
  authorityCommune: 'commune',
}

/** Explains a cell of Form II.07b: the procedures behind it by field and source, and the columns added up to it. */
export async function explainProcedureCell(
  scope: OriginScope,
  { row, columns, key }: ProcedureCell,
): Promise<ExplainedCell> {
  const column = columns.find((one) => one.key === key)
  const operands: ExplainedCell[] = []
  for (const part of column?.sumOf ?? []) {
    operands.push(await explainProcedureCell(scope, { row, columns, key: part }))
  }
  const cell = row.cells[key] ?? NOT_REPORTED
  const { rowId, code, label, unit, note } = row
  const title = column === undefined ? key : columnTitle(column)
  return {
    rowId,
    code,
    label,
    unit,
    indicatorId: null,
    column: { key, number: column?.number ?? null, title },
    printed: printCell(cell),
    cell,
    note,
    origin:
      cell.state === 'not_reported'
        ? NOBODY_SAYS
        : await countedOrigin(scope, { row, key, operands }),
  }
}

const NOBODY_SAYS: CellOrigin = {
  kind: 'missing',
  reasons: [
    'Chưa nguồn nào cho biết TTHC nào thực hiện theo cơ chế một cửa hoặc đã có quy trình nội bộ được phê duyệt; đơn vị tự điền cột này.',
  ],
  operands: [],
}

async function countedOrigin(
  scope: OriginScope,
  {
    row,
    key,
    operands,
  }: {
    readonly row: ReportRow
    readonly key: string
    readonly operands: readonly ExplainedCell[]
  },
): Promise<CellOrigin> {
  const level = LEVELS[key]
  const field = row.rowType === 'indicator' ? row.rowId.replace(/^field\//, '') : undefined
  const conditions: Condition[] = [
    ...(level ? [{ name: 'Cấp thực hiện', value: PROCEDURE_LEVEL_NAMES[level] }] : []),
    ...(field === undefined ? [] : [{ name: 'Lĩnh vực', value: row.label }]),
  ]
  const origin = await numberOfProcedures(scope, {
    figure: 'procedures',
    name: 'TTHC còn hiệu lực theo cấp thực hiện',
    conditions,
    counts: (one) => isCounted(one, { level, field }),
  })
  return { ...origin, operands }
}

function isCounted(
  procedure: UnifiedProcedure,
  { level, field }: { readonly level: string | undefined; readonly field: string | undefined },
): boolean {
  const own = countedLevel(procedure)
  if (own === undefined || (level !== undefined && own !== level)) return false
  return field === undefined || (procedure.fieldCode ?? '') === field
}
