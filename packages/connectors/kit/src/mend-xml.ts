const SPACING = /[\v\f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML must not hold.
const ILLEGAL = /[\0-\x08\x0e-\x1f\ufffe\uffff]/g

const CDATA = '<!\\[CDATA\\[[^]*?(?:\\]\\]>|$)'
const COMMENT = '<!--[^]*?(?:-->|$)'
const NUMBERED = '&#(?:(?<decimal>\\d{1,9})|x(?<hex>[\\da-f]{1,8}));'
const NAMED = '&(?![a-z_:][\\w.:-]{0,60};)'
/** Names that HTML knows and XML does not: their text is HTML that was not written as text. */
const OF_HTML = '&(?=(?:nbsp|[lr][sd]quo|[nm]dash|hellip|[a-z](?:grave|acute|circ|tilde|uml));)'
const SIGN = '<(?=[\\s\\d=])|\\]\\]>'
const SUSPECT = new RegExp([CDATA, COMMENT, NUMBERED, NAMED, OF_HTML, SIGN].join('|'), 'gi')

/**
 * Repairs what portals get wrong in XML, so that it costs no more than the field where it stands: characters that XML
 * must not hold become U+FFFD (vertical tab and form feed a space), an ampersand that begins no entity, a `<` that
 * begins no tag and a stray `]]>` are text. Takes time in proportion to the text.
 */
export function mendXml(text: string): string {
  return text
    .toWellFormed()
    .replace(SPACING, ' ')
    .replace(ILLEGAL, '\ufffd')
    .replace(SUSPECT, (...found) => mended(found[0], found.at(-1)))
}

function mended(found: string, { decimal, hex }: Record<string, string | undefined>): string {
  if (decimal ?? hex) {
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
    return isXmlCharacter(code) ? found : replacement(code)
  }
  if (found === '&') return '&amp;'
  if (found === '<') return '&lt;'
  return found === ']]>' ? ']]&gt;' : found
}

function replacement(code: number): string {
  return code === 11 || code === 12 ? ' ' : '\ufffd'
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code > 0xffff && code <= 0x10ffff)
}
