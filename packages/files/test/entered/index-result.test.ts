import { readFileSync } from 'node:fs'
import { indexGap, printScore, UsageError } from '@cchc/domain'
import { expect, test } from 'vitest'
import { readIndexFile } from '../../src/entered/index.ts'

const OF = { agency: 'Ban Dân tộc', year: 2022 }

test('the published result: domains, lost criteria, and what the target asks for', async () => {
  const path = new URL('../../../domain/test/fixtures/quang-ngai.index.json', import.meta.url)
  const file = { name: 'quang-ngai.json', bytes: readFileSync(path) }
  const result = await readIndexFile(file, { agency: 'không dùng', year: undefined })
  expect(result).toMatchObject({
    agency: 'Ban Dân tộc tỉnh Quảng Ngãi',
    year: 2022,
    rank: { rank: 13, of: 20 },
    reviewedOn: '2023-02-22',
    change: { points: 4.18, against: 2021 },
    targets: { year: 2023, total: { minimum: 85, exclusive: true }, rank: { worst: 10, of: 20 } },
  })
  expect(printScore(result.total)).toBe('82,91/100')
  expect(result.lostCriteria[0]).toMatchObject({ code: '1.2.2', assignedTo: ['Văn phòng Ban'] })
  const gap = indexGap(result)
  expect(gap.lost).toBe(17.09)
  expect(gap.survey).toMatchObject({ points: 21.41, max: 33.5 })
  expect(gap.target).toEqual({
    year: 2023,
    toGain: 2.09,
    exclusive: true,
    fromSurvey: 0,
    places: 3,
  })
  const own = gap.domains.map(({ domain, toGain }) => [domain.code, toGain])
  expect(own.find(([code]) => code === '3')).toEqual(['3', 1])
  expect(gap.gainOfDomains).toBe(5.5)
  const again = new TextEncoder().encode(JSON.stringify(result))
  expect(await readIndexFile({ name: 'x.json', bytes: again }, OF)).toEqual(result)
})

const HEADS =
  'Mã;Lĩnh vực, tiêu chí;Điểm tối đa;Điểm đạt;Xếp hạng;Mục tiêu;Đơn vị phụ trách;Giải pháp'

function csv(...lines: readonly string[]) {
  return { name: 'chỉ số.csv', bytes: new TextEncoder().encode([HEADS, ...lines].join('\n')) }
}

test('a table of domains and criteria', async () => {
  const file = csv(
    '1;Công tác chỉ đạo;10,5;9;5/20;10,5;;',
    '1.2.2;Báo cáo về kiểm soát TTHC;2;1,5;;;Văn phòng;Đôn đốc',
    '1.2.3;Kế hoạch;2;2;;;Văn phòng;',
    '3;Cải cách TTHC;12,5;11,5;;;;',
    ';Tổng điểm;100;82,91;13/20;;;',
  )
  const result = await readIndexFile(file, OF)
  expect(
    result.domains.map(({ code, score, target }) => [code, score.points, target?.points]),
  ).toEqual([
    ['1', 9, 10.5],
    ['3', 11.5, undefined],
  ])
  expect(result.lostCriteria).toMatchObject([
    { code: '1.2.2', pointsLost: 0.5, assignedTo: ['Văn phòng'], action: 'Đôn đốc' },
  ])
  expect(result).toMatchObject({ total: { points: 82.91, max: 100 }, rank: { rank: 13, of: 20 } })
})

test('every fault of a table is named by its cell', async () => {
  const file = csv('1;Công tác chỉ đạo;10,5;11;năm;;;', '2;Thể chế;8.25.1;7;;;;')
  const refused = await readIndexFile(file, OF).catch((error) => error)
  expect(refused).toBeInstanceOf(UsageError)
  expect(refused.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
    'C3',
    'D2',
    'D3',
    'E2',
    'chỉ số.csv',
  ])
})
