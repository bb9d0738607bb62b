import type { Store } from '@cchc/store'
import { expect, it } from 'vitest'
import type { HubConfig } from '../src/config/check-config.ts'
import { vitals } from '../src/questions/vitals.ts'
import { NO_TRACING } from '../src/tracing/tracing.ts'

/** A store that holds nothing, and what it was asked. */
function empty(asked: string[]) {
  const answers: Partial<Record<keyof Store, unknown>> = { listRuns: { items: [], next: null } }
  const get = (_: object, name: keyof Store) => async () => {
    asked.push(name)
    return answers[name] ?? []
  }
  return new Proxy({}, { get }) as Store
}

it('costs a query for each source and schedule and three beside them, however much is stored', async () => {
  const asked: string[] = []
  const source = { gate: 'off', maxAgeHours: 1, connector: { streams: { a: {}, b: {} } } }
  const config = {
    sources: ['x', 'y'].map((id) => ({ ...source, id })),
    schedules: { nightly: { at: '0 2 * * *' } },
    alerts: { channels: { mail: {} } },
  } as unknown as HubConfig
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined }
  const hub = { store: empty(asked), config, log, tracing: NO_TRACING, now: () => 0, words: String }
  const seen = await vitals.ask(hub, {})
  expect(asked.toSorted()).toEqual([
    'listAlertMessages',
    'listClosedGates',
    'listRuns',
    'listRuns',
    'listSlots',
    'listStreams',
  ])
  expect(seen).toMatchObject({
    sources: [{ source: 'x', lastRun: null, streams: [{ freshAt: null, stale: true }, {}] }, {}],
    schedules: [{ schedule: 'nightly', late: false }],
    channels: [{ channel: 'mail', waiting: 0, givenUp: 0 }],
  })
})
