import { looksLikeUnit } from '../units.ts'
import { type DossierTable, textOf } from './dossier-table.ts'
import { organisationInCode } from './map-row.ts'
import { rowKind, sectionName } from './placed-rows.ts'

/** Names of units, with their codes as a list gives them: in a column, or at the beginning of the codes of dossiers. */
export function namedUnits(table: DossierTable): readonly NamedUnit[] {
  return table.columns.places.has('organisationName') ? inColumn(table) : inSections(table)
}

function inColumn({ grid, head, columns }: DossierTable): readonly NamedUnit[] {
  const codes = columns.places.get('organisationCode') ?? -1
  return grid.rows.slice(head.below).flatMap((row) => {
    const name = textOf(row, columns, 'organisationName')
    const stated = row.cells[codes]?.text ?? ''
    const guess = stated === '' ? organisationInCode(textOf(row, columns, 'code')) : undefined
    return name === '' ? [] : [{ name, code: guess ?? stated, isGuess: guess !== undefined }]
  })
}

/** Units that lines within a list name, each with the one code of the dossiers below it. */
function inSections(table: DossierTable): readonly NamedUnit[] {
  const { grid, head, columns } = table
  const sections: { readonly name: string; readonly codes: Set<string> }[] = []
  for (const row of grid.rows.slice(head.below)) {
    const kind = rowKind(row, table)
    const name = kind === 'words' ? sectionName(row)?.name : undefined
    if (name !== undefined && looksLikeUnit(name)) sections.push({ name, codes: new Set() })
    const code = organisationInCode(textOf(row, columns, 'code'))
    if (kind === 'dossier' && code !== undefined) sections.at(-1)?.codes.add(code)
  }
  return sections.map(({ name, codes: [only = '', ...others] }) => ({
    name,
    code: others.length === 0 ? only : '',
    isGuess: true,
  }))
}

/** The units that the codes of the dossiers of a list begin with. */
export function unitsOfCodes({ grid, head, columns }: DossierTable): readonly string[] {
  const codes = grid.rows.slice(head.below).flatMap((row) => {
    return organisationInCode(textOf(row, columns, 'code')) ?? []
  })
  return [...new Set(codes)]
}

/** A unit as a file names it; `code` is empty where it gives none, a guess where codes of dossiers begin with it. */
export interface NamedUnit {
  readonly name: string
  readonly code: string
  readonly isGuess: boolean
}
