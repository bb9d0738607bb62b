import { inWords, type PortalFigure } from '@cchc/domain'
import { expect, test } from 'vitest'
import { portalScores } from '../src/index.ts'
import { organisation, scriptedStore } from './testing.ts'

const YEAR = ['2022-01-01', '2022-12-31'] as const
const MAY = ['2022-05-01', '2022-05-31'] as const

type Beside = Partial<NonNullable<PortalFigure['scored']>>

function stated(
  code: string,
  measure: string,
  value: number | null,
  days: readonly string[] = YEAR,
): PortalFigure {
  return {
    organisationCode: code,
    organisationName: code,
    from: days[0] ?? '',
    to: days[1] ?? '',
    measure,
    value,
    quality: null,
    provisional: false,
  }
}

function scored(figure: PortalFigure, beside: Beside = {}): PortalFigure {
  return { ...figure, scored: { name: null, maximum: 6, ratio: null, remark: null, ...beside } }
}

const store = scriptedStore({
  organisations: [
    organisation('H16', 'UBND tỉnh', 'province'),
    organisation('H16.05', 'Sở Tư pháp', 'department'),
    organisation('H16.06', 'Sở Y tế', 'department'),
    organisation('H16.07', 'Sở Nội vụ', 'department'),
  ],
  figures: [
    scored(stated('H16', 'city.SYNC.score', 5)),
    scored(stated('H16.05', 'city.SYNC.score', 7.5), { ratio: 90, remark: 'Tạm lấy' }),
    stated('H16.05', 'city.SYNC.numerator', 1),
    stated('H16.05', 'city.SYNC.denominator', 2),
    scored(stated('H16.06', 'city.SYNC.score', 4.1), { maximum: null }),
    scored(stated('H16.07', 'city.SYNC.score', 4.1)),
    scored(stated('H16.07', 'city.SYNC.score', 1, MAY)),
    scored(stated('H16.07', 'city.totalScore', null), { maximum: 18 }),
    stated('H16.07', 'city.received', 12),
  ],
})

async function rowsOf(asked: { organisation?: string; measure?: string } = {}) {
  const { rows } = await portalScores(store, { from: YEAR[0], to: YEAR[1], ...asked })
  return rows
}

test('scores come as they are stated, with the share behind them and what cannot be', async () => {
  const [row] = await rowsOf({ organisation: 'H16.05' })
  expect(row).toMatchObject({
    organisation: { code: 'H16.05', name: 'Sở Tư pháp' },
    period: { from: YEAR[0], to: YEAR[1], provisional: false },
    ...{ score: 7.5, maximum: 6, ratio: 90, numerator: 1, denominator: 2, remark: 'Tạm lấy' },
  })
  expect(row?.findings.map((one) => inWords(one))).toEqual([
    'the score 7.5 is above its maximum 6',
    'the ratio 90 does not follow from 1 of 2',
  ])
})

test('points lost need both a score and a maximum', async () => {
  const lost = (await rowsOf()).map(({ organisation: { code }, measure, score, lost: points }) => {
    return [code, measure, score, points]
  })
  expect(lost).toContainEqual(['H16', 'city.SYNC.score', 5, 1])
  expect(lost).toContainEqual(['H16.06', 'city.SYNC.score', 4.1, null])
  expect(lost).toContainEqual(['H16.07', 'city.SYNC.score', 4.1, 1.9])
  expect(lost).toContainEqual(['H16.07', 'city.totalScore', null, null])
})

test('a unit that is gone has no place among those that are there', async () => {
  const isThere = (code: string) => code !== 'H16.05'
  const { rows } = await portalScores(store, { from: YEAR[0], to: YEAR[1], isThere })
  const ranks = rows
    .filter(({ period }) => period.to === YEAR[1])
    .map((row) => [row.organisation.code, row.rank])
  expect(ranks).toContainEqual(['H16.05', null])
  expect(ranks).toContainEqual(['H16.07', { place: 1, of: 2 }])
})

test('a rank is among units of one level and window; equal scores share it', async () => {
  const ranks = (await rowsOf({ measure: 'city.SYNC' })).map(({ organisation, rank, period }) => [
    organisation.code,
    period.to,
    rank,
  ])
  expect(ranks).toEqual([
    ['H16', YEAR[1], { place: 1, of: 1 }],
    ['H16.05', YEAR[1], { place: 1, of: 3 }],
    ['H16.06', YEAR[1], { place: 2, of: 3 }],
    ['H16.07', YEAR[1], { place: 2, of: 3 }],
    ['H16.07', MAY[1], { place: 1, of: 1 }],
  ])
  expect((await rowsOf({ organisation: 'H16.07' }))[0]?.rank).toEqual({ place: 2, of: 3 })
})

test('where no score is stated that is told', async () => {
  await expect(portalScores(store, { from: '2021-01-01', to: '2021-12-31' })).rejects.toThrow(
    'No portal states scores for a period within 2021-01-01..2021-12-31',
  )
  await expect(rowsOf({ measure: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
})
