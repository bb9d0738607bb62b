import type { ReportTemplate } from '@cchc/domain'
import { FIGURE_NAMES } from '../filling/figure-reader.ts'
import { placesIn } from '../filling/places.ts'

/** What a template asks for that does not exist: figures, rows in its sentences, columns in its sums. */
export function faultsOf(template: ReportTemplate): string[] {
  return [...unknownFigures(template), ...unknownPlaces(template), ...unknownColumns(template)]
}

function unknownFigures({ rows, parts = [] }: ReportTemplate): string[] {
  return [...rows, ...parts].flatMap(({ rowId, binding }) =>
    binding?.kind === 'figure' && !FIGURE_NAMES.includes(binding.figure)
      ? [`row ${rowId} is bound to the unknown figure ${binding.figure}`]
      : [],
  )
}

/** Rows of generated forms are known only once they are filled, but for the total. */
function unknownPlaces({
  rows,
  parts = [],
  narrative = [],
  ...template
}: ReportTemplate): string[] {
  const fixed = [...rows, ...parts].map(({ rowId }) => rowId)
  const known = new Set(['agency', 'period', 'days', ...(rows.length > 0 ? fixed : ['total'])])
  const texts = [template.subject ?? '', ...narrative.flatMap(({ paragraphs }) => paragraphs)]
  return texts
    .flatMap(placesIn)
    .filter(({ rowId }) => !known.has(rowId))
    .map(({ rowId }) => `a sentence has a place for {${rowId}}, which does not exist`)
}

function unknownColumns({ columns }: ReportTemplate): string[] {
  const keys = new Set(columns.map(({ key }) => key))
  return columns.flatMap(({ key, sumOf = [] }) =>
    sumOf
      .filter((part) => !keys.has(part))
      .map((part) => `column ${key} is the sum of ${part}, which does not exist`),
  )
}
