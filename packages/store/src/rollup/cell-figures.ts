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

/** All of them. */
export const CELL_FIGURES: readonly CellFigure[] = [...MEASURES, ...EXTRA_FIGURES, 'endless']

/** What a rule can count, in the order of its sums. */
export function figuresOf({
  extraFigures,
}: Pick<CountingRule, 'extraFigures'>): readonly CellFigure[] {
  return [...MEASURES, ...extraFigures, 'endless']
}

/** What names a row of sums: grain, first day, subject. */
export const ROLLUP_KEY = ['grain', 'first_day', 'subject'] as const

/** The columns of a rule's sums, in the order of `figuresOf`. */
export function columnsOf(rule: Pick<CountingRule, 'id' | 'extraFigures'>): readonly string[] {
  return figuresOf(rule).map((figure) => `${snakeCase(rule.id)}_${snakeCase(figure)}`)
}

/** The columns of all sums of a row: those of each rule behind those of the one before. */
export const SUM_COLUMNS: readonly string[] = COUNTING_RULES.flatMap(columnsOf)

/** The columns without these: what is not added to them is zero where a row is new. */
export function columnsBeside(columns: readonly string[]): readonly string[] {
  const named = new Set(columns)
  return SUM_COLUMNS.filter((column) => !named.has(column))
}

function snakeCase(name: string): string {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
