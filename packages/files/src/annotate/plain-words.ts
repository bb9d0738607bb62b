/** Words without the space between and around them, as they are looked for. */
export function plainWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '')
}

/** The words of a stretch of xml, as they are looked for. */
export function plainXml(xml: string): string {
  return plainWords(unescaped(xml.replace(/<[^>]*>/g, '')))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text between tags as it is meant. */
export function unescaped(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
