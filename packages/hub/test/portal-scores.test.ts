import { servePortals, smallWorld, worldAt } from '@cchc/portals'
import { expect, test } from 'vitest'
import { openHub } from '../src/index.ts'
import { portalScores } from '../src/questions/portal-scores.ts'
import { serviceIndex } from '../src/questions/service-index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'

const world = smallWorld({ dossiers: 300 })
const folder = configFolder({})
const JULY = Date.UTC(2022, 6, 1, 3)
const OCTOBER = Date.UTC(2022, 9, 1, 3)

/** Reads the portal as it is at an instant, and asks. */
async function knownAt<T>(instant: number, ask: (hub: Hub) => Promise<T>): Promise<T> {
  const portals = await servePortals({ world: worldAt(world, instant), now: () => instant })
  const { national } = portals
  const hub = await openHub({
    cwd: folder,
    env: { DVC: national.password },
    now: () => instant,
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: {
        dvcqg: {
          connector: 'national-dvc',
          baseUrl: national.url,
          username: national.username,
          password: reference('env:DVC'),
          unitCode: national.unitCode,
          reporting: { since: 2022, until: 2022, periods: ['year'] },
        },
      },
    },
  })
  try {
    await hub.act(actions.sync, {})
    return await ask(hub)
  } finally {
    await hub.close()
    await portals.close()
  }
}

type Hub = Awaited<ReturnType<typeof openHub>>

const ONTIME = { period: '2022', org: 'H99.31', measure: 'dvc-progress-tree' } as const

test('scores are read back as stated, and as they were known before', async () => {
  const first = await knownAt(JULY, (hub) => hub.ask(portalScores, ONTIME))
  const [district] = first.rows
  expect(district).toMatchObject({
    source: 'dvcqg',
    organisation: { code: 'H99.31' },
    measure: 'dvc-progress-tree.totalScore',
    name: 'Tiến độ giải quyết',
    maximum: 20,
    findings: [],
    period: { provisional: true },
  })
  const { score, maximum, lost } = district ?? {}
  expect(score).toBeGreaterThan(0)
  expect(lost).toBeCloseTo((maximum ?? 0) - (score ?? 0), 3)
  await knownAt(OCTOBER, async (hub) => {
    const now = await hub.ask(portalScores, ONTIME)
    const then = await hub.ask(portalScores, { ...ONTIME, asKnownAt: '2022-08-01' })
    expect(now.rows[0]?.score).not.toBe(score)
    expect(then.rows).toEqual(first.rows)
    expect(then.knownAt).toContain('2022-08-01')
  })
})

test('the index of a unit: what would win points back, and what the hub counts of the same', async () => {
  const { rows, organisation } = await knownAt(OCTOBER, (hub) =>
    hub.ask(serviceIndex, { period: '2022', org: 'H99.31' }),
  )
  expect(organisation.code).toBe('H99.31')
  expect(new Set(rows.map((row) => row.organisation.code))).toEqual(new Set(['H99.31']))
  const progress = rows.find(({ measure }) => measure === 'dvc-progress-tree.totalScore')
  const { numerator, denominator, score, maximum, toWin, counted } = progress ?? {}
  expect(score).toBeCloseTo((20 * (numerator ?? 0)) / (denominator ?? 1), 1)
  expect(toWin).toEqual({
    more: (denominator ?? 0) - (numerator ?? 0),
    pointsEach: (maximum ?? 0) / (denominator ?? 1),
  })
  expect(counted?.map(({ portalMeasure, there, here }) => [portalMeasure, there, here])).toEqual([
    ['dvc-progress-tree.totalOnTime', numerator, 0],
    ['dvc-progress-tree.totalReceived', denominator, 0],
  ])
  const payment = rows.find(({ measure }) => measure.startsWith('formality-online-payment-tree'))
  expect(payment).toMatchObject({ toWin: null, counted: [] })
})
