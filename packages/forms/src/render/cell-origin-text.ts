import type { ReportColumn, ReportOrigin, ReportRow } from '@cchc/domain'
import { II06_COLUMNS, printInstant } from '@cchc/domain'
import type { BoundFigure, NamedFigure } from '@cchc/figures'
import { bindFigure, columnsFormula, conditionText, figureFaults } from '@cchc/figures'
import { cellAt } from './column-text.ts'

/** What is known of a cell's origin without asking the store again. */
export interface CellOriginText {
  readonly formula: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly rule: string
  readonly sources: string
  readonly entered: string
}

/** The origin of one cell in words, from what was noted when the report was filled. */
export function cellOriginText(
  row: ReportRow,
  { column, provenance }: { readonly column: ReportColumn; readonly provenance: ReportOrigin },
): CellOriginText {
  const cell = cellAt(row, column)
  const ratio = cell.state === 'ratio' ? cell : { numerator: null, denominator: null }
  const brought = cell.state !== 'not_reported' && !row.entered && !row.derivation
  return {
    formula: row.entered ? '' : formulaOf(row, column),
    numerator: ratio.numerator,
    denominator: ratio.denominator,
    rule: brought && countsDossiers(row, column) ? ruleText(provenance) : '',
    sources: brought
      ? [...(row.stated ?? []), ...provenance.sources.map(sourceText)].join('; ')
      : '',
    entered: enteredText(row),
  }
}

function formulaOf({ derivation, figure }: ReportRow, column: ReportColumn): string {
  if (derivation?.kind === 'sum') return derivation.rows.join(' + ')
  if (derivation) return `${derivation.numerator} ÷ ${derivation.denominator}`
  if (figure) return figureText(figure)
  return II06_COLUMNS.find(({ key }) => key === column.key)?.name ?? column.number ?? ''
}

function figureText({ name, where }: NonNullable<ReportRow['figure']>): string {
  const figure = boundFigure({ figure: name, where })
  return figure === undefined ? name : [figure.name, ...notesOf(figure)].join('; ')
}

function notesOf({ noted, conditions, behind }: BoundFigure): readonly string[] {
  if (noted) return noted
  const formula = behind.records === 'dossiers' ? [columnsFormula(behind.columns)] : []
  return [...formula, ...conditions.map(conditionText)]
}

function countsDossiers({ figure }: ReportRow, column: ReportColumn): boolean {
  if (figure === undefined) return II06_COLUMNS.some(({ key }) => key === column.key)
  return boundFigure({ figure: figure.name, where: figure.where })?.behind.records === 'dossiers'
}

/** A report may be older than the figures that are known today. */
function boundFigure(named: NamedFigure): BoundFigure | undefined {
  return figureFaults(named).length === 0 ? bindFigure(named) : undefined
}

function ruleText({ rule }: ReportOrigin): string {
  return rule === null ? '' : `${rule.name} (${rule.id}, phiên bản ${rule.version})`
}

function sourceText({ id, lastCompletedAt, run }: ReportOrigin['sources'][number]): string {
  if (lastCompletedAt === null) return `${id}: chưa đồng bộ xong`
  const by = run
    ? `, lần đồng bộ ${run.id} (${run.connector} ${run.connectorVersion}, từ ${printInstant(run.startedAt)})`
    : ''
  return `${id}: đồng bộ xong ${printInstant(lastCompletedAt)}${by}`
}

function enteredText({ entered }: ReportRow): string {
  if (!entered) return ''
  const { by, at, origin } = entered
  const place = origin?.address === null ? '' : `, ô ${origin?.address}`
  return `${by}, ${printInstant(at)}${origin === null ? '' : `, tệp ${origin.file}${place}`}`
}
