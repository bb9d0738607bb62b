import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openForm } from '../../src/fill/index.ts'
import { readGrids } from '../../src/grid/index.ts'
import { docx, p, plainTable, tbl, tc, tr } from '../grid/documents.ts'

const LETTERHEAD = plainTable([['UBND TỈNH THỬ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']])
const BOLD = '<w:rPr><w:b/></w:rPr>'
const EMPTY = `<w:p w:rsidR="1"><w:pPr><w:jc w:val="right"/>${BOLD}</w:pPr></w:p>`

const FORM = docx(
  LETTERHEAD,
  p('Biểu số 1'),
  tbl(
    tr(tc(p('STT')), tc(p('Chỉ tiêu'), '<w:gridSpan w:val="2"/>'), tc(p('Số liệu'))),
    tr(tc(p('1'), '<w:vMerge w:val="restart"/>'), tc(p('Số nhận')), tc(p('hồ sơ')), tc(EMPTY)),
    tr(tc('', '<w:vMerge/>'), tc(p('Số trả')), tc(p('hồ sơ')), tc(p('……') + p('...'))),
    tr(tc(p('2')), tc(p('Tỷ lệ')), tc(p('%')), tc('')),
    tr(tc(p('3')), tc(p('Đã ghi')), tc(p('hồ sơ')), tc(p('7'))),
  ),
  plainTable([['x', '']]),
)
const received = { name: 'biểu.docx', bytes: FORM }
const at = (line: number) => `bảng 1, dòng ${line}, cột 4`
const value = (address: string, text: string) => ({ address, value: text, text })

/** The texts of the tables, by rows. */
async function rowsOf(bytes: Uint8Array) {
  const grids = await readGrids({ name: 'biểu.docx', bytes })
  return grids.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))
}

const bodyOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())

test('cells of a document are told apart; dots are nothing yet', async () => {
  const form = await openForm(received)
  const states = [2, 3, 4, 5].map((line) => form.cell(at(line)).state)
  expect(states).toEqual(['empty', 'empty', 'empty', 'held'])
  expect(form.cell('bảng 1, dòng 3, cột 1').state).toBe('covered')
  expect(form.cell('bảng 2, dòng 1, cột 2').state).toBe('empty')
})

test('empty cells get words in the letters of their paragraph, and nothing else is another', async () => {
  const form = await openForm(received)
  const { bytes } = await form.fill([
    value(at(2), '1.909'),
    value(at(3), 'a < b'),
    value(at(4), '98%'),
    value('bảng 2, dòng 1, cột 2', '5'),
  ])
  const before = await rowsOf(FORM)
  const meant = structuredClone(before)
  for (const [line, words] of [
    [1, '1.909'],
    [2, 'a < b'],
    [3, '98%'],
  ] as const) {
    meant[0]?.[line]?.splice(3, 1, words)
  }
  meant[1] = [['x', '5']]
  expect(await rowsOf(bytes)).toEqual(meant)
  expect(bodyOf(bytes)).toContain(
    `${EMPTY.replace('</w:p>', '')}<w:r>${BOLD}<w:t xml:space="preserve">1.909</w:t></w:r></w:p>`,
  )
  const blanked = bodyOf(bytes)
    .replaceAll(
      /<w:r>(<w:rPr><w:b\/><\/w:rPr>)?<w:t xml:space="preserve">(1.909|98%|5)<\/w:t><\/w:r>/g,
      '',
    )
    .replace('a &lt; b', '……')
  expect(blanked.replaceAll('<w:p></w:p>', '<w:p/>')).toBe(
    bodyOf(FORM).replace('>...<', '><').replaceAll('<w:p></w:p>', '<w:p/>'),
  )
})

test('a document that would not be read back as it was meant is refused', async () => {
  const form = await openForm(received)
  await expect(form.fill([value('bảng 9, dòng 1, cột 1', '1')])).rejects.toThrow('bảng 9')
  const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>'
  const odd = await openForm({ name: 'lạ.docx', bytes: docx(tbl(tr(tc(p('a')), tc(hidden)))) })
  await expect(odd.fill([value('bảng 1, dòng 1, cột 2', '1')])).rejects.toThrow(
    'not as it was meant',
  )
})
