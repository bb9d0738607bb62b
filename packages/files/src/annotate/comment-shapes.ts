import { columnOf, lineOf } from '../grid/cell-address.ts'
import type { SheetComment } from './sheet-comments.ts'

const KIND =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** A drawing in which comments of a sheet are shown, without any yet. */
export const NEW_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'

const FIRST_SHAPE = 1025
/** Columns that a comment covers, and how many letters stand in a line of it. */
const WIDE = 4
const LETTERS_IN_LINE = 40
const LEAST_LINES = 4
const MOST_LINES = 24

/** A drawing with a box for the comment of each cell, shown when somebody points at it. */
export function withShapes(drawing: string, comments: readonly SheetComment[]): string {
  const kind = drawing.includes('id="_x0000_t202"') ? '' : KIND
  const numbers = [...drawing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number))
  const first = Math.max(FIRST_SHAPE - 1, ...numbers) + 1
  const shapes = comments.map((one, index) => shape(one, first + index)).join('')
  const end = drawing.search(/<\/xml\s*>\s*$/)
  if (end < 0) return drawing
  return `${drawing.slice(0, end)}${kind}${shapes}${drawing.slice(end)}`
}

function shape({ at, text }: SheetComment, number: number): string {
  const [column, row] = [columnOf(at), lineOf(at) - 1]
  const top = Math.max(0, row - 1)
  const anchor = [column + 1, 15, top, 10, column + 1 + WIDE, 15, top + linesOf(text), 4]
  return [
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;z-index:${number};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('')
}

function linesOf(text: string): number {
  const lines = text.split('\n').map((line) => 1 + Math.floor(line.length / LETTERS_IN_LINE))
  const all = lines.reduce((sum, one) => sum + one, 1)
  return Math.min(MOST_LINES, Math.max(LEAST_LINES, all))
}
