import type { FileComment } from '@cchc/audit'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { annotated as annotatedAt } from '../../src/annotate/index.ts'
import { readGrids } from '../../src/grid/index.ts'
import type { GivenFile } from '../../src/grid/read-grids.ts'
import { docx, p, plainTable, tbl, tc, tr } from '../grid/documents.ts'

const annotated = (file: GivenFile, comments: readonly FileComment[]) =>
  annotatedAt(file, { comments, at: Date.UTC(2026, 0, 2, 18, 30) })

const LETTERHEAD = plainTable([['UBND TỈNH THỬ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']])
const CHANGED =
  '<w:p><w:pPr><w:jc w:val="right"/><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>7</w:t></w:r></w:p>'
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

function received(...body: readonly string[]) {
  const parts = unzipSync(docx(...body))
  parts['[Content_Types].xml'] = strToU8(TYPES)
  return { name: 'biểu.docx', bytes: zipSync(parts, { level: 1 }) }
}

const FORM = received(
  LETTERHEAD,
  p('Đã giải quyết 12 hồ sơ, đạt 80%.'),
  tbl(
    tr(tc(p('STT')), tc(p('Chỉ tiêu'), '<w:gridSpan w:val="2"/>'), tc(p('Số liệu'))),
    tr(tc(p('1')), tc(p('Số nhận')), tc(p('hồ sơ')), tc(CHANGED)),
    tr(tc(p('2')), tc(p('Số trả')), tc(p('hồ sơ')), tc('<w:p/>')),
  ),
)

function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes))
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]))
}

/** Each comment with the words that it is about, as a reader of the format finds them. */
function commentsIn(bytes: Uint8Array) {
  const parts = partsOf(bytes)
  const [body = '', comments = ''] = [parts['word/document.xml'], parts['word/comments.xml']]
  const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text)
  return [...comments.matchAll(/<w:comment (.*?)>(.*?)<\/w:comment>/gs)].map(
    ([, own = '', text = '']) => {
      const id = /w:id="(\d+)"/.exec(own)?.[1]
      const range = new RegExp(
        `<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
      )
      return {
        author: /w:author="(.*?)"/.exec(own)?.[1],
        text: words(text),
        about: words(range.exec(body)?.[1] ?? 'none'),
      }
    },
  )
}

const COMMENTS = [
  { cell: 'bảng 1, dòng 2, cột 4', text: 'Lỗi: a < b\nCần ghi: 8' },
  { cell: 'bảng 1, dòng 2, cột 4', text: 'Lỗi: hai' },
  { cell: 'bảng 1, dòng 3, cột 4', text: 'Cần xem lại: trống' },
  { quote: '12 hồ sơ, đạt 80%', text: 'Lỗi: phép chia' },
  { text: 'Lỗi: cả tệp' },
]

test('comments stand at cells, at the words that they quote, and at the first paragraph', async () => {
  const { kind, bytes } = await annotated(FORM, COMMENTS)
  expect(kind).toBe('docx')
  expect(commentsIn(bytes).toReversed()).toEqual([
    { author: 'CCHC Hub', text: ['Lỗi: cả tệp'], about: ['UBND TỈNH THỬ'] },
    { author: 'CCHC Hub', text: ['Lỗi: phép chia'], about: ['Đã giải quyết 12 hồ sơ, đạt 80%.'] },
    { author: 'CCHC Hub', text: ['Lỗi: a &lt; b', 'Cần ghi: 8', '', 'Lỗi: hai'], about: ['7'] },
    { author: 'CCHC Hub', text: ['Cần xem lại: trống'], about: [] },
  ])
  const parts = partsOf(bytes)
  expect(parts['[Content_Types].xml']).toContain('PartName="/word/comments.xml"')
  expect(parts['word/_rels/document.xml.rels']).toMatch(
    /relationships\/comments" Target="comments.xml"/,
  )
})

test('without its comments the document is what it was', async () => {
  const { bytes } = await annotated(FORM, COMMENTS)
  const body = partsOf(bytes)['word/document.xml'] ?? ''
  const plain = body
    .replace(/<w:r><w:commentReference [^>]*\/><\/w:r>|<w:commentRange[^>]*\/>/g, '')
    .replace('<w:p></w:p>', '<w:p/>')
  expect(plain).toBe(partsOf(FORM.bytes)['word/document.xml'])
  expect(await readGrids({ name: 'a.docx', bytes })).toEqual(await readGrids(FORM))
})

test('comments that the document has stay, and a second time nothing is said again', async () => {
  const own = unzipSync(FORM.bytes)
  const put = (name: string, xml: string) => {
    own[name] = strToU8(xml)
  }
  const comment =
    '<w:comment w:id="5" w:author="Chị Hà" w:date="2026-01-01T00:00:00Z"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>'
  put('word/comments.xml', `<w:comments xmlns:w="w">${comment}</w:comments>`)
  put(
    'word/_rels/document.xml.rels',
    '<Relationships xmlns="r"><Relationship Id="rId1" Type="http://x/relationships/comments" Target="/word/comments.xml"/></Relationships>',
  )
  const marked =
    '<w:commentRangeStart w:id="5"/><w:r><w:t>7</w:t></w:r><w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
  const body = strFromU8(own['word/document.xml'] ?? strToU8(''))
  put('word/document.xml', body.replace('<w:r><w:t>7</w:t></w:r>', marked))
  const commented = { name: 'biểu.docx', bytes: zipSync(own) }

  const { bytes } = await annotated(commented, COMMENTS)
  const parts = partsOf(bytes)
  expect(parts['word/comments.xml']).toContain(comment)
  expect(parts['word/document.xml']).toContain(
    `</w:pPrChange></w:pPr><w:commentRangeStart w:id="7"/>${marked}<w:commentRangeEnd w:id="7"/>`,
  )
  expect(parts['word/_rels/document.xml.rels']).toBe(
    partsOf(commented.bytes)['word/_rels/document.xml.rels'],
  )
  expect(commentsIn(bytes)).toHaveLength(5)
  expect(parts['word/comments.xml']).toContain('w:date="2026-01-03T01:30:00Z"')
  const again = await annotated({ name: 'biểu.docx', bytes }, COMMENTS)
  expect(partsOf(again.bytes)).toEqual(parts)
})
