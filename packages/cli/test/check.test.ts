import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CCHC } from '@cchc/command'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'cchc-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HUE = fileURLToPath(new URL('../../domain/test/fixtures/hue.json', import.meta.url))

/** A real process in a folder without any configuration. */
function cchc(...words: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [CCHC, 'check', ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, notes: stderr }
}

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

test('a report with defects ends with 5; JSON is one document of the agreed shape', () => {
  const { code, out, notes } = cchc(HUE, '--format', 'json')
  expect(code).toBe(5)
  expect(notes).toBe('')
  const { report, checked, findings } = JSON.parse(out)
  expect(report.agency).toBe('Ban Dân tộc tỉnh Thừa Thiên Huế')
  expect(checked).toBe(96)
  expect(findings.find((one: { kind: number }) => one.kind === 9)).toEqual({
    rule: 'shares-of-hundred',
    kind: 9,
    severity: 'error',
    rows: [
      { line: 110, code: 'Trong đó', label: expect.stringContaining('hoàn toàn') },
      { line: 111, code: '', label: expect.stringContaining('song song') },
    ],
    printed: '100 và 100',
    expected: 'tổng bằng 100%',
    explanation: expect.stringContaining('vượt quá 100%'),
  })
})

test('people see the defects in groups with their lines', () => {
  const { code, out } = cchc(HUE, '--lang', 'vi')
  expect(code).toBe(5)
  expect(out).toContain('Đã kiểm tra 96 dòng: 10 lỗi, 0 chỗ cần xem lại')
  expect(out).toContain('\nĐánh số (lỗi)\n  dòng 7-10\n    Các dòng thuộc mục 1.2')
  expect(out.split('\n').every((line) => line.length <= 100)).toBe(true)
})

test('a sound report ends with 0', () => {
  const file = written('tot.csv', 'TT;Chỉ tiêu;ĐVT;Số liệu\n1;Số VBQPPL đã rà soát;Văn bản;5\n')
  expect(cchc(file)).toEqual({
    code: 0,
    out: '1 rows checked: 0 errors, 0 to look at\n  table 1: 1 rows, 0 sums, rates and parts hold, 0 do not\n',
    notes: '',
  })
})

test.each([
  ['figures left blank', 'TT;Chỉ tiêu;ĐVT;Số liệu\n1;Tổng số hồ sơ;Hồ sơ;\n2;Số xã;Xã;\n'],
  ['columns that nothing is known of', 'TT;Đơn vị;Màu\n1;Sở A;5\n2;Sở B;7\n;Sở C;8\n'],
  ['columns without arithmetic', 'TT;Đơn vị;Cột x;Cột y\n1;Sở A;5;9\n2;Sở B;7;3\n'],
])('a file in which nothing could be judged is no success: %s', (name, text) => {
  const { code, out, notes } = cchc(written(`${name}.csv`, text), '--lang', 'vi')
  expect(code).toBe(3)
  expect(out + notes).toMatch(/chưa được kiểm tra|Không tìm thấy bảng/)
})

test('a file that cannot be read is no success, alone or in a folder, and why is said plainly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-unread-'))
  writeFileSync(join(folder, 'a.pdf'), '%PDF-1.7\n')
  writeFileSync(join(folder, 'b.csv'), 'Kính gửi\n')
  for (const place of [folder, join(folder, 'a.pdf'), join(folder, 'b.csv')]) {
    expect(cchc(place)).toMatchObject({ code: 3 })
  }
  expect(cchc(join(folder, 'a.pdf')).notes).toContain('a.pdf is a PDF')
  expect(JSON.parse(cchc(join(folder, 'a.pdf'), '--format', 'json').notes).error.code).toBe(
    'usage_invalid',
  )
  rmSync(folder, { recursive: true })
})

test('findings come as a list too', () => {
  const { code, out } = cchc(HUE, '--format', 'csv')
  expect(code).toBe(5)
  const [head, ...lines] = out.trimEnd().split('\r\n')
  expect(head).toBe('\ufeffSeverity,Kind,Rule,Rows,What it says,Printed,Expected')
  expect(lines).toHaveLength(10)
  expect(lines.find((line) => line.includes('shares-of-hundred'))).toMatch(
    /^error,9,shares-of-hundred,110-111,"Dòng 110 .* vượt quá 100%\.",100 và 100,tổng bằng 100%$/,
  )
  expect(cchc(HUE, '--format', 'md', '--lang', 'vi').out).toContain(
    '\n| lỗi | Các tỷ lệ bù nhau | shares-of-hundred | 110-111 | Dòng 110 ',
  )
})

test('files and folders are told one by one; one that cannot be read is no success', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-checks-'))
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const head = 'TT;Chỉ tiêu;ĐVT;Số liệu;Xếp loại\n'
  put('a.csv', `${head}1;Số VBQPPL đã rà soát;Văn bản;5;4\n`)
  put('b.doc', '{\\rtf1 x}')
  put('~$a.csv', 'x')
  const first = cchc(folder)
  expect(first.code).toBe(3)
  expect(first.out).toContain('a.csv\n1 rows checked')
  expect(first.out).toContain('The column “Xếp loại” (E1) was not understood')
  expect(first.out).toContain('b.doc\nb.doc is a .doc or .rtf document')
  expect(first.out).not.toContain('~$a')
  put('c.csv', `${head}1;Tỷ lệ nộp;%;90%;\n1.1;Tổng số xã;Xã;10;\n1.2;Số xã đã nộp;Xã;8;\n`)
  const { code, out } = cchc(folder, '--format', 'json')
  expect(code).toBe(5)
  const { files } = JSON.parse(out)
  expect(
    files.map((one: { checked?: number; error?: string }) => one.checked ?? one.error),
  ).toEqual([1, expect.stringContaining('.doc or .rtf'), 3])
  expect(files[2].coverage).toMatchObject({
    tables: [{ sheet: null, table: 1, rows: 3 }],
    notGiven: expect.arrayContaining([
      { need: 'text', rules: expect.arrayContaining(['text-differs-from-table']) },
    ]),
  })
  expect(cchc(folder, '--format', 'csv').out).toMatch(/c\.csv,(error|to look at|warning),1,/)
  expect(cchc(folder, '--previous', HUE)).toMatchObject({ code: 2 })
  rmSync(folder, { recursive: true })
})

test('--rules lists what is looked for, without a file', () => {
  const { code, out, notes } = cchc('--rules', '--format', 'json')
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
  const { items } = JSON.parse(out)
  expect(items).toHaveLength(54)
  expect(items.find((one: { id: string }) => one.id === 'task-cell-blank')).toEqual({
    id: 'task-cell-blank',
    kind: 'blanks',
    severity: 'either',
    needs: ['tasks'],
    sentence: 'Task {no} “{task}” leaves the column {column} blank{though}.',
  })
  const table = cchc('--rules', '--lang', 'vi').out
  expect(table).toMatch(/^lost-digit +Đơn vị tính và độ lớn +lỗi hoặc cần xem lại +… ghi …: nhóm/m)
  expect(cchc('--rules', '--format', 'csv').out).toContain('\ntask-cell-blank,blanks,either,')
  expect(cchc('--rules', '--format', 'md').out).toContain('\n| lost-digit | Units and magnitudes |')
})

test('what cannot be checked ends with 2 and says why', () => {
  expect(cchc()).toEqual({
    code: 2,
    out: '',
    notes: expect.stringContaining('Error: FILE is missing'),
  })
  expect(cchc('--rules', HUE)).toMatchObject({ code: 2, out: '' })
  expect(cchc('khong-co.xlsx')).toMatchObject({ code: 2, out: '' })
  expect(cchc(written('thu.csv', 'Kính gửi\n')).notes).toContain('No table of indicators')
  expect(cchc(HUE, '--against', 'H57')).toMatchObject({ code: 2 })
  const unconfigured = cchc(HUE, '--against', 'H57', '--period', '2023')
  expect(unconfigured.code).toBe(2)
  expect(unconfigured.notes).toContain('cchc init')
})
