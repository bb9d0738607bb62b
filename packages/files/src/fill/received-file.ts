import { say, UsageError } from '@cchc/domain'
import { cellAddress } from '../grid/cell-address.ts'
import type { Grid, GridCell } from '../grid/grid.ts'
import type { GivenFile } from '../grid/read-grids.ts'
import type { FormCell } from './form.ts'
import { OfficeParts } from './office-parts.ts'

/** A cell as readers of a file see it. */
export type Shown = Pick<GridCell, 'text' | 'covered'>

export function textsOf(grids: readonly Grid[]): ReadonlyMap<string, Shown> {
  const cells = grids.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ line, cells }) =>
      cells.map((cell, column) => [cellAddress({ sheet, line, column }), cell] as const),
    ),
  )
  return new Map(cells.filter(([, { text, covered }]) => text !== '' || covered))
}

/** What people put where something is to be written. */
const DOTS = /^[.…_\s]{2,}$|^…$/

/** What a cell is before it is filled; dots to be written over are nothing. */
export function stateOf(cell: Shown | undefined): FormCell['state'] {
  if (cell?.covered) return 'covered'
  return cell === undefined || DOTS.test(cell.text) ? 'empty' : 'held'
}

/** Formulas are read as themselves until a program has reckoned them. */
export function requireSame(
  file: GivenFile,
  { meant, after }: Readonly<Record<'meant' | 'after', ReadonlyMap<string, Shown>>>,
): void {
  for (const address of new Set([...meant.keys(), ...after.keys()])) {
    const [one, other] = [meant.get(address)?.text ?? '', after.get(address)?.text ?? '']
    if (one !== other && !other.startsWith('=')) throw notAsMeant(file, address)
  }
}

export function partsOf(file: GivenFile): OfficeParts {
  try {
    return new OfficeParts(file.bytes)
  } catch {
    throw new UsageError(
      say(
        '{file} cannot be written anew: its parts are damaged, or hold more than 128 MB together.',
        {
          file: file.name,
        },
      ),
      { fix: SAVE_AGAIN },
    )
  }
}

/** What to do with a file that cannot be written anew as it is. */
export const SAVE_AGAIN = say(
  'Open it in an office program, save it as .xlsx or .docx and give that file.',
)

export function notAsMeant({ name }: GivenFile, address: string): UsageError {
  return new UsageError(
    say(
      '{file} cannot be written anew as it is: read again, cell {address} is not as it was meant.',
      {
        file: name,
        address,
      },
    ),
    { fix: SAVE_AGAIN },
  )
}
