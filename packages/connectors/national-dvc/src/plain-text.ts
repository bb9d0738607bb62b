const BLOCK_TAG = /<\/?(?:p|br|div|li|ul|ol|tr|td|th|table|h[1-6])\b[^<>]*>/gi
const TAG = /<\/?[a-z][^<>]*>|<!--.*?-->/gis
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

/** What a reader of the portal's page sees: no markup, entities decoded once, single spaces, NFC. */
export function plainText(text: string): string {
  return text
    .replace(BLOCK_TAG, ' ')
    .replace(TAG, '')
    .replace(ENTITY, decoded)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

function decoded(...[entity, decimal, hex, letter, mark, name]: (string | undefined)[]): string {
  if (decimal) return character(Number.parseInt(decimal, 10), entity)
  if (hex) return character(Number.parseInt(hex, 16), entity)
  if (letter && mark) return letter + (MARKS[mark.toLowerCase()] ?? '')
  return NAMED[(name ?? '').toLowerCase()] ?? entity ?? ''
}

function character(code: number, entity = ''): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}
