import type { FileComment } from '@cchc/audit'
import excel from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { annotated as annotatedAt } from '../../src/annotate/index.ts'
import type { GivenFile } from '../../src/grid/read-grids.ts'
import { receivedForm } from '../fill/form-workbook.ts'

const annotated = (file: GivenFile, comments: readonly FileComment[]) =>
  annotatedAt(file, { comments, at: Date.UTC(2026, 0, 2, 18, 30) })

const received = { name: 'bieu.xlsx', bytes: await receivedForm() }

async function opened(bytes: Uint8Array) {
  const book = new excel.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}

/** What another program reads as the comments of a sheet, by their cells. */
async function commentsIn(bytes: Uint8Array, sheet = 'Biểu 1') {
  const found: Record<string, string> = {}
  const book = await opened(bytes)
  book.getWorksheet(sheet)?.eachRow({ includeEmpty: true }, (row) =>
    row.eachCell({ includeEmpty: true }, ({ address, note }) => {
      if (note === undefined) return
      const texts = typeof note === 'string' ? [{ text: note }] : (note.texts ?? [])
      found[address] = texts.map(({ text }) => text).join('')
    }),
  )
  return found
}

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const),
  )

test('comments stand at their cells, several of a cell below each other; what is of no cell at the first one', async () => {
  const { kind, bytes, hadMacros } = await annotated(received, [
    { cell: 'Biểu 1!D6', text: 'Lỗi: a < b & "c"' },
    { cell: 'Biểu 1!D6', text: 'Cần xem lại: d' },
    { cell: 'Biểu 1!D6', text: 'Cần xem lại: d' },
    { cell: 'Biểu 1!C4', text: 'của ô gộp' },
    { cell: 'Hướng dẫn!B2', text: 'trang khác' },
    { cell: 'đầu báo cáo', text: 'cả tệp' },
    { quote: 'sở,  ngành đã\nkiểm tra', text: 'lời văn' },
  ])
  expect({ kind, hadMacros }).toEqual({ kind: 'xlsx', hadMacros: false })
  expect(await commentsIn(bytes)).toEqual({
    A1: 'cả tệp',
    A4: 'của ô gộp',
    B9: 'lời văn',
    D6: 'Lỗi: a < b & "c"\n\nCần xem lại: d',
  })
  expect(await commentsIn(bytes, 'Hướng dẫn')).toEqual({ B2: 'trang khác' })
  const parts = partsOf(bytes)
  expect(parts['xl/comments1.xml']).toContain('<author>CCHC Hub</author>')
  expect(parts['xl/drawings/vmlDrawing1.vml']).toMatch(/<x:Row>5<\/x:Row><x:Column>3<\/x:Column>/)
  expect(parts['[Content_Types].xml']).toMatch(
    /Extension="vml"[\s\S]*PartName="\/xl\/comments2.xml"/,
  )
})

test('of the other parts nothing is another, and the drawing stands in its place in the sheet', async () => {
  const { bytes } = await annotated(received, [{ cell: 'Biểu 1!D6', text: 'x' }])
  const [before, after] = [partsOf(received.bytes), partsOf(bytes)]
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  expect(changed.toSorted()).toEqual([
    '[Content_Types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet1.xml',
  ])
  const sheet = after['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet.replace(/<legacyDrawing [^>]*\/>/, '')).toBe(before['xl/worksheets/sheet1.xml'])
  expect(sheet).toMatch(
    /<pageMargins [^>]*\/>(<pageSetup [^>]*\/>)?<legacyDrawing [^>]*\/><\/worksheet>/,
  )
})

test('comments that a sheet has stay, and a second time nothing is said again', async () => {
  const book = await opened(received.bytes)
  const sheet = book.getWorksheet('Biểu 1')
  if (sheet) {
    sheet.getCell('D6').note = 'của đơn vị'
    sheet.getCell('D7').note = { texts: [{ text: 'chữ ' }, { font: { bold: true }, text: 'đậm' }] }
  }
  const own = new Uint8Array(await book.xlsx.writeBuffer())
  const comments = [
    { cell: 'Biểu 1!D6', text: 'Lỗi: một' },
    { cell: 'Biểu 1!D8', text: 'Lỗi: hai' },
  ]
  const { bytes } = await annotated({ name: 'bieu.xlsx', bytes: own }, comments)
  const expected = {
    D6: 'của đơn vị\n\nCCHC Hub: Lỗi: một',
    D7: 'chữ đậm',
    D8: 'Lỗi: hai',
  }
  expect(await commentsIn(bytes)).toEqual(expected)
  const shapes = partsOf(bytes)['xl/drawings/vmlDrawing1.vml'] ?? ''
  const ids = [...shapes.matchAll(/<v:shape id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(3)
  const again = await annotated({ name: 'bieu.xlsx', bytes }, comments)
  expect(partsOf(again.bytes)).toEqual(partsOf(bytes))
})

test('a comment of a thread is left alone: what is said of its cell stands beside it', async () => {
  const { bytes } = await annotated(received, [{ cell: 'Biểu 1!D6', text: 'thread' }])
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['xl/comments1.xml'] ?? strToU8(''))
  parts['xl/comments1.xml'] = strToU8(xml.replace('CCHC Hub', 'tc={0A}'))
  const threaded = { name: 'bieu.xlsx', bytes: zipSync(parts) }
  const again = await annotated(threaded, [{ cell: 'Biểu 1!D6', text: 'Lỗi' }])
  expect(await commentsIn(again.bytes)).toEqual({ D6: 'thread', E6: 'Lỗi' })
})

test('a file that holds no comments is refused in a sentence', async () => {
  const csv = { name: 'bieu.csv', bytes: strToU8('Chỉ tiêu;Số liệu\nSố hồ sơ;1') }
  await expect(annotated(csv, [])).rejects.toMatchObject({
    code: 'usage_invalid',
    message: expect.stringContaining('no xlsx workbook and no docx document'),
  })
})
