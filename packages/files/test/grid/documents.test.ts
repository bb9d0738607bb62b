import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readReportFile } from '../../src/check/index.ts'
import { cellAddress, type Grid, readGrids } from '../../src/grid/index.ts'
import { docx, odt, p, plainTable, tbl, tc, tr } from './documents.ts'

const read = (bytes: Uint8Array) => readGrids({ name: 'báo cáo.docx', bytes })
const told = (grids: readonly Grid[]) =>
  grids.map(({ sheet, text, rows }) => ({
    sheet,
    text,
    rows: rows.map(({ line, cells }) => [
      line,
      ...cells.map(({ text: words, covered }) => (covered ? '«' : words)),
    ]),
  }))

const LETTERHEAD = plainTable([['UBND TỈNH LÂM ĐỒNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']])

test('docx: merged and nested cells, several tables, the text around them; letterheads are text', async () => {
  const grids = await read(
    docx(
      LETTERHEAD,
      p('Kết quả quý I'),
      tbl(
        tr(tc(p('STT'), '<w:vMerge w:val="restart"/>'), tc(p('Số'), '<w:gridSpan w:val="2"/>')),
        tr(tc('', '<w:vMerge/>'), tc(p('nhận')), tc(p('trả'))),
        tr(tc(p('1')), tc(p('12.345') + p('(lũy kế)')), tc(plainTable([['trong ô', '7']]) + p(''))),
      ),
      p('Phần II'),
      plainTable([['a', 'b']]),
      p('./.'),
    ),
  )
  expect(told(grids)).toEqual([
    {
      sheet: 'bảng 1',
      text: ['UBND TỈNH LÂM ĐỒNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Kết quả quý I'],
      rows: [
        [1, 'STT', 'Số', '«'],
        [2, '«', 'nhận', 'trả'],
        [3, '1', '12.345\n(lũy kế)'],
      ],
    },
    { sheet: 'bảng 2', text: [], rows: [[1, 'trong ô', '7']] },
    { sheet: 'bảng 3', text: ['Phần II'], rows: [[1, 'a', 'b']] },
    { sheet: null, text: ['./.'], rows: [] },
  ])
})

test('docx: words in several runs, what is deleted, hidden or drawn, columns left out before a row', async () => {
  const runs =
    '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>1</w:t></w:r><w:del><w:r><w:delText>9</w:delText><w:t>9</w:t></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>3</w:t></w:r><w:r><w:drawing><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:drawing></w:r><w:r><w:t>4</w:t></w:r></w:p>'
  const before = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
  const [grid] = told(
    await read(docx(tbl(tr(tc(runs), tc(p('x'))), `${before}${tc(p('y'))}</w:tr>`))),
  )
  expect(grid?.rows).toEqual([
    [1, '124', 'x'],
    [2, '', 'y'],
  ])
})

test('odt: merged and nested cells, the text around them, notes left out', async () => {
  const cell = (words: string, more = '') =>
    `<table:table-cell${more}><text:p>${words}</text:p></table:table-cell>`
  const covered = '<table:covered-table-cell/>'
  const row = (...cells: readonly string[]) =>
    `<table:table-row>${cells.join('')}</table:table-row>`
  const inner = `<table:table-cell><table:table>${row(cell('trong ô'))}</table:table></table:table-cell>`
  const grids = await read(
    odt(
      '<text:h>Kết <text:span>quả</text:span><text:note><text:p>chú</text:p></text:note></text:h>',
      '<table:table><table:table-header-rows>',
      row(
        cell('STT', ' table:number-rows-spanned="2"'),
        cell('Số', ' table:number-columns-spanned="2"'),
        covered,
      ),
      '</table:table-header-rows>',
      row(covered, cell('nhận'), cell('trả')),
      row(cell('1'), cell('12<text:s text:c="2"/>345'), inner),
      '</table:table>',
    ),
  )
  expect(told(grids)).toEqual([
    {
      sheet: 'bảng 1',
      text: ['Kết quả'],
      rows: [
        [1, 'STT', 'Số', '«'],
        [2, '«', 'nhận', 'trả'],
        [3, '1', '12  345'],
      ],
    },
    { sheet: 'bảng 2', text: [], rows: [[1, 'trong ô']] },
  ])
})

test('a cell of a text document is addressed as people count', () => {
  expect(cellAddress({ sheet: 'bảng 2', line: 5, column: 2 })).toBe('bảng 2, dòng 5, cột 3')
  expect(cellAddress({ sheet: 'Biểu 1', line: 12, column: 3 })).toBe('Biểu 1!D12')
})

test('the list of a docx is a report with its head: number, day, agency below its superior, period', async () => {
  const bytes = docx(
    plainTable([
      ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỈNH LÂM ĐỒNG', ''],
      ['SỞ NỘI VỤ', 'Lâm Đồng, ngày 14 tháng 3 năm 2025'],
    ]),
    p('Số: 12/BC-SNV'),
    p('BÁO CÁO'),
    p('(Từ ngày 15/12/2024 đến ngày 14/3/2025)'),
    plainTable([
      ['STT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
      ['1', 'Số văn bản', 'Văn bản', '1.205'],
    ]),
  )
  const { head, rows } = await readReportFile({ name: 'a.docx', bytes })
  expect(head).toMatchObject({
    agency: 'SỞ NỘI VỤ',
    reportNumber: '12/BC-SNV',
    issuedOn: '2025-03-14',
    period: { from: '2024-12-15', to: '2025-03-14' },
  })
  expect(rows).toMatchObject([
    { code: '1', label: 'Số văn bản', value: '1.205', address: 'bảng 1, dòng 2, cột 4' },
  ])
})

const nested = (levels: number): string => (levels === 0 ? p('x') : tbl(tr(tc(nested(levels - 1)))))

test.each([
  ['damaged parts', docx('<w:p>'), 'cannot be read as a text document'],
  ['tables within tables without end', docx(nested(30)), 'cannot be read as a text document'],
  ['a document type', doctype(), 'cannot be read as a text document'],
  ['tables beyond number', docx(tbl().repeat(2001)), 'at most 2000 tables are read'],
  ['cells beyond number', docx(p('x').repeat(500_001)), 'at most 500.000 filled cells'],
])('%s: refused in words', async (_name, bytes, words) => {
  await expect(read(bytes)).rejects.toMatchObject({
    code: 'usage_invalid',
    message: expect.stringContaining(words),
  })
})

function doctype(): Uint8Array {
  const xml = '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"/>'
  return zipSync({ 'word/document.xml': strToU8(xml) })
}

test('docx: the mark of a note behind a figure is no digit of it, the text of a box is read once', async () => {
  const run = (words: string, raised = false) =>
    `<w:r>${raised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t>${words}</w:t></w:r>`
  const box = `<w:txbxContent>${p('trong hộp')}${plainTable([['x']])}</w:txbxContent>`
  const drawn = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const cells = [
    `<w:p>${run('1.500')}${run('1', true)}</w:p>`,
    `<w:p>${run('m')}${run('2', true)}</w:p>`,
  ]
  const grids = await read(
    docx(
      `<w:p>${run('trước')}${drawn}${run(' sau')}</w:p>`,
      tbl(tr(...cells.map((one) => tc(one)))),
    ),
  )
  expect(told(grids)).toEqual([
    { sheet: 'bảng 1', text: ['trong hộp', 'trước sau'], rows: [[1, '1.500', 'm2']] },
  ])
})
