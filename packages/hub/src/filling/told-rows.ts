import type { RowMeaning } from '@cchc/audit/entered'
import { type ReportTemplate, say, UsageError } from '@cchc/domain'
import { nameKey } from './counts-by-name.ts'

/** What rows stand for by what somebody has told: labels, or addresses of their cells, by what they mean. */
export type ToldRows = ReadonlyMap<string, string>

/** Reads `LABEL = MEANING`, one a line. Throws a UsageError for a line that is none. */
export function toldRows(text = ''): ToldRows {
  const lines = text.split(/[\n;]/).map((line) => line.trim())
  return new Map(
    lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => pairIn(line)),
  )
}

function pairIn(line: string): readonly [string, string] {
  const at = line.lastIndexOf('=')
  const [label, meaning] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  if (at > 0 && label !== '' && meaning !== '') return [nameKey(label), meaning]
  throw new UsageError(say('“{line}” does not say what a row is.', { line }), {
    fix: say('Write the label of the row, “=”, and the row of the form, unit or field that it is.'),
  })
}

/** The rows of a list with what was told of those that nothing else tells; each row of the form is one row at most. */
export function asTold(
  meanings: readonly RowMeaning[],
  { told, template }: { readonly told: ToldRows; readonly template: ReportTemplate },
): readonly RowMeaning[] {
  if (told.size === 0) return meanings
  const taken = new Set(meanings.map(({ templateRow }) => templateRow?.rowId))
  return meanings.map((meaning) => {
    const { address = '', label } = meaning.row
    const named = told.get(nameKey(address)) ?? told.get(nameKey(label))
    if (meaning.templateRow || named === undefined) return meaning
    const templateRow = rowNamed(named, template)
    if (!templateRow || taken.has(templateRow.rowId)) return meaning
    taken.add(templateRow.rowId)
    return { ...meaning, templateRow, indicatorId: templateRow.indicatorId, repeats: null }
  })
}

/** The row of a form that a name is: its id or indicator, or the only one of that label. */
export function rowNamed(name: string, { rows }: ReportTemplate) {
  const exact = rows.find(({ rowId, indicatorId }) => rowId === name || indicatorId === name)
  const [alike, ...others] = rows.filter(({ label }) => nameKey(label) === nameKey(name))
  return exact ?? (others.length === 0 ? alike : undefined)
}
