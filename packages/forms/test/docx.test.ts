import { type FilledReport, parsePeriod } from '@cchc/domain'
import { noon, scriptedStore, smallProvince } from '@cchc/figures/testing'
import { readReportFile } from '@cchc/files/check'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillTemplate, renderReport } from '../src/index.ts'

const store = scriptedStore(smallProvince)

function fill(template: string, unit: string): Promise<FilledReport> {
  return fillTemplate(store, {
    template,
    organisation: unit,
    period: parsePeriod('2022'),
    now: noon('2022-12-20'),
    anyway: true,
  })
}

async function open(report: FilledReport): Promise<Record<string, string>> {
  const parts = unzipSync(await renderReport(report, 'docx'))
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
}

/** The texts of the paragraphs, in order; a leader of dots counts as one. */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([, text]) => text ?? '…')
      .join(''),
  )
}

function inOrder(found: readonly string[], wanted: readonly string[]): void {
  let from = 0
  for (const text of wanted) {
    const at = found.indexOf(text, from)
    expect(at, `"${text}" after place ${from}`).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
}

describe('a report of a province', () => {
  let report: FilledReport
  let files: Record<string, string>
  let xml: string
  beforeAll(async () => {
    report = await fill('bnv-581-province', 'H16')
    files = await open(report)
    xml = files['word/document.xml'] ?? ''
  })

  it('has the parts of a report in their order, with blanks where people must write', () => {
    inOrder(paragraphs(xml), [
      'ỦY BAN NHÂN DÂN',
      'TỈNH ĐẮK NÔNG',
      'Số: ……/BC-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Đắk Nông, ngày …… tháng …… năm ……',
      'BÁO CÁO',
      'Kết quả công tác cải cách hành chính năm 2022',
      'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH',
      '1. Về ban hành văn bản chỉ đạo và thực hiện kế hoạch',
      'II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH',
      '1. Cải cách thể chế',
      '2. Cải cách thủ tục hành chính',
      'a) Thống kê thủ tục hành chính',
      'b) Kết quả giải quyết hồ sơ',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
      '…',
      'Số liệu chi tiết tại Phụ lục kèm theo Báo cáo này.',
      'Trên đây là báo cáo của UBND tỉnh Đắk Nông./.',
      'Nơi nhận:',
      '- Bộ Nội vụ;',
      '- Lưu: VT, …….',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Phụ lục',
      '(Kèm theo Báo cáo số ……/BC-UBND ngày …… tháng …… năm …… của UBND tỉnh Đắk Nông)',
      'Biểu 1. Công tác chỉ đạo điều hành CCHC',
      'Biểu 7. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số',
    ])
  })

  it('stands on A4 upright, its appendix lies; both in Times New Roman 14', () => {
    const sizes = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes = '']) => attributes)
    expect(sizes).toHaveLength(2)
    expect(sizes[0]).toContain('w:w="11906" w:h="16838"')
    expect(sizes[1]).toContain('w:w="16838" w:h="11906"')
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/)
    expect(files['word/styles.xml']).toContain('w:ascii="Times New Roman"')
    expect(files['word/styles.xml']).toContain('<w:sz w:val="28"/>')
  })

  it('numbers its pages in the top margin, but not the first', () => {
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1)
    const headers = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name))
    const numbered = headers.filter((name) => files[name]?.includes('PAGE'))
    expect(headers.length - numbered.length).toBe(1)
    for (const name of numbered) expect(files[name]).toContain('<w:jc w:val="center"/>')
  })

  it('repeats the head of each of the seven tables and tears no row apart', () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(7)
    const rows = report.rows.filter(({ rowType }) => rowType !== 'group').length
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows + 7 + 2)
  })

  it('is NFC, says nothing of what is not there, and is the same each time', async () => {
    for (const text of Object.values(files)) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }
    const bytes = await renderReport(report, 'docx')
    expect(await renderReport(report, 'docx')).toEqual(bytes)
    const firstOf1980 = [0x00, 0x00, 0x21, 0x00]
    expect([...bytes.slice(10, 14)]).toEqual(firstOf1980)
    expect(files['docProps/core.xml']).toContain('2022-12-20T05:00:00Z')
  })
})

describe('a report of a department', () => {
  it('stands under its province and leaves the symbol to its people', async () => {
    const files = await open(await fill('bnv-581-department', 'H16.05'))
    inOrder(paragraphs(files['word/document.xml'] ?? ''), [
      'ỦY BAN NHÂN DÂN',
      'TỈNH ĐẮK NÔNG',
      'SỞ TƯ PHÁP',
      'Số: ……/BC-……',
      'Đắk Nông, ngày …… tháng …… năm ……',
      '- Sở Nội vụ;',
      'GIÁM ĐỐC',
      'Phụ lục',
      'Theo mẫu Phụ lục II',
    ])
  })
})

describe('Form 07a/BTP', () => {
  it('has its table on a lying page of A3, on which every column has room', async () => {
    const report = await fill('07a-btp', 'H16')
    const xml = (await open(report))['word/document.xml'] ?? ''
    expect(xml).toMatch(/<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/)
    const widths = [...xml.matchAll(/<w:gridCol w:w="(-?\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.filter((width) => width >= 600).length).toBeGreaterThanOrEqual(29)
    expect(Math.min(...widths)).toBeGreaterThan(0)
  })
})

describe('Form II.06a', () => {
  it('is a table of thirteen columns with grouped heads, and says its total in words', async () => {
    const report = await fill('tt01-06a', 'H16')
    const xml = (await open(report))['word/document.xml'] ?? ''
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(4)
    expect(xml).toContain('<w:gridSpan w:val="4"/>')
    const texts = paragraphs(xml)
    const total = report.rows.at(-1)?.cells.resolvedTotal
    if (total?.state !== 'number') throw new Error('this province resolves dossiers')
    expect(texts.find((text) => text.startsWith('Đã giải quyết'))).toContain(
      `Đã giải quyết ${total.value} hồ sơ; trong đó trước hạn `,
    )
    expect(texts.filter((text) => text === '(13)')).toHaveLength(1)
  })
})

it('is read back as the rows and the head that were written', async () => {
  const report = await fill('bnv-581-province', 'H16')
  const file = { name: 'a.docx', bytes: await renderReport(report, 'docx') }
  const { head, rows } = await readReportFile(file)
  expect(head).toMatchObject({ agency: 'ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG', reportNumber: '/BC-UBND' })
  const written = report.rows.filter(({ rowType }) => rowType === 'indicator')
  expect(rows.map(({ label }) => label)).toEqual(
    expect.arrayContaining(written.map((one) => one.label)),
  )
})

it.each(['docx', 'xlsx'] as const)(
  'the row that numbers the columns is no row of a form that is read back from %s',
  async (format) => {
    const report = await fill('tt01-06a', 'H16')
    const bytes = await renderReport(report, format)
    const read = JSON.stringify(await readReportFile({ name: `a.${format}`, bytes }))
    expect(read).toContain(JSON.stringify(report.rows[1]?.label))
    expect(read).not.toContain('"(2)"')
  },
)

it('breaks no kind of answer over lines', async () => {
  const files = await open(await fill('bnv-581-department', 'H16.05'))
  const texts = paragraphs(files['word/document.xml'] ?? '')
  expect(texts).toContain(
    'Trực\u00a0tuyến\u00a0=\u00a00 Phát\u00a0phiếu\u00a0=\u00a01 Kết\u00a0hợp\u00a0=\u00a02',
  )
})
