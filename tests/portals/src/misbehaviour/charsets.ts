/** Bytes of a text, and the character set by which a portal says that it wrote them. */
interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly stated: string
}

/** How portals write their texts otherwise than in UTF-8, by name; `isXml` decides how a letter is written by its number. */
export const CHARSETS: Readonly<Record<string, (text: string, isXml: boolean) => Encoded>> = {
  'windows-1258': (text) => ({ bytes: windows1258(text), stated: 'windows-1258' }),
  /** Letters that it does not have are written by their numbers. */
  'iso-8859-1': (text, isXml) => ({
    bytes: Buffer.from(numbered(text, isXml), 'latin1'),
    stated: 'ISO-8859-1',
  }),
  'utf-16': (text) => ({ bytes: Buffer.from(`\ufeff${text}`, 'utf16le'), stated: 'UTF-16' }),
  /** Says UTF-8 and is something else. */
  'wrong-charset': (text) => ({ bytes: windows1258(text), stated: 'UTF-8' }),
}

function numbered(text: string, isXml: boolean): string {
  return text.replace(/[^\0-\xff]/g, (letter) => {
    const code = letter.charCodeAt(0)
    return isXml ? `&#${code};` : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    byte,
  ]),
)
const QUESTION_MARK = 0x3f

/** Tones are marks of their own there, behind the letter with its other mark. */
function windows1258(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text.normalize('NFC')].flatMap(lettersOf), byteOf)
}

function byteOf(letter: string): number {
  return BYTES.get(letter) ?? QUESTION_MARK
}

function lettersOf(letter: string): string[] {
  if (BYTES.has(letter)) return [letter]
  const [base = '', ...marks] = letter.normalize('NFD')
  for (const mark of marks) {
    const joined = (base + mark).normalize('NFC')
    if (BYTES.has(joined)) return [joined, ...marks.filter((other) => other !== mark)]
  }
  return [base, ...marks]
}
