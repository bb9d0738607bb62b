import { recordsOf } from '@cchc/connector-kit/conformance'
import { PortalFigure } from '@cchc/domain'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { answering, fromStart, opened, usePortal, world } from './portal.ts'
import { RELAYS } from './relays.ts'

usePortal()

const of2022 = { reporting: { since: 2022, until: 2022 } }
const evaluation = '/api/v1/reporting/evaluation'

async function scoresOf(settings: object = {}): Promise<Map<string, PortalFigure>> {
  const { figures } = opened({ config: of2022, ...settings }).streams
  const records = await recordsOf(figures.read(fromStart))
  return new Map(
    records
      .map((record) => PortalFigure.parse(record))
      .filter(({ scored }) => scored)
      .map((figure) => [`${figure.organisationCode} ${figure.measure}`, figure]),
  )
}

test('every metric comes with its score, maximum, ratio and remark as the portal states them', async () => {
  const scores = await scoresOf()
  const { numerator, denominator } = {
    numerator: world.nationalFigures('H99', '2022-01-01', '2022-12-31')[
      'handling-satisfaction.DOSSIER_RECEIVING_SATISFACTION.numerator'
    ],
    denominator: world.nationalFigures('H99', '2022-01-01', '2022-12-31')[
      'handling-satisfaction.DOSSIER_RECEIVING_SATISFACTION.denominator'
    ],
  }
  const ratio = Math.round(((numerator ?? 0) / (denominator ?? 1)) * 10_000) / 100
  expect(
    scores.get('H99 handling-satisfaction.DOSSIER_RECEIVING_SATISFACTION.score'),
  ).toMatchObject({
    value: Math.round(((6 * (numerator ?? 0)) / (denominator ?? 1)) * 100) / 100,
    scored: { name: 'dossier receiving satisfaction', maximum: 6, ratio, remark: null },
  })
  expect(scores.get('H99 transparency.DOSSIER_SYNC.score')).toMatchObject({
    value: 6,
    quality: 'TEMP_NATIONAL_REPORT_DENOMINATOR',
    scored: { remark: 'Chưa có số liệu từ Hệ thống thông tin báo cáo quốc gia' },
  })
  expect(scores.get('H99 transparency.PUBLISH_ON_TIME.score')?.scored?.ratio).toBeNull()
})

test('every group comes with its maximum and ratio, the index as a whole with its parts', async () => {
  const scores = await scoresOf()
  expect(scores.get('H99.03 dvc-progress-tree.totalScore')?.scored).toMatchObject({
    name: 'Tiến độ giải quyết',
    maximum: 20,
    ratio: expect.any(Number),
  })
  expect(scores.get('H99 service-results.totalScore')?.scored?.maximum).toBe(100)
  expect(scores.get('H99 service-results.MDSH')?.scored).toEqual({
    name: 'Số hóa hồ sơ',
    maximum: null,
    ratio: null,
    remark: null,
  })
})

test('the same scores come where the adapter is behind a relay', async () => {
  const relayed = await Promise.all(
    Object.values(RELAYS).map(({ config, portal }) =>
      scoresOf({ config: { ...config, ...of2022 }, portal }),
    ),
  )
  const direct = await scoresOf()
  for (const scores of relayed) expect(scores).toEqual(direct)
})

test('a metric without a maximum keeps none, a misprint stays as it is', async () => {
  const metrics = [
    { code: 'PUBLISH_ON_TIME', numerator: 1, denominator: 2, score: 7, maxScore: 6, ratio: 90 },
    { code: 'DOSSIER_SYNC', numerator: 1, denominator: 2, score: '3.5' },
  ]
  const row = { departmentCode: 'H99', departmentName: 'Tỉnh', metrics, score: 19, maxScore: 18 }
  const settings = opened({ config: of2022 })
  answering(`${evaluation}/transparency`, () =>
    HttpResponse.json({ code: 'OK', data: { evaluation: [row] } }, { status: 201 }),
  )
  const records = await recordsOf(settings.streams.figures.read(fromStart))
  const stated = (measure: string) =>
    records.find((one) => one.measure === measure && one.organisationCode === 'H99')
  expect(stated('transparency.PUBLISH_ON_TIME.score')).toMatchObject({
    value: 7,
    scored: { maximum: 6, ratio: 90 },
  })
  expect(stated('transparency.DOSSIER_SYNC.score')).toMatchObject({
    value: 3.5,
    scored: { maximum: null, ratio: null },
  })
  expect(stated('transparency.totalScore')).toMatchObject({ value: 19, scored: { maximum: 18 } })
})

test('a number in a remark that may be somebody’s is left out, markup and length too', async () => {
  const remark = `<b>Liên hệ</b> 0912345678 ${'dài '.repeat(200)}`
  const metrics = [{ code: 'DOSSIER_SYNC', score: 1, dataQualityMessage: remark }]
  const { streams } = opened({ config: of2022 })
  answering(`${evaluation}/transparency`, () => {
    const row = { departmentCode: 'H99', departmentName: 'Tỉnh', metrics }
    return HttpResponse.json({ code: 'OK', data: { evaluation: [row] } }, { status: 201 })
  })
  const records = await recordsOf(streams.figures.read(fromStart))
  const kept = records.find(({ measure }) => measure === 'transparency.DOSSIER_SYNC.score')
  expect(kept?.scored?.remark).toMatch(/^Liên hệ … dài dài .*…$/)
  expect(PortalFigure.safeParse(kept).success).toBe(true)
})
