import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

let portals: ServedPortals
beforeAll(async () => {
  portals = await servePortals({ world: smallWorld({ dossiers: 1500 }) })
})
afterAll(() => portals.close())

async function countedSince(since: string) {
  const { url, username, password, groupId } = portals.openCps
  const source = { connector: 'opencps', baseUrl: url, username, groupId, since }
  const hub = await openHub({
    cwd: configFolder({}),
    env: { OPENCPS: password },
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: { 'one-stop': { ...source, password: reference('env:OPENCPS') } },
    },
  })
  try {
    const [run] = (await hub.act(actions.sync, {})).runs
    expect(run?.status).toBe('done')
    return await hub.ask(questions.dossierStatistics, { period: '2022' })
  } finally {
    await hub.close()
  }
}

it('is whole from the first day that is read, since what was open then is read too', async () => {
  const whole = await countedSince('2021-09-01')
  const fromFirstDay = await countedSince('2021-12-15')
  expect(whole.total.statistics.carriedOver).toBeGreaterThan(0)
  expect(fromFirstDay.missing).toBeUndefined()
  expect(fromFirstDay.total).toEqual(whole.total)
  const later = await countedSince('2021-12-16')
  expect(later.total.statistics.carriedOver).toBeNull()
})
