import {
  type Day,
  type DayRange,
  dayText,
  EXTRA_FIGURE_DESCRIPTIONS,
  type ExtraFigure,
  II06_COLUMNS,
  printDay,
  type StatedColumn,
  say,
} from '@cchc/domain'
import type { Gap } from '../coverage/gap.ts'
import type { StatedRow } from './stated-row.ts'

/** That columns of a unit are not stated, while the others are. */
export function columnGap(
  lacking: readonly StatedColumn[],
  place: { readonly source: string; readonly unit: string },
): Gap {
  const columns = lacking.map(columnText).join(', ')
  return {
    message: say('Source {source} does not state {columns} of {unit} for the whole period.', {
      ...place,
      columns,
    }),
    known: II06_COLUMNS.map(({ key }) => key).filter((key) => !lacking.includes(key)),
    isAll: false,
  }
}

/** A column by its number on the form, or its name where it has none. */
function columnText(column: StatedColumn): string {
  const numbered = II06_COLUMNS.find(({ key }) => key === column)
  return numbered?.number ?? EXTRA_FIGURE_DESCRIPTIONS[column as ExtraFigure].name
}

/** The sources of rows, each once. */
export function sourcesText(rows: readonly Pick<StatedRow, 'source'>[]): string {
  return [...new Set(rows.map(({ source }) => source))].toSorted().join(', ')
}

const MOST_SPANS = 5

/** Spans of days as people write them, some of them where there are many. */
export function daysText(spans: readonly DayRange[]): string {
  const written = spans.map(({ from, to }) => windowText({ from: dayText(from), to: dayText(to) }))
  const told = [...new Set(written)].slice(0, MOST_SPANS)
  return `${told.join('; ')}${told.length < new Set(written).size ? '; …' : ''}`
}

/** Both days of a window, or its only one. */
export function windowText({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return from === to ? printDay(from) : `${printDay(from)} - ${printDay(to)}`
}
