import { type Message, say } from '@cchc/domain'
import { cellAddress } from '@cchc/files/grid'
import type { CountTable, FigureRow, Parts } from './figure-rows.ts'
import type { CountPart } from './vocabulary.ts'

/** Figures added up; a part that one row does not state is not known of all. */
export function addedParts(rows: readonly Parts[]): Parts {
  const [first = {}, ...others] = rows
  return others.reduce<Parts>((sum, row) => {
    const known = Object.entries(sum).flatMap(([part, count]): [string, number][] => {
      const more = row[part as CountPart]
      return more === undefined ? [] : [[part, count + more]]
    })
    return Object.fromEntries(known)
  }, first)
}

/** What the rows of totals, of sections and of units with fields below say otherwise than the rows that they add up. */
export function wrongTotals(table: CountTable, rows: readonly FigureRow[]): readonly Message[] {
  return rows.flatMap((row, at) => {
    const parts = partsOfRow(rows, { row, at })
    return parts.length === 0 ? [] : differences(table, row, addedParts(parts))
  })
}

/** What is added up: by a total all units, or the fields where there are none; by a section or a unit those below it. */
function partsOfRow(
  rows: readonly FigureRow[],
  { row, at }: { readonly row: FigureRow; readonly at: number },
): readonly Parts[] {
  const adds = rows.some(({ kind }) => kind === 'unit') ? 'unit' : 'field'
  const partsOf = (of: readonly FigureRow[], wanted: FigureRow['kind']) =>
    of.filter(({ kind }) => kind === wanted).map(({ parts }) => parts)
  if (row.kind === 'total') return partsOf(rows, adds)
  if (row.kind === 'section') return partsOf(until(rows, at, ['section', 'total']), adds)
  return row.kind === 'unit' ? partsOf(fieldsBelow(rows, at), 'field') : []
}

/** The rows of fields below a unit, as far as the next one. */
export function fieldsBelow(rows: readonly FigureRow[], at: number): readonly FigureRow[] {
  return until(rows, at, ['unit', 'section', 'total'])
}

function until(
  rows: readonly FigureRow[],
  at: number,
  ends: readonly FigureRow['kind'][],
): readonly FigureRow[] {
  const end = rows.findIndex(({ kind }, index) => index > at && ends.includes(kind))
  return rows.slice(at + 1, end === -1 ? rows.length : end)
}

function differences(
  { grid, columns }: CountTable,
  row: FigureRow,
  parts: Parts,
): readonly Message[] {
  return Object.entries(row.parts).flatMap(([part, stated]) => {
    const found = parts[part as CountPart]
    const column = columns.parts.get(part as CountPart) ?? 0
    if (found === undefined || found === stated) return []
    const cell = cellAddress({ sheet: grid.sheet, line: row.line, column })
    return [
      say('{cell}: states {stated} in all, and the rows add up to {found}', {
        cell,
        stated,
        found,
      }),
    ]
  })
}
