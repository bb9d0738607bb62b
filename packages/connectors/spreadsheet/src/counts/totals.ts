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

/** What the rows of totals say otherwise than the rows that they add up. */
export function totalNotes(table: CountTable, rows: readonly FigureRow[]): readonly Message[] {
  const parts = addedParts(rows.filter(({ kind }) => kind === 'unit').map((row) => row.parts))
  return rows
    .filter(({ kind }) => kind === 'total')
    .flatMap((row) => differences(table, row, parts))
}

/** A section adds up the rows below it, as far as the next one. */
export function sectionNotes(table: CountTable, rows: readonly FigureRow[]): readonly Message[] {
  return rows.flatMap((row, at) => {
    if (row.kind !== 'section') return []
    const end = rows.findIndex(({ kind }, index) => index > at && kind !== 'unit')
    const below = rows.slice(at + 1, end === -1 ? rows.length : end)
    return below.length === 0
      ? []
      : differences(table, row, addedParts(below.map(({ parts }) => parts)))
  })
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
