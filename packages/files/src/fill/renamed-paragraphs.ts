import { docxTags } from './docx-tags.ts'
import { escapedXml } from './escaped-xml.ts'
import type { Renaming } from './form.ts'

/** A piece of a paragraph's text, and where it stands in the xml. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The xml of a document with other words in some paragraphs; what of a paragraph stays keeps its letters. */
export function renamedParagraphs(xml: string, renaming: Renaming): string {
  const changed = paragraphsIn(xml).flatMap((pieces) => {
    const text = pieces.map((piece) => piece.text).join('')
    const anew = renaming(text)
    return anew === text ? [] : rewritten(pieces, { text, anew })
  })
  return changed
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text }) => {
      return `${whole.slice(0, start)}${escapedXml(text)}${whole.slice(end)}`
    }, xml)
}

function paragraphsIn(xml: string): readonly (readonly Piece[])[] {
  const done: Piece[][] = []
  const open: Piece[][] = []
  let start = 0
  for (const { kind, name, ...tag } of docxTags(xml)) {
    if (kind === 'open') {
      start = tag.end
      if (name === 'p') open.push([])
    } else if (name === 'p') done.push(open.pop() ?? [])
    else if (name === 't' && start < tag.start) {
      const text = plainText(xml.slice(start, tag.start))
      open.at(-1)?.push({ start, end: tag.start, text })
    }
  }
  return done
}

/** The pieces with the words that differ in the first of them that holds any of these. */
function rewritten(
  pieces: readonly Piece[],
  { text, anew }: Readonly<Record<'text' | 'anew', string>>,
): readonly Piece[] {
  const before = alike(text, anew)
  const most = Math.min(text.length, anew.length) - before
  const behind = Math.min(most, alike(reversed(text), reversed(anew)))
  const end = text.length - behind
  let at = 0
  let words: string | undefined = anew.slice(before, anew.length - behind)
  return pieces.map((piece) => {
    const from = at
    at += piece.text.length
    const head = piece.text.slice(0, Math.max(0, before - from))
    const tail = piece.text.slice(Math.max(0, end - from))
    const isHere = words !== undefined && (at > before || piece === pieces.at(-1))
    const own = `${head}${isHere ? words : ''}${tail}`
    if (isHere) words = undefined
    return { ...piece, text: own }
  })
}

function alike(one: string, other: string): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count += 1
  return count
}

function reversed(text: string): string {
  return text.split('').reverse().join('')
}

function plainText(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
