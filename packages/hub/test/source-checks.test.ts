import { serveHandlers } from '@cchc/connector-kit/serving'
import { expect, test } from 'vitest'
import { openHub } from '../src/index.ts'
import { sourceChecks } from '../src/questions/source-checks.ts'
import { configFolder, reference } from './config-text.ts'

test('a check asks each thing twice at most, whatever a sync may: somebody is waiting', async () => {
  const portal = await serveHandlers(() => [], {
    onRequest: () => {
      throw new Error('down')
    },
  })
  const source = {
    connector: 'opencps',
    baseUrl: portal.url,
    http: { retries: 20 },
    username: 'cchc-hub',
    password: reference('env:PASSWORD'),
    groupId: '1',
    since: '2022-01-01',
  }
  const cwd = configFolder({})
  const config = { store: { url: 'sqlite:cchc.db' }, sources: { city: source } }
  const hub = await openHub({ cwd, config, env: { PASSWORD: 'secret' } })
  const { items } = await hub.ask(sourceChecks, {})
  expect(items).toMatchObject([{ ok: false, error: { code: 'portal_unavailable' } }])
  expect(portal.requests()).toBeLessThanOrEqual(8)
  await hub.close()
  await portal.close()
})
