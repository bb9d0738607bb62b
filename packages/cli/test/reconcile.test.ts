import type { Divergence } from '@cchc/portals'
import { expect, test } from 'vitest'
import { syncedFolder } from './synced-folder.ts'

const divergence: Divergence = {
  from: '2022-05-01',
  to: '2022-05-31',
  twoCodes: [{ organisation: 'H99.03', count: 2 }],
  unexplained: [{ organisation: 'H99.32', count: 1 }],
}

const { cchc } = syncedFolder({ dossiers: 1500, periods: ['month'], divergence })

function reconcile(...words: readonly string[]) {
  const { status, stdout, stderr } = cchc('reconcile', ...words)
  return { code: status, out: stdout, notes: stderr }
}

test('an unexplained difference ends with 3, and people see it in their words', () => {
  const { code, out, notes } = reconcile('--period', '2022')
  expect(notes).toBe('')
  expect(code).toBe(3)
  expect(out).toContain('Từ ngày 01/01/2022 đến ngày 31/12/2022')
  expect(out).toMatch(/lệch \d+; thiếu 0; đã rõ nguyên nhân \d+; .* chưa rõ nguyên nhân 2/)
  expect(out).toMatch(
    /H99\.03 .*05\/2022 +Tất cả +Tiếp nhận .* -2 +Lệch +Một hồ sơ có hai mã: 2 hồ sơ/,
  )
  expect(out).toMatch(/H99\.32 .*Đúng hạn .* \+1 +Lệch +chưa rõ nguyên nhân/)
  expect(out).not.toContain('Khớp')
})

test('explained differences and tolerated ones end with 0', () => {
  expect(reconcile('--period', '2022-M05', '--org', 'H99.03').code).toBe(0)
  expect(reconcile('--period', '2022', '--tolerance', '1').code).toBe(0)
  expect(reconcile('--period', '2022-M06').code).toBe(0)
})

test('JSON is one document, CSV and Markdown hold the same lines', () => {
  const words = ['--period', '2022-M05', '--org', 'H99.03', '--source', 'dvcqg']
  const { lines, summary } = JSON.parse(reconcile(...words, '--format', 'json').out)
  expect(lines.length).toBe(summary.byVerdict.different)
  expect(lines[0]).toMatchObject({
    organisation: { code: 'H99.03' },
    difference: -2,
    causes: [{ code: 'two_codes', dossiers: 2, confidence: 'identified' }],
  })
  const csv = reconcile(...words, '--format', 'csv')
    .out.trim()
    .split(/\r?\n/)
  expect(csv).toHaveLength(lines.length + 1)
  expect(csv[1]).toContain('two_codes=2')
  expect(csv[1]).toContain('dvc-progress-tree.totalReceived')
  const md = reconcile(...words, '--format', 'md').out.split('\n')
  expect(md.filter((line) => line.startsWith('|'))).toHaveLength(lines.length + 2)
  const all = JSON.parse(reconcile(...words, '--format', 'json', '--all').out)
  expect(all.lines).toHaveLength(summary.lines)
})

test('where all figures are equal, people read the summary alone', () => {
  const { code, out, notes } = reconcile('--period', '2022-M06')
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
  expect(out).toMatch(/^(\d+) số liệu; khớp \1; lệch 0; thiếu 0; [^\n]+ chưa rõ nguyên nhân 0\n$/)
  const { out: whole } = reconcile('--period', '2022')
  expect(whole.split('\n')[1]).toMatch(/; \d\.\d{3} số liệu; khớp \d\.\d{3}; /)
})

test('wrong words end with 2', () => {
  expect(reconcile('--period', '2022', '--tolerance', 'some').code).toBe(2)
  expect(reconcile('--period', '2019').notes).toContain('Sync the national portal first')
})
