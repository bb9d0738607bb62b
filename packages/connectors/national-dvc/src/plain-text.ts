import { shortText } from '@cchc/connector-kit'

const BLOCK_TAG = /<\/?(?:p|br|div|li|ul|ol|tr|td|th|table|h[1-6])\b[^<>]*>/gi
const TAG = /<\/?[a-z][^<>]*>/gi
const COMMENT_START = '<!--'
const COMMENT_END = '-->'
const ENTITY = /&(?:#(\d+)|#x([\da-f]+)|([a-z])(grave|acute|circ|tilde|uml)|([a-z]+));/gi

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
}

/**
 * What a reader of the portal's page sees: no markup, entities decoded once, single spaces, NFC. Throws UnreadableField
 * for a text of more than `LONGEST_TEXT`.
 */
export function plainText(text: string): string {
  return withoutComments(shortText(text))
    .replace(BLOCK_TAG, ' ')
    .replace(TAG, '')
    .replace(ENTITY, decoded)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Goes through the text once; a comment that does not end is no comment. */
function withoutComments(text: string): string {
  let kept = ''
  for (let from = 0; ; ) {
    const start = text.indexOf(COMMENT_START, from)
    const end = start < 0 ? -1 : text.indexOf(COMMENT_END, start + COMMENT_START.length)
    if (end < 0) return kept + text.slice(from)
    kept += text.slice(from, start)
    from = end + COMMENT_END.length
  }
}

function decoded(...[entity, decimal, hex, letter, mark, name]: (string | undefined)[]): string {
  if (decimal) return character(Number.parseInt(decimal, 10), entity)
  if (hex) return character(Number.parseInt(hex, 16), entity)
  if (letter && mark) return letter + (MARKS[mark.toLowerCase()] ?? '')
  const known = (name ?? '').toLowerCase()
  return (Object.hasOwn(NAMED, known) ? NAMED[known] : entity) ?? ''
}

function character(code: number, entity = ''): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}
