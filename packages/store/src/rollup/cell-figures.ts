import {
  type CountingRule,
  EXTRA_FIGURES,
  type ExtraFigure,
  MEASURES,
  type Measure,
} from '@cchc/domain'

/** What is counted of a cell: a rule's events, and dossiers that are over without an end, on the day of receipt. */
export type CellFigure = Measure | ExtraFigure | 'endless'

/** All of them, in the order of the stored sums. */
export const CELL_FIGURES: readonly CellFigure[] = [...MEASURES, ...EXTRA_FIGURES, 'endless']

/** Their columns, in the same order. */
export const CELL_COLUMNS: readonly string[] = CELL_FIGURES.map((figure) =>
  figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
)

/** What a rule can count. */
export function figuresOf({
  extraFigures,
}: Pick<CountingRule, 'extraFigures'>): readonly CellFigure[] {
  return [...MEASURES, ...extraFigures, 'endless']
}

/** The column of a figure. */
export function columnOf(figure: CellFigure): string {
  return CELL_COLUMNS[CELL_POSITIONS[figure]] ?? figure
}

/** Where each stands in a row of sums. */
export const CELL_POSITIONS = Object.fromEntries(
  CELL_FIGURES.map((figure, index) => [figure, index]),
) as Readonly<Record<CellFigure, number>>

/** What names a sum in the order of its row: rule, grain, first day, subject. */
export const ROLLUP_KEY = ['rule', 'grain', 'first_day', 'subject'] as const
