import type { GridCell, GridRow } from '@cchc/files/grid'
import { momentIn } from '../moments.ts'

/** What cells of a column look like. */
export type Holding = 'code' | 'procedureCode' | 'date'

/** So many cells show what a column holds, if nearly all of them agree. */
const LOOKED_AT = 30
const AGREEING = 0.8

const LOOKS: readonly (readonly [Holding, (cell: GridCell) => boolean])[] = [
  ['code', ({ text }) => /^[0-9A-Z.]+-\d{6}-\d+$/i.test(text.trim())],
  ['procedureCode', ({ text }) => /^\d\.\d{6}(\.|$)/.test(text.trim())],
  ['date', (cell) => !Number.isNaN(momentIn(cell)?.at ?? Number.NaN)],
]

/** What the cells of a column look like; undefined where they look like nothing that is known. Says nothing of any cell. */
export function holdingOf(rows: readonly GridRow[], column: number): Holding | undefined {
  const cells = rows.slice(0, LOOKED_AT).flatMap(({ cells: own }) => own[column] ?? [])
  const filled = cells.filter(({ text, moment }) => text !== '' || moment !== undefined)
  if (filled.length === 0) return undefined
  return LOOKS.find(([, looks]) => filled.filter(looks).length >= AGREEING * filled.length)?.[0]
}
