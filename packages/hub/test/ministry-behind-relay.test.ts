import { readFileSync } from 'node:fs'
import { serveHandlers } from '@cchc/connector-kit/serving'
import { igateHandlers, STATUSES_TO_NAME, smallWorld } from '@cchc/portals'
import { afterEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sync } from '../src/actions/sync.ts'
import { openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { configFolder, reference } from './config-text.ts'

const world = smallWorld({ dossiers: 120 })
const SECRET = 'consumer-s3cret'
const RELAY = 'https://lgsp.example.gov.vn'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The configuration of a ministry behind a relay, as the documentation shows it. */
function documented(): string {
  const page = readFileSync(new URL('../../../docs/connectors.md', import.meta.url), 'utf8')
  const block = [...page.matchAll(/```yaml\n(.*?)```/gs)].find(([text]) => text.includes(RELAY))
  if (!block) throw new Error('docs/connectors.md shows no ministry behind a relay')
  return block[1] ?? ''
}

/** The relay: an iGate below a path, its tokens beside it, and the paths that were asked. */
async function relayed() {
  const asked: string[] = []
  const served = await serveHandlers(
    (url) =>
      igateHandlers(world, {
        ...{ baseUrl: `${url}/bo-tu-phap`, loginUrl: url, tokenPath: '/token' },
        ...{
          clientId: 'cchc-hub',
          clientSecret: SECRET,
          username: '',
          password: '',
          now: () => world.now,
        },
      }),
    { now: () => world.now, onRequest: ({ url }) => void asked.push(new URL(url).pathname) },
  )
  closing.push(served.close)
  return { url: served.url, asked }
}

test('a ministry behind a relay is read as the documentation configures it, and counted', async () => {
  const { url, asked } = await relayed()
  const { sources } = parse(documented().replaceAll(RELAY, url))
  expect(sources['bo-tu-phap'].http).toEqual({ tls: { ca: reference('file:lgsp.pem') } })
  const own = { since: '2021-09-01', statuses: STATUSES_TO_NAME, http: {} }
  const hub = await openHub({
    cwd: configFolder({}),
    env: { LGSP_SECRET: SECRET },
    now: () => world.now,
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: { 'bo-tu-phap': { ...sources['bo-tu-phap'], ...own } },
    },
  })
  closing.push(() => hub.close())
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([{ status: 'done', streams: { dossiers: { refused: 0 } } }])
  expect(asked.filter((path) => path === '/token')).toHaveLength(1)
  expect(asked.filter((path) => !/^\/(token$|bo-tu-phap\/)/.test(path))).toEqual([])
  const year = { period: '2022-01-01..2022-12-31', org: world.provinceCode }
  const { ministries, total } = await hub.ask(dossierStatistics, year)
  expect(total.statistics.receivedTotal).toBeGreaterThan(0)
  expect(ministries?.systems).toMatchObject([
    {
      source: 'bo-tu-phap',
      ministry: { name: 'Bộ Tư pháp', counted: true },
      statistics: { receivedTotal: total.statistics.receivedTotal },
    },
  ])
})
