import { expect, test } from 'vitest'
import { checkReport } from '../../src/check/index.ts'
import { docx, p, plainTable } from '../grid/documents.ts'

const LIST = 'TT;Chỉ tiêu;ĐVT;Số liệu;Ghi chú\n'
const WIDE =
  'STT;Đơn vị;Số hồ sơ nhận giải quyết;;;Số hồ sơ đã giải quyết;;Tỷ lệ đúng hạn (%)\n;;Tổng số;Trực tuyến;Trực tiếp;Tổng số;Đúng hạn;\n'

/** The cells of what each rule finds in a file. */
async function cellsIn(text: string) {
  const bytes = new TextEncoder().encode(text)
  return cellsOf({ name: 'a.csv', bytes })
}

async function cellsOf(file: { readonly name: string; readonly bytes: Uint8Array }) {
  const { findings } = await checkReport({ file })
  return Object.fromEntries(findings.map(({ rule, cells, quote }) => [rule, quote ?? cells]))
}

test.each([
  [
    'a sum: its total before its parts',
    `${LIST}1;Tổng số hồ sơ đã giải quyết;Hồ sơ;100;\n;Trước hạn;Hồ sơ;61;\n;Đúng hạn;Hồ sơ;40;\n`,
    { 'sum-of-parts': ['D2', 'D3', 'D4'] },
  ],
  [
    'a part before its whole',
    `${LIST}1;Kiểm tra CCHC;;;\n1.1;Số vấn đề phát hiện qua kiểm tra;Vấn đề;10;\n1.2;Số vấn đề đã xử lý xong;Vấn đề;14;\n`,
    { 'part-above-whole': ['D4', 'D3'] },
  ],
  [
    'a code',
    `${LIST}1;Chỉ đạo;;;\n1.1;Kế hoạch CCHC;;;\n1.1.1;Số nhiệm vụ đề ra;Nhiệm vụ;30;\n1.2;Kiểm tra CCHC;;;\n1.1.1;Số đơn vị được kiểm tra;Đơn vị;3;\n1.1.2;Số vấn đề phát hiện;Vấn đề;2;\n`,
    { 'code-out-of-place': ['A6', 'A7'] },
  ],
  [
    'a quotient in a note',
    `${LIST}1;Số phòng được kiểm tra;Phòng;3;3/4 phòng thuộc Sở, đạt 80%\n`,
    { 'percentage-in-text': ['E2'] },
  ],
  [
    'figures at fault in a table of many columns, that of the row of totals among them',
    `${WIDE}1;Sở Nội vụ;100;60;40;100;99;99\n2;Sở Y tế;20;10;10;20;20;100\n;Tổng số;119;70;50;120;129;99,17\n`,
    { 'column-sum': ['C5', 'G5'] },
  ],
  [
    'a share in a table of many columns',
    `${WIDE}1;Sở Nội vụ;100;60;40;100;99;98\n`,
    { 'column-share': ['H3'] },
  ],
  [
    'a sum down in a table of many columns',
    `${WIDE}1;Sở Nội vụ;;;;100;90;90\n2;Sở Y tế;;;;20;20;100\n;Tổng số;;;;129;;\n`,
    { 'row-sum': ['F5'] },
  ],
])('findings name their cells: %s', async (_, text, cells) => {
  expect(await cellsIn(text)).toMatchObject(cells)
})

test('findings in the text of a document quote it, and those in its tables name their cells', async () => {
  const bytes = docx(
    p('Đã kiểm tra 3/4 phòng thuộc Sở, đạt 80%.'),
    plainTable([
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'],
      ['1', 'Tỷ lệ hồ sơ đúng hạn', '%', '150%'],
    ]),
  )
  expect(await cellsOf({ name: 'a.docx', bytes })).toMatchObject({
    'percentage-in-sentence': expect.stringContaining('3/4 phòng thuộc Sở, đạt 80%'),
    'rate-above-hundred': ['bảng 1, dòng 2, cột 4'],
  })
})
