import { expect, test } from 'vitest'
import { syncedFolder } from './synced-folder.ts'

const { cchc } = syncedFolder({ dossiers: 400, periods: ['year'] })
const why = (...words: readonly string[]) => cchc('why', ...words)

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('a rate is explained down to units, source and run, for people and as JSON', () => {
  const asked = ['III/3.1', '--org', 'H99', '--period', '2022']
  const { status, stdout, stderr } = why(...asked, '--format', 'json')
  expect([status, stderr]).toEqual([0, ''])
  const { cell, runs, sources } = JSON.parse(stdout)
  const [above, below] = cell.origin.operands
  expect(cell.origin.formula).toBe('III/3.1.2 ÷ III/3.1.1')
  for (const [part, value] of [
    [above, cell.origin.numerator],
    [below, cell.origin.denominator],
  ]) {
    const { contributions, shares } = part.origin
    expect(value).toBeGreaterThan(0)
    expect(sum(contributions.map(({ count }: { count: number }) => count))).toBe(value)
    expect(shares).toEqual([
      { source: 'one-stop', count: value, runs: [{ run: '1', count: value }] },
    ])
  }
  expect(runs).toMatchObject([{ id: '1', source: 'one-stop', connector: 'opencps' }])
  expect(sources).toHaveLength(2)
  expect(sources[0].lastCompletedAt).toMatch(/\+07:00$/)

  const people = why(...asked)
  expect([people.status, people.stderr]).toEqual([0, ''])
  expect(people.stdout).toContain(
    `Tử số ${cell.origin.numerator}; mẫu số ${cell.origin.denominator}`,
  )
  expect(people.stdout).toContain('Công thức: (8) + (9)')
  expect(people.stdout).toMatch(/hồ sơ do lần đồng bộ 1 \(opencps \d/)
  for (const { code } of above.origin.contributions) expect(people.stdout).toContain(code)
})

test('a column of dossier statistics is explained without a form', () => {
  const { status, stdout } = why('resolvedTotal', '--org', 'H99', '--period', '2022')
  expect(status).toBe(0)
  expect(stdout).toContain('Bằng tổng các cột:')
})

test('an unknown row is refused with the nearest ones, an ambiguous one with all it can be', () => {
  const unknown = why('dossiers_on_time_rate_departmnts', '--org', 'H99', '--period', '2022')
  expect(unknown.status).toBe(2)
  expect(unknown.stderr).toContain('Did you mean III/3.1 (')
  const ambiguous = why('3.1', '--org', 'H99', '--period', '2022')
  expect(ambiguous.status).toBe(2)
  expect(ambiguous.stderr).toContain('II/3.1 (')
})

test('every value that a figure had is told with since when and what made it so', () => {
  const asked = ['resolvedTotal', '--org', 'H99', '--period', '2022', '--history']
  const { status, stdout } = why(...asked, '--format', 'json')
  expect(status).toBe(0)
  const { cell, history } = JSON.parse(stdout)
  expect(history).toMatchObject([{ printed: cell.printed, because: 'lần đồng bộ 1 của one-stop' }])
  const people = why(...asked, '--lang', 'vi').stdout
  expect(people).toContain('Các giá trị từng có:')
  expect(people).toMatch(/Từ \d\d:\d\d:\d\d ngày .+: \S+ \(lần đồng bộ 1 của one-stop\)/)
})

test('a figure that was entered anew has both values, with who entered them and why', () => {
  const of = ['--org', 'H99', '--period', '2022']
  const enter = (value: string, ...words: readonly string[]) =>
    cchc('indicators', 'set', 'plan_tasks_total', value, ...of, '--by', 'an', ...words).status
  expect([enter('12'), enter('13', '--replace', '--reason', 'đếm lại')]).toEqual([0, 0])
  const template = ['--template', 'bnv-581-province', '--format', 'json', '--history']
  const { history } = JSON.parse(why('plan_tasks_total', ...of, ...template).stdout)
  expect(history).toMatchObject([
    { printed: '12', because: 'an nhập' },
    { printed: '13', because: 'an nhập: đếm lại' },
  ])
  expect(cchc('period', 'close', '2022', '--org', 'H99', '--by', 'ke').status).toBe(0)
  expect(enter('14', '--replace', '--reason', 'muộn')).toBe(2)
  const reopened = ['period', 'reopen', '2022', '--org', 'H99', '--by', 'ke', '--reason', 'thiếu']
  expect(cchc(...reopened).status).toBe(0)
  expect(enter('14', '--replace', '--reason', 'muộn')).toBe(0)
  const later = JSON.parse(why('plan_tasks_total', ...of, ...template).stdout).history
  expect(later).toMatchObject([...history, { printed: '14', because: 'an nhập: muộn' }])
})
