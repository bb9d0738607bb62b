import * as sheetJs from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { type Grid, readGrids } from '../../src/grid/index.ts'
import { xlsThread } from '../../src/grid/xls-thread.ts'
import { written, writtenXlsx } from './written.ts'

const TABLE = [
  ['DANH SÁCH HỒ SƠ', null, null],
  ['Mã hồ sơ', 'Ngày tiếp nhận', 'Tỷ lệ'],
  ['000.00.53.H48-220921-0099', new Date(Date.UTC(2022, 8, 21, 8, 30)), 12.5],
  [null, null, 1909],
]

const read = (bytes: Uint8Array, name = 'tep') => readGrids({ name, bytes })
const texts = ([grid]: readonly Grid[]) =>
  grid?.rows.map(({ line, cells }) => [line, ...cells.map(({ text, moment }) => moment ?? text)])

const EXPECTED = [
  [1, 'DANH SÁCH HỒ SƠ'],
  [2, 'Mã hồ sơ', 'Ngày tiếp nhận', 'Tỷ lệ'],
  [3, '000.00.53.H48-220921-0099', '2022-09-21T08:30:00', '12,5'],
  [4, '', '', '1909'],
]

test.each([
  ['xlsx', () => writtenXlsx(TABLE)],
  ['xls', () => written(TABLE, 'biff8')],
  ['the XML of Excel 2003', () => written(TABLE, 'xlml')],
  ['ods', () => written(TABLE, 'ods')],
])('%s: the same cells at the same places, whatever the name says', async (_kind, write) => {
  expect(texts(await read(await write(), 'so-lieu.csv'))).toEqual(EXPECTED)
})

test.each([
  ['xlsx', 'xlsx'],
  ['xls', 'biff8'],
] as const)('%s: hidden sheets are not read, and named', async (_kind, type) => {
  const book = sheetJs.utils.book_new()
  for (const [index, name] of ['Số liệu', 'Nháp', 'Rất kín'].entries()) {
    sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([[name]]), name)
    book.Workbook = { Sheets: [...(book.Workbook?.Sheets ?? []), { Hidden: index as 0 | 1 | 2 }] }
  }
  const bytes = new Uint8Array(sheetJs.write(book, { type: 'array', bookType: type }))
  expect(await read(bytes)).toMatchObject([
    { sheet: null, rows: [{ line: 1 }] },
    { sheet: 'Nháp', rows: [], hidden: true },
    { sheet: 'Rất kín', rows: [], hidden: true },
  ])
})

test('files of Excel 97-2003 are read one after the other by one thread, and after one that is none', async () => {
  const start = vi.spyOn(xlsThread, 'start')
  const bytes = written(TABLE, 'biff8')
  const compound = Uint8Array.from([
    ...bytes.subarray(0, 512),
    ...strToU8('W\0o\0r\0k\0b\0o\0o\0k\0\0\0'),
  ])
  const broken = read(compound).catch(() => undefined)
  const [first, , last] = await Promise.all([read(bytes), broken, read(bytes)])
  expect([texts(first), texts(last)]).toEqual([EXPECTED, EXPECTED])
  expect(start.mock.calls.length).toBeLessThanOrEqual(1)
})

const PAGE = `<html><head><style>td { color: red }</style></head><body>
<table><tr><td>lề</td><td><table>
<tr><th rowspan=2>Mã&nbsp;hồ sơ<th colspan="2">Ngày</tr>
<tr><th>Tiếp nhận<th>Hẹn<br>trả</tr>
<tr><td>A-1</td><td>01/02/2022</td><td>&lt;chưa có&gt;</td></tr></table></td></tr></table>`

test('a web page that is called xls: each of its tables, heads over several columns, entities', async () => {
  const [outer, inner] = await read(strToU8(PAGE), 'ho-so.xls')
  expect(outer?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['lề']])
  expect(inner?.rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)])).toEqual([
    [1, 'Mã hồ sơ', 'Ngày', ''],
    [2, '', 'Tiếp nhận', 'Hẹn\ntrả'],
    [3, 'A-1', '01/02/2022', '<chưa có>'],
  ])
  expect(inner?.rows[1]?.cells[0]?.covered).toBe(true)
})

/** `Mã hồ sơ;Số` in windows-1258: base letters with the marks of tones behind them. */
const IN_1258 = Uint8Array.from(Buffer.from('Ma\xde h\xf4\xcc s\xf5;S\xf4\xec', 'latin1'))

test.each([
  ['UTF-8', strToU8('Mã hồ sơ;Số')],
  ['UTF-8 with a mark', strToU8('\uFEFFMã hồ sơ;Số')],
  ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFMã hồ sơ;Số\nA;1', 'utf16le'))],
  ['UTF-16 without a mark', Uint8Array.from(Buffer.from('Mã hồ sơ;Số\nA-1;1', 'utf16le'))],
  ['windows-1258', IN_1258],
])('text in %s', async (_charset, bytes) => {
  const [grid] = await read(bytes)
  expect(grid?.rows[0]?.cells.map(({ text }) => text)).toEqual(['Mã hồ sơ', 'Số'])
})

test.each([',', ';', '\t', '|'])('text separated by %j', async (separator) => {
  const [grid] = await read(
    strToU8([`a${separator}"b, c;|"`, ...Array(5).fill(`1${separator}2`)].join('\r\n')),
  )
  expect(grid?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['a', 'b, c;|'],
    ...Array(5).fill(['1', '2']),
  ])
})

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const compound = (part: string) =>
  Uint8Array.from([...COMPOUND, ...Buffer.from(`${part}\0`, 'utf16le')])

test.each([
  ['a PDF', strToU8('%PDF-1.7'), 'is a PDF'],
  ['a locked workbook', compound('EncryptedPackage'), 'locked with a password'],
  ['a document of Word 97', compound('WordDocument'), 'a .doc or .rtf document'],
  ['RTF', strToU8('{\\rtf1 a}'), 'a .doc or .rtf document'],
  ['JSON', strToU8('{"a":1}'), 'is JSON'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'no spreadsheet'],
  ['an old Vietnamese font', Uint8Array.from([0x53, 0xea, 0x20, 0xb7, 0xb8]), 'no spreadsheet'],
  ['half a workbook', strToU8('PK\u0003\u0004…'), 'cannot be read as a spreadsheet'],
  ['half an xls', compound('Workbook'), 'cannot be read as a spreadsheet'],
  ['a zip of something', zipSync({ a: strToU8('b') }), 'no spreadsheet'],
])('%s is refused in words', async (_what, bytes, words) => {
  await expect(read(bytes)).rejects.toMatchObject({
    code: 'usage_invalid',
    message: expect.stringContaining(words),
  })
})

const CONTENT = (table: string) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
<office:automatic-styles><style:style style:name="ta2" style:family="table">
<style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`

const ods = (table: string) =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(CONTENT(table)),
  })

test('ods: repeated, merged and noted cells, what is hidden, and the empty rest of a sheet', async () => {
  const grids = await read(
    ods(`<table:table table:name="ẩn" table:style-name="ta2"><table:table-row><table:table-cell>
<text:p>ẩn</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="Biểu"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-columns-spanned="2"><office:annotation><text:p>ghi chú</text:p></office:annotation>
<text:p>Số <text:span>hồ</text:span><text:s/>sơ</text:p></table:table-cell><table:covered-table-cell/>
<table:table-cell office:value-type="percentage" office:value="0.9973"><text:p>99,73%</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="5"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`),
  )
  expect(grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
    [null, undefined],
    ['ẩn', true],
  ])
  expect(texts(grids)).toEqual([
    [3, 'Số hồ sơ', '', '99,73%'],
    [4, '5', '5', '5'],
    [5, '5', '5', '5'],
  ])
})

test.each([
  ['ods', ods(repeatedCells())],
  ['a web page', strToU8(`<table>${'<tr><td>1<td>2<td>3</tr>'.repeat(700)}</table>`)],
  ['xls', written(Array(1000).fill([1, 2, 3]), 'biff8')],
])('%s: no more cells than asked for', async (_kind, bytes) => {
  await expect(readGrids({ name: 'tep', bytes }, { mostCells: 2000 })).rejects.toMatchObject({
    message: expect.stringContaining('at most 2.000 filled cells are read'),
  })
})

function repeatedCells(): string {
  const cell =
    '<table:table-cell table:number-columns-repeated="2000" office:value-type="float" office:value="1"/>'
  const row = `<table:table-row table:number-rows-repeated="2000">${cell}</table:table-row>`
  return `<table:table table:name="a">${row}</table:table>`
}
