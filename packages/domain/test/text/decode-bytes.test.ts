import { expect, test } from 'vitest'
import { decodeBytes } from '../../src/index.ts'

const bytes = (...codes: number[]) => Uint8Array.from(codes)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'be' | 'le') => {
  const encoded = Buffer.from(text, 'utf16le')
  return order === 'le' ? encoded : encoded.swap16()
}

test.each([
  ['UTF-8 without a word', utf8('Cấp phép'), undefined, 'Cấp phép'],
  ['UTF-8 with a mark', utf8('\ufeffCấp phép'), undefined, 'Cấp phép'],
  ['a mark against another name', utf8('\ufeffCấp phép'), 'iso-8859-1', 'Cấp phép'],
  ['ISO-8859-1', bytes(0x70, 0x68, 0xe9, 0x70), 'ISO-8859-1', 'phép'],
  ['windows-1252', bytes(0x93, 0x61, 0x94), 'windows-1252', '“a”'],
  ['windows-1258', bytes(0x43, 0xe2, 0xec, 0x70), 'windows-1258', 'Cấp'],
  ['UTF-16 with a mark', utf16('\ufeffCấp', 'be'), 'utf-16', 'Cấp'],
  ['UTF-16 whose order is seen', utf16('{"a":"Cấp"}', 'be'), 'UTF-16', '{"a":"Cấp"}'],
  ['UTF-16LE', utf16('{"a":"Cấp"}', 'le'), ' UTF-16 ', '{"a":"Cấp"}'],
  ['UTF-8 under the name of single bytes', utf8('Cấp phép'), 'iso-8859-1', 'Cấp phép'],
  ['UTF-8 under the name of many bytes', utf8('Cấp giấy phép'), 'gbk', 'Cấp giấy phép'],
  ['UTF-8 that says UTF-16', utf8('<a>Cấp</a>'), 'utf-16', '<a>Cấp</a>'],
  ['UTF-16 that begins with another letter', utf16('Đơn vị', 'le'), 'utf-16le', 'Đơn vị'],
  ['nothing', utf8(''), 'utf-16', ''],
])('reads %s', (_, input, charset, expected) => {
  const decoded = decodeBytes(input, charset)
  expect('text' in decoded && decoded.text.normalize('NFC')).toBe(expected)
})

test.each([
  ['single bytes that nobody named', bytes(0x70, 0xe9, 0x70), undefined, 'invalid', 'utf-8'],
  ['half of a surrogate pair', bytes(0xd8, 0x00, 0x00, 0x61), 'utf-16be', 'invalid', 'utf-16be'],
  ['half of a character', utf8('Cấ').subarray(0, 3), undefined, 'cut', 'utf-8'],
  ['an odd byte', utf16('ab', 'le').subarray(0, 3), 'utf-16le', 'cut', 'utf-16le'],
  ['a name that nobody knows', utf8('a'), 'x-vni', 'unknown-charset', 'x-vni'],
  ['a name that is none', utf8('a'), 'Nguyễn Văn A', 'unknown-charset', '?'],
])('refuses %s', (_, input, charset, fault, told) => {
  expect(decodeBytes(input, charset)).toEqual({ fault, charset: told })
})
