import { attributeOf } from './part-links.ts'

const TAG = /<(\/?)((?:[\w.-]+:)?)([\w.-]+)\b((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g
const CELLS_END = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\b[^<>]*\/>/
/** What stands behind the drawing of comments in a sheet. */
const BEHIND = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
])

interface Child {
  readonly name: string
  readonly own: string
  readonly end: number
}

/** The link of the drawing with the shapes of comments, if a sheet has one. */
export function drawingOf(sheet: string): string | undefined {
  const drawing = behindCells(sheet).find(({ name }) => name === 'legacyDrawing')
  return drawing && attributeOf(drawing.own, '[\\w.-]+:id')
}

/** A sheet with a drawing of comments in the place that the order of its parts gives it. */
export function withDrawing(
  sheet: string,
  { id, namespace }: { readonly id: string; readonly namespace: string },
): string {
  const [, prefix = ''] = /<((?:[\w.-]+:)?)worksheet\b/.exec(sheet) ?? []
  const children = behindCells(sheet)
  const old = children.find(({ name }) => name === 'legacyDrawing')
  const tag = `<${prefix}legacyDrawing xmlns:r="${namespace}" r:id="${id}"/>`
  if (old) return `${sheet.slice(0, old.end).replace(/<[^<]*$/, '')}${tag}${sheet.slice(old.end)}`
  const before = children.findLast(({ name }) => !BEHIND.has(name))
  const at = before?.end ?? cellsEnd(sheet)
  return `${sheet.slice(0, at)}${tag}${sheet.slice(at)}`
}

function cellsEnd(sheet: string): number {
  const found = CELLS_END.exec(sheet)
  return found ? found.index + found[0].length : sheet.search(/<\/(?:[\w.-]+:)?worksheet\s*>\s*$/)
}

/** What stands in a sheet behind its cells, without what lies within it. */
function behindCells(sheet: string): readonly Child[] {
  const from = cellsEnd(sheet)
  const children: Child[] = []
  let depth = 0
  for (const found of sheet.slice(from).matchAll(TAG)) {
    const [whole, slash, , name = '', own = '', closed] = found
    const end = from + found.index + whole.length
    if (slash === '/') depth -= 1
    if (depth < 0) break
    if (depth === 0 && (slash === '/' || closed === '/')) children.push({ name, own, end })
    if (slash !== '/' && closed !== '/') depth += 1
  }
  return children
}
