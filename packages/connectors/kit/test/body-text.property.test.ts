import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BodyText } from '../src/body-text.ts'
import { decodeFields, parseJson, parseJsonPieces } from '../src/json.ts'

const KEPT = new Set(['code', 'state'])

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Đất đai', '😀', 'e\u0302\u0301', '\u0080', 'ÿ', '\ufeff', '\u2028', '"\\', ''),
)
const value = fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text, { maxLength: 3 }))
const name = fc.constantFrom('code', 'state', 'applicantName', 'tên')
const rows = fc.array(fc.dictionary(name, value), { maxLength: 4 })

/** The kept fields of the rows, decoded as a list of a portal is. */
function keptOf(bytes: Uint8Array, contentType?: string): unknown {
  const { document, decode } = parseJsonPieces(new BodyText(bytes, contentType))
  const list = document as Record<string, unknown>[]
  for (const row of list) decodeFields(row, KEPT, decode)
  return list.map((row) => [...KEPT].map((field) => row[field]))
}

function keptOfWhole(body: string): unknown {
  const list = parseJson({ body }) as Record<string, unknown>[]
  return list.map((row) => [...KEPT].map((field) => row[field]))
}

test('what is kept of a list says piece by piece what it says decoded whole', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (list, isEscaped) => {
      const plain = JSON.stringify(list)
      const body = isEscaped ? plain.replace(/[^\x20-\x7e]/g, escaped) : plain
      expect(keptOf(Buffer.from(body))).toEqual(keptOfWhole(Buffer.from(body).toString()))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['a byte order mark', Buffer.from('\ufeff[{"code":"Đất"}]'), undefined],
  ['UTF-16', Buffer.from('\ufeff[{"code":"Đất"}]', 'utf16le'), 'application/json'],
  ['escapes beside characters', Buffer.from('[{"code":"Đ\\u1ea5t"}]'), undefined],
  ['another name of UTF-8', Buffer.from('[{"code":"Đất"}]'), 'application/json; charset=UTF8'],
])('is read with %s', (_, bytes, contentType) => {
  const [[code]] = keptOf(bytes, contentType) as [[string]]
  expect(code).toMatch(/^Đ.?t$/u)
})

test('broken UTF-8 is told as such, and a list that is cut off as cut', () => {
  const broken = Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])
  expect(() => keptOf(broken)).toThrow(expect.objectContaining({ code: 'portal_changed' }))
  const cut = Buffer.from('[{"code":"Đất"')
  expect(() => keptOf(cut)).toThrow(expect.objectContaining({ code: 'portal_unavailable' }))
})

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
