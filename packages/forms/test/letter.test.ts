import { type FilledReport, parsePeriod, type ReportLetter } from '@cchc/domain'
import { noon, scriptedStore, smallProvince } from '@cchc/figures/testing'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fillTemplate, listTemplates, renderReport } from '../src/index.ts'

const store = scriptedStore(smallProvince)
const OWN: ReportLetter = {
  symbol: 'BC-STP',
  place: 'Gia Nghĩa',
  offices: ['KT. Giám đốc', 'Phó Giám đốc'],
  signer: 'Họ Và Tên',
  recipients: ['UBND tỉnh', 'Sở Nội vụ'],
  archive: 'VT, KSTT',
  instructions: [
    {
      type: 'Công văn',
      number: '77/UBND-KSTT',
      date: '2022-03-05',
      issuer: 'Ủy ban nhân dân tỉnh',
      subject: 'V/v báo cáo định kỳ',
    },
  ],
}

function fill(template: string, letter?: ReportLetter, organisation = 'H16.05') {
  return fillTemplate(store, {
    ...{ template, organisation, period: parsePeriod('2022'), anyway: true },
    now: noon('2022-12-20'),
    ...(letter && { letter }),
  })
}

async function lines(report: FilledReport): Promise<string[]> {
  const parts = unzipSync(await renderReport(report, 'docx'))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )
}

describe('the words of a letter', () => {
  it('are its own where they are configured, in the letter and in the line of its appendix', async () => {
    const found = await lines(await fill('snv-188-department', OWN))
    for (const line of [
      'Số: ……/BC-STP',
      'Gia Nghĩa, ngày …… tháng …… năm ……',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Họ Và Tên',
      '- UBND tỉnh;',
      '- Sở Nội vụ;',
      '- Lưu: VT, KSTT.',
      '(Kèm theo Báo cáo số ……/BC-STP ngày …… tháng …… năm …… của Sở Tư pháp)',
    ]) {
      expect(found).toContain(line)
    }
    expect(found.join('\n')).toContain(
      'Thực hiện Công văn số 77/UBND-KSTT ngày 05 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh về việc báo cáo định kỳ, Sở Tư pháp báo cáo',
    )
  })

  it("never name another province's document: a blank stands in its place", async () => {
    const report = await fill('snv-188-department')
    expect(report.legalBasis).toEqual([])
    const text = (await lines(report)).join('\n')
    expect(text).not.toMatch(/188\/SNV|Huế/)
    expect(text).toContain(
      'Thực hiện …… số …… ngày …… tháng …… năm …… của …… về ……, Sở Tư pháp báo cáo',
    )
  })

  it('cite date, issuer and subject of what the form rests on', async () => {
    expect((await lines(await fill('tt01-06a'))).join('\n')).toContain(
      'Thông tư số 01/2020/TT-VPCP ngày 21 tháng 10 năm 2020 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định chế độ báo cáo định kỳ',
    )
    expect((await lines(await fill('07a-btp'))).join('\n')).not.toContain('Biểu mẫu số')
  })
})

describe('what only technicians read', () => {
  it('stands in no official page', async () => {
    expect((await lines(await fill('tt01-06a', OWN))).join('\n')).not.toMatch(
      /Quy tắc đếm|đồng bộ xong lúc|Lập theo dữ liệu/,
    )
  })

  it('is a second appendix on request, which the letter names', async () => {
    const found = await lines(await fill('tt01-06a', { ...OWN, sourcesAnnex: true }))
    expect(found).toContain(
      'Số liệu chi tiết tại Phụ lục I; nguồn số liệu tại Phụ lục II kèm theo Báo cáo này.',
    )
    expect(found.filter((line) => /^Phụ lục/.test(line))).toEqual(['Phụ lục I', 'Phụ lục II'])
    expect(found.join('\n')).toContain('Quy tắc đếm: Biểu II.06')
  })
})

it('the last section goes on the page of the signature: no signature stands alone', async () => {
  const parts = unzipSync(await renderReport(await fill('tt01-06a', OWN), 'docx'))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const body = [...xml.slice(0, xml.indexOf('Nơi nhận:')).matchAll(/<w:p[ >].*?<\/w:p>/gs)]
  const ending = body.map(([one]) => one).slice(body.findIndex(([one]) => one.includes('ĐỀ XUẤT')))
  const kept = ending.filter((one) => one.includes('<w:keepNext/>'))
  expect(kept.map((one) => one.replace(/<[^>]*>/g, ''))).toEqual([
    'IV. KIẾN NGHỊ, ĐỀ XUẤT',
    '',
    'Số liệu chi tiết tại Phụ lục kèm theo Báo cáo này.',
    'Trên đây là báo cáo của Sở Tư pháp./.',
  ])
})

it('in a table a heading stays with its first row, and the last rows with the notes below', async () => {
  const report = await fill('07a-btp', OWN, 'H16')
  const parts = unzipSync(await renderReport(report, 'docx'))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr [^>]*>.*?<\/w:tr>/gs)].map(([row]) => row)
  const body = rows.slice(-report.rows.length)
  const kept = body.map((row) => row.includes('<w:keepNext/>'))
  const last = report.rows.length - 2
  expect(kept).toEqual(
    report.rows.map(({ rowType }, at) => ['group', 'heading'].includes(rowType) || at >= last),
  )
})

describe('two levels of government', () => {
  const sentence = async (period: string) => {
    const report = await fillTemplate(store, {
      ...{ template: 'tt01-07b', organisation: 'H16', anyway: true },
      ...{ period: parsePeriod(period), now: noon('2026-12-20') },
    })
    return report.narrative?.[0]?.paragraphs[0]
  }

  it('have no sentence of districts from 01/7/2025 on', async () => {
    expect(await sentence('2025-Q2')).toContain('cấp huyện')
    expect(await sentence('2026-Q2')).toMatch(/thủ tục cấp tỉnh và .* thủ tục cấp xã\.$/)
    expect(await sentence('2026-Q2')).not.toContain('huyện')
  })
})

describe('forms as data', () => {
  it('keep what the original prints beside what is mended, and round all rates alike', () => {
    const rows = listTemplates().flatMap((one) => one.rows)
    const mended = rows.filter(({ originalLabel }) => originalLabel !== undefined)
    expect(mended.map(({ rowId }) => rowId)).toContain('VII/6.5.2')
    for (const { label } of rows) {
      expect(label.split('(').length, label).toBe(label.split(')').length)
      expect(label).not.toMatch(/Công (DVC|Dịch vụ công)/)
    }
    const rates = rows.flatMap(({ binding }) =>
      binding?.kind === 'quotient' ? binding.decimals : [],
    )
    expect(new Set(rates)).toEqual(new Set([2]))
  })

  it('never look alike: title, number and document together name one form', () => {
    const looks = listTemplates().map(({ title, formNumber, legalBasis }) =>
      JSON.stringify([title, formNumber, legalBasis.map(({ number }) => number)]),
    )
    expect(new Set(looks).size).toBe(looks.length)
  })

  it('that are small fit one page as a workbook, their signatures too', async () => {
    const pages = async (report: FilledReport) => {
      const parts = unzipSync(await renderReport(report, 'xlsx'))
      const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      return /fitToHeight="(\d+)"/.exec(sheet)?.[1]
    }
    const small = await fill('tt01-06a')
    expect(await pages({ ...small, rows: small.rows.slice(-5) })).toBe('1')
    expect(Number(await pages(await fill('bnv-581-department')))).toBeGreaterThan(3)
  })
})
