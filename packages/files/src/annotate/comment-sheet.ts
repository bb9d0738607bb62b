import type { OfficeParts } from '../fill/office-parts.ts'
import { cellAddress, columnOf, lineOf } from '../grid/cell-address.ts'
import { NEW_SHAPES, withShapes } from './comment-shapes.ts'
import { joined } from './joined-comments.ts'
import { freeName, link, linksOf, relationships, typeExtension, typePart } from './part-links.ts'
import { isThread, newComments, type SheetComment, withComments } from './sheet-comments.ts'
import { drawingOf, withDrawing } from './sheet-drawing.ts'

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const SHAPES = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

interface Commented {
  readonly part: string
  readonly said: readonly SheetComment[]
}

/** Puts comments at cells of a sheet, beside those that it has. */
export function commentSheet(parts: OfficeParts, { part, said }: Commented): void {
  const sheet = parts.text(part) ?? ''
  const own = commentsPart(parts, part)
  const known = parts.text(own) ?? newComments(sheet)
  const shownAt = placesIn(sheet)
  const placed = said.map(({ at, text }) => ({ at: freeCell(known, shownAt(at)), text }))
  const all = [...joined(placed)].map(([at, text]) => ({ at, text }))
  const { xml, added } = withComments(known, all)
  parts.write(own, xml)
  const shapes = shapesPart(parts, part)
  parts.change(shapes, (drawing) => withShapes(drawing, added))
}

/** Excel shows no comment at a cell that a merged one stretches over. */
function placesIn(sheet: string): (at: string) => string {
  const merges = [...sheet.matchAll(MERGED)].map(([, from = '', to = '']) => ({ from, to }))
  return (at) => {
    const over = merges.find(({ from, to }) => {
      const isAcross = columnOf(from) <= columnOf(at) && columnOf(at) <= columnOf(to)
      return isAcross && lineOf(from) <= lineOf(at) && lineOf(at) <= lineOf(to)
    })
    return over?.from ?? at
  }
}

const MERGED = /<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]+\d+):([A-Z]+\d+)"/g

/** What belongs to a thread is written by Excel anew, so that nothing can be added to it: the next cell is taken. */
function freeCell(comments: string, at: string): string {
  if (!isThread(comments, at)) return at
  const line = lineOf(at)
  return freeCell(comments, cellAddress({ sheet: null, line, column: columnOf(at) + 1 }))
}

function commentsPart(parts: OfficeParts, part: string): string {
  const known = linksOf(parts, part).find(({ type }) => type.endsWith('/comments'))
  if (known && parts.text(known.part) !== undefined) return known.part
  const name = freeName(parts, (number) => `xl/comments${number}.xml`)
  link(parts, { from: part, to: name, kind: 'comments' })
  typePart(parts, name, COMMENTS)
  return name
}

function shapesPart(parts: OfficeParts, part: string): string {
  const sheet = parts.text(part) ?? ''
  const id = drawingOf(sheet)
  const known = linksOf(parts, part).find((one) => one.id === id)
  if (known && parts.text(known.part) !== undefined) return known.part
  const name = freeName(parts, (number) => `xl/drawings/vmlDrawing${number}.vml`)
  parts.write(name, NEW_SHAPES)
  typeExtension(parts, 'vml', SHAPES)
  const made = link(parts, { from: part, to: name, kind: 'vmlDrawing' })
  parts.write(part, withDrawing(sheet, { id: made, namespace: relationships(sheet) }))
  return name
}
