import type { GridRow } from '@cchc/files/grid'
import { type DateOrder, writtenNumbers } from '../moments.ts'
import type { DossierField } from './vocabulary.ts'

/** How a list writes its dates, and the columns whose real dates cannot be trusted. */
export interface ListDates {
  readonly order: DateOrder
  /** Columns in which a program took days for months where it could, and left the others as texts. */
  readonly exchanged: ReadonlySet<number>
}

const DATES: readonly DossierField[] = [
  ...(['receivedAt', 'dueAt', 'finishedAt', 'returnedAt'] as const),
  ...(['handedInAt', 'competentSince'] as const),
]
const MONTHS = 12
/** Where the day stands in `2022-12-20T08:30`. */
const DAY_PART = { from: 8, to: 10 }
/** So few real dates may have such days by chance. */
const FEWEST = 3

/** Looks at the dates of a list as a whole: a single `7/8/2026` does not tell which number is the month. */
export function listDates(
  rows: readonly GridRow[],
  places: ReadonlyMap<DossierField, number>,
): ListDates {
  const columns = DATES.flatMap((field) => places.get(field) ?? [])
  const written = columns.flatMap((column) => numbersIn(rows, column))
  const hasDayFirst = written.some(([first]) => first > MONTHS)
  const hasMonthFirst = written.some(([, second]) => second > MONTHS)
  return {
    order: hasMonthFirst && !hasDayFirst ? 'month-first' : 'day-first',
    exchanged: new Set(columns.filter((column) => isExchanged(rows, column))),
  }
}

function numbersIn(rows: readonly GridRow[], column: number) {
  return rows.flatMap(({ cells }) => {
    const numbers = writtenNumbers(cells[column])
    return numbers ? [numbers] : []
  })
}

/** Every text has a day that is no month, and no real date has one: a program read `5/7` as the seventh of May and could not read `15/7`. */
function isExchanged(rows: readonly GridRow[], column: number): boolean {
  const texts = numbersIn(rows, column)
  const days = rows.flatMap(({ cells }) => {
    const cell = cells[column]
    return cell?.moment === undefined ? [] : Number(cell.moment.slice(DAY_PART.from, DAY_PART.to))
  })
  const areTextsLeft = texts.length > 0 && texts.every(([first]) => first > MONTHS)
  return areTextsLeft && days.length >= FEWEST && days.every((day) => day <= MONTHS)
}
