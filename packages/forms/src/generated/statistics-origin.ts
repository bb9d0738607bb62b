import type { ReportColumn, StatisticsColumn } from '@cchc/domain'
import {
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  II06_COLUMNS,
  isFactFigure,
  NOT_REPORTED,
  printCell,
  ratioCell,
} from '@cchc/domain'
import type { CountedGroup, CountedOrigin, DossierFigure, FigureScope, Gap } from '@cchc/figures'
import { countSelections, dossierOrigin, hidingGaps } from '@cchc/figures'
import { type CellOrigin, type OriginCell, placeOf } from '../origin/cell-origin.ts'
import { reasonsOf } from '../origin/reasons.ts'
import { roundingOf } from '../origin/rounding.ts'
import { columnPlace } from '../render/column-text.ts'
import { COMBINED_COLUMNS } from './statistics-columns.ts'
import type { StatisticsFormRow } from './statistics-rows.ts'

/** Beside the columns of Form II.06: the rule's rate on time. */
export const ON_TIME = 'onTime'

/** A row of Form II.06a, and the columns of its form. */
export interface StatisticsCells extends StatisticsFormRow {
  readonly columns: readonly ReportColumn[]
  /** What is missing of the row's figures. */
  readonly gaps: readonly Gap[]
}

/** The origin of a cell of Form II.06a: the dossiers behind it, and the columns that the form adds up to it. */
export async function statisticsOrigin(
  scope: FigureScope,
  cells: StatisticsCells,
  key: string,
): Promise<OriginCell> {
  const selections = new Map([
    ['row', { per: 'organisation', by: cells.by, keep: cells.keep } as const],
  ])
  const groups = (await countSelections(scope, selections)).get('row') ?? []
  const facts = { ...cells, scope, groups }
  return key === ON_TIME ? onTimeCell(facts) : columnCell(facts, key)
}

interface Facts extends StatisticsCells {
  readonly scope: FigureScope
  readonly groups: readonly CountedGroup[]
}

function columnCell(facts: Facts, key: string): OriginCell {
  const { row, columns } = facts
  const column = columns.find((one) => one.key === key)
  const operands = (column?.sumOf ?? []).map((part) => columnCell(facts, part))
  const cell = row.cells[key] ?? NOT_REPORTED
  const counted = figuresIn(key)
  return {
    ...placeOf(row),
    column: columnPlace(column, key),
    printed: printCell(cell),
    cell,
    origin: originOf(facts, { cell, counted, operands }),
  }
}

function originOf(
  facts: Facts,
  {
    cell,
    counted,
    operands,
  }: Pick<OriginCell, 'cell'> & {
    readonly counted: Counted | undefined
    readonly operands: readonly OriginCell[]
  },
): CellOrigin {
  if (!counted) return NOT_COUNTED
  if (cell.state === 'not_reported') return notKnown(facts, { counted, operands })
  return { ...columnOrigin(facts, counted), operands }
}

function notKnown(
  { gaps }: Facts,
  { counted, operands }: { readonly counted?: Counted; readonly operands: readonly OriginCell[] },
): CellOrigin {
  const hidden = reasonsOf(hidingGaps(gaps))
  const reasons = isFactFigure(counted?.key ?? '') ? [FACT_NOT_STATED, ...hidden] : hidden
  return reasons.length === 0 ? NOT_COUNTED : { kind: 'missing', reasons, operands }
}

const FACT_NOT_STATED =
  'Chỉ cộng khi nguồn ghi rõ thông tin này ở mọi hồ sơ liên quan; có hồ sơ không ghi, đơn vị tự điền.'

/** What is added up in a column. */
interface Counted {
  readonly key: string
  readonly name: string
  readonly columns: DossierFigure['behind']['columns']
}

function figuresIn(key: string): Counted | undefined {
  const ofForm = II06_COLUMNS.find((one) => one.key === key)
  if (ofForm) return { key, name: ofForm.name, columns: [ofForm.key] }
  const beside = EXTRA_FIGURES.find((figure) => figure === key)
  if (beside) return { key, name: EXTRA_FIGURE_DESCRIPTIONS[beside].name, columns: [beside] }
  const combined = COMBINED_COLUMNS.find((one) => one.key === key)
  return combined && { key, name: combined.name, columns: combined.columns }
}

const NOT_COUNTED: CellOrigin = {
  kind: 'missing',
  reasons: ['Không nguồn nào cho số liệu của cột này; đơn vị tự điền.'],
  operands: [],
}

function columnOrigin(
  { conditions, groups, scope }: Facts,
  { key, name, columns }: Counted,
): CountedOrigin {
  const behind = { columns, per: 'organisation' } as const
  return dossierOrigin(scope, { id: key, name, conditions, behind }, groups)
}

function onTimeCell(facts: Facts): OriginCell {
  const { rule } = facts.scope
  const ratio = rule.onTime(facts.statistics)
  const isKnown = facts.row.cells.resolvedTotal?.state !== 'not_reported'
  const cell = isKnown ? ratioCell(ratio) : NOT_REPORTED
  const columns = facts.columns.map(({ sumOf: _, ...column }) => column)
  const keys: StatisticsColumn[] = ['resolvedEarly', 'resolvedOnTime', 'resolvedTotal']
  const operands = keys.map((key) => columnCell({ ...facts, columns }, key))
  return {
    ...placeOf(facts.row),
    column: { key: ON_TIME, number: rule.onTimeFormula, title: 'Tỷ lệ giải quyết đúng hạn' },
    printed: printCell(cell),
    cell,
    origin: isKnown
      ? {
          kind: 'quotient',
          formula: rule.onTimeFormula,
          ...ratio,
          rounding: roundingOf({ ...ratio, state: 'ratio', decimals: 2, raw: null }),
          operands,
        }
      : notKnown(facts, { operands }),
  }
}
