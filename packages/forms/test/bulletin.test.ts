import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type BulletinLetter, renderBulletin } from '../src/index.ts'

const LETTER: BulletinLetter = {
  head: {
    agency: 'Sở Tư pháp',
    level: 'department',
    superior: 'Ủy ban nhân dân tỉnh Đắk Nông',
    root: 'Ủy ban nhân dân tỉnh Đắk Nông',
  },
  subject: 'Tình hình giải quyết thủ tục hành chính tháng 11 năm 2022',
  basis: 'Số liệu từ ngày 01/11/2022 đến hết ngày 30/11/2022.',
  cautions: ['Nguồn one-stop chưa đọc hết ngày 30/11/2022.'],
  columns: ['Tháng 11/2022', 'Tháng 10/2022'],
  figures: [{ title: 'Tỷ lệ đúng hạn', cells: ['98,52%', '…'] }],
  minded: ['4 hồ sơ đang quá hạn <ở> Phòng A & B.'],
  restated: ['Số liệu đã chốt của Tháng 10/2022 nay khác ở 3 hồ sơ.'],
  madeAt: Date.parse('2022-12-01'),
}

async function textOf(letter: BulletinLetter): Promise<string> {
  const parts = unzipSync(await renderBulletin(letter))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const paragraphs = xml.split('</w:p>').map((one) => one.replaceAll(/<[^>]*>/g, ''))
  return paragraphs.filter(Boolean).join('\n')
}

test('a bulletin is a letter whose figures are the words that it was given', async () => {
  expect((await textOf(LETTER)).split('\n')).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH ĐẮK NÔNG',
    'SỞ TƯ PHÁP',
    'Số: ……/BC-……',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Đắk Nông, ngày …… tháng …… năm ……',
    'BÁO CÁO',
    LETTER.subject,
    LETTER.basis,
    LETTER.cautions[0],
    '1. Kết quả giải quyết thủ tục hành chính',
    ...['Số liệu', ...LETTER.columns, 'Tỷ lệ đúng hạn', '98,52%', '…'],
    LETTER.restated[0],
    '2. Những điều cần lưu ý',
    'a) 4 hồ sơ đang quá hạn &lt;ở&gt; Phòng A &amp; B.',
    'Nơi nhận:',
    ...['- Ủy ban nhân dân tỉnh Đắk Nông;', '- ……;'],
    '- Lưu: VT, …….',
    'GIÁM ĐỐC',
    '……………………………',
  ])
})

test('the same bulletin gives the same bytes, and nothing to mind is said', async () => {
  expect(await renderBulletin(LETTER)).toEqual(await renderBulletin(LETTER))
  expect(await textOf({ ...LETTER, minded: [] })).toContain('Không có điều gì cần lưu ý')
})
