import { type ZipParts, zipParts } from '../workbook/zip-parts.ts'
import { decodeText } from './decode-text.ts'

/** What a file is, by its bytes and never by its name. */
export type FileContent =
  | { readonly kind: 'xlsx' | 'ods' | 'docx' | 'odt'; readonly parts: ZipParts }
  | { readonly kind: 'xls' }
  | { readonly kind: 'html' | 'json' | 'csv'; readonly text: string }
  | { readonly kind: 'doc' | 'locked' | 'pdf' | 'unknown' }

/** Judges a file. Throws TooLarge, or an Error for a damaged zip. */
export async function fileContent(bytes: Uint8Array): Promise<FileContent> {
  if (begins(bytes, 'PK')) return zipContent(zipParts(bytes))
  if (begins(bytes, '%PDF')) return { kind: 'pdf' }
  if (begins(bytes, '{\\rtf')) return { kind: 'doc' }
  if (begins(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundContent(bytes)
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1)) return { kind: 'xls' }
  const text = decodeText(bytes)
  return text === undefined ? { kind: 'unknown' } : textContent(text)
}

function begins(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((char, at) => bytes[at] === char.charCodeAt(0))
}

async function zipContent(parts: ZipParts): Promise<FileContent> {
  if (parts.has('xl/workbook.xml')) return { kind: 'xlsx', parts }
  if (parts.has('word/document.xml')) return { kind: 'docx', parts }
  const type = new TextDecoder('latin1').decode(await parts.read('mimetype'))
  if (type.includes('opendocument.spreadsheet')) return { kind: 'ods', parts }
  return type.includes('opendocument.text') ? { kind: 'odt', parts } : { kind: 'unknown' }
}

/** The container of Office before 2007 and of locked files since; the names of its parts are UTF-16. */
function compoundContent(bytes: Uint8Array): FileContent {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'))
  if (holds('EncryptedPackage')) return { kind: 'locked' }
  if (holds('Workbook') || holds('Book')) return { kind: 'xls' }
  return { kind: holds('WordDocument') ? 'doc' : 'unknown' }
}

function textContent(text: string): FileContent {
  const start = text.slice(0, 4096).trimStart()
  if (/^[{[]/.test(start)) return { kind: 'json', text }
  if (!start.startsWith('<')) return { kind: 'csv', text }
  const isWorkbook = start.includes('urn:schemas-microsoft-com:office:spreadsheet')
  if (isWorkbook && /^<\?(xml|mso-application)/.test(start)) return { kind: 'xls' }
  return { kind: 'html', text }
}
