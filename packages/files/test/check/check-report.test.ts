import { readFileSync } from 'node:fs'
import { DEFECT_KINDS } from '@cchc/audit'
import { expect, test } from 'vitest'
import { checkReport, type GivenFile } from '../../src/check/index.ts'
import { jsonFile, publishedRows, textFile } from '../report/files.ts'

function fixtureFile(name: string): GivenFile {
  const url = new URL(`../../../domain/test/fixtures/${name}.json`, import.meta.url)
  return { name: `${name}.json`, bytes: new Uint8Array(readFileSync(url)) }
}

function told(findings: Awaited<ReturnType<typeof checkReport>>['findings'], rules: RegExp) {
  return findings
    .filter(({ rule }) => rules.test(rule))
    .map(({ kind, severity, rows }) => {
      return [DEFECT_KINDS[kind].number, severity, rows.map((row) => row.code)]
    })
}

test('the text of a report against its table: figures that differ, blanks, and what agrees stays silent', async () => {
  const statements = [
    { raw: '45 ý kiến', value: 45, unit: 'ý kiến', appendixRow: ['hue:1.3.1'] },
    { raw: '02 bộ TTHC', value: 2, unit: 'thủ tục', appendixRow: ['hue:3.3.2'] },
    { raw: '01 bộ TTHC', value: 1, unit: 'thủ tục', appendixRow: ['hue:3.3.2', 'hue:3.1.3/1'] },
    { raw: '15/14 chỉ tiêu', value: [15, 14], unit: 'người', appendixRow: ['4.2.2', '4.2.1'] },
    { raw: '01 hồ sơ đúng hạn', value: 1, unit: 'hồ sơ', appendixRow: ['hue:3.4.1'] },
    { raw: '01 buổi tuyên truyền', value: 1, unit: 'buổi', appendixRow: null },
  ]
  const { findings } = await checkReport({
    file: fixtureFile('hue'),
    narrative: jsonFile(statements, 'loi-van.json'),
  })
  expect(told(findings, /^text-/)).toEqual([
    [4, 'error', ['1.3.1.']],
    [4, 'error', ['4.2.1.']],
    [3, 'warning', ['4.2.2.', '4.2.1.']],
  ])
})

test('figures of several reports are told apart by name, and refused where they cannot be', async () => {
  const statement = { raw: '03 hồ sơ', value: 3, unit: 'hồ sơ', appendixRow: ['kh:3.4.7.1/1'] }
  const narrative = jsonFile([
    { ...statement, doc: 'khanh-hoa' },
    { ...statement, doc: 'hue', value: 5 },
  ])
  const { findings } = await checkReport({ file: fixtureFile('khanh-hoa'), narrative })
  expect(told(findings, /^text-/)).toEqual([[4, 'error', ['']]])
  const nameless = textFile('STT;Chỉ tiêu;Số liệu\n1;Số hồ sơ;5\n', 'x.csv')
  await expect(checkReport({ file: nameless, narrative })).rejects.toThrow('several reports')
})

test('the task table: blank cells, dates after the report, one document with two dates or numbers', async () => {
  const { findings } = await checkReport({
    file: fixtureFile('khanh-hoa'),
    narrative: fixtureFile('khanh-hoa.tasks'),
  })
  expect(told(findings, /^(task-|dated-|one-document|national-)/)).toEqual([
    [6, 'error', ['1', '2.1.']],
    [10, 'error', ['12']],
    [10, 'error', ['14']],
    [10, 'error', ['14', '18']],
    [8, 'error', ['17']],
    [8, 'error', ['21']],
    [8, 'warning', ['21']],
    [8, 'error', ['23']],
    [8, 'error', ['27']],
  ])
})

test('against the period before: jumps, and yearly sums that fall', async () => {
  const list = (rows: readonly (readonly string[])[], days: string) =>
    textFile(`${days}\nSTT;Chỉ tiêu;ĐVT;Số liệu\n${rows.map((row) => row.join(';')).join('\n')}`)
  const previous = list(
    [
      ['1', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', '12'],
      ['2', 'Tổng số TTHC đang có hiệu lực', 'Thủ tục', '1.909'],
      ['3', 'Số VBQPPL đã rà soát', 'Văn bản', '40'],
    ],
    'Từ ngày 15/12/2022 đến ngày 14/6/2023',
  )
  const file = list(
    [
      ['1', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', '10'],
      ['2', 'Tổng số TTHC đang có hiệu lực', 'Thủ tục', '190'],
      ['3', 'Số VBQPPL đã rà soát', 'Văn bản', '41'],
    ],
    'Từ ngày 15/12/2022 đến ngày 14/12/2023',
  )
  const { findings } = await checkReport({ file, previous })
  expect(findings.map(({ rule, rows }) => [rule, rows[0]?.code])).toEqual([
    ['cumulative-figure-falls', '1'],
    ['jump-since-previous-period', '2'],
  ])
})

test('the same defects are found in the same report as semicolon-separated text', async () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const heads = ['STT', 'Nội dung', 'ĐVT', 'Kết quả', 'Ghi chú']
  const lines = [heads, ...publishedRows('dak-nong')].map((row) => row.map(quoted).join(';'))
  const ofText = await checkReport({ file: textFile(lines.join('\n')) })
  const ofJson = await checkReport({ file: fixtureFile('dak-nong') })
  expect(ofText.findings.map(({ rule }) => rule)).toEqual(ofJson.findings.map(({ rule }) => rule))
  expect(ofText.findings[0]?.rows[0]?.line).toBe((ofJson.findings[0]?.rows[0]?.line ?? 0) + 1)
})
