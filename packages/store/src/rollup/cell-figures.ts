import {
  COUNTING_RULES,
  type CountingRule,
  EXTRA_FIGURES,
  type ExtraFigure,
  MEASURES,
  type Measure,
} from '@cchc/domain'

/** What is counted of a cell: a rule's events, and dossiers that are over without an end, on the day of receipt. */
export type CellFigure = Measure | ExtraFigure | 'endless'

/** All of them, in the order of the sums of one rule. */
export const CELL_FIGURES: readonly CellFigure[] = [...MEASURES, ...EXTRA_FIGURES, 'endless']

/** Where each stands among the sums of one rule. */
export const CELL_POSITIONS = Object.fromEntries(
  CELL_FIGURES.map((figure, index) => [figure, index]),
) as Readonly<Record<CellFigure, number>>

/** What names a row of sums: grain, first day, subject. */
export const ROLLUP_KEY = ['grain', 'first_day', 'subject'] as const

/** A stored sum: of which figure of a rule it is, and where that stands among the sums by all rules. */
export interface StoredSum {
  readonly figure: CellFigure
  readonly column: string
  readonly position: number
}

/** What a rule can count, in the order of its columns. */
export function sumsOfRule(rule: Pick<CountingRule, 'id' | 'extraFigures'>): readonly StoredSum[] {
  const begin = COUNTING_RULES.findIndex(({ id }) => id === rule.id) * CELL_FIGURES.length
  const figures: CellFigure[] = [...MEASURES, ...rule.extraFigures, 'endless']
  return figures.map((figure) => ({
    figure,
    column: `${snakeCase(rule.id)}_${snakeCase(figure)}`,
    position: begin + CELL_POSITIONS[figure],
  }))
}

/** The sums of all rules, in the order in which a row has them. */
export const STORED_SUMS: readonly StoredSum[] = COUNTING_RULES.flatMap(sumsOfRule)

function snakeCase(name: string): string {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
