import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Corrections,
  correctedWorld,
  type OpenCpsQuirks,
  servePortals,
  smallWorld,
} from '@cchc/portals'
import { beforeEach, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { status } from '../src/questions/status.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'

const world = smallWorld({ dossiers: 120 })
const [first = '', second = '', third = ''] = Array.from({ length: 120 }, (_, index) =>
  world.dossier(index),
)
  .filter(
    ({ receivedAt }) => receivedAt >= Date.UTC(2022, 1, 1) && receivedAt < Date.UTC(2022, 11, 1),
  )
  .map(({ code }) => code)
const corrections: Corrections = {
  deleted: new Set([first, second]),
  renumbered: new Map([[third, 'H99.99.99-X-1']]),
}

let folder: string
beforeEach(() => {
  folder = configFolder({})
})

/** A hub on the same store, before a portal that shows something else. */
async function on<T>(
  portal: { readonly corrections?: Corrections; readonly quirks?: OpenCpsQuirks },
  work: (hub: Hub) => Promise<T>,
  leavesNothing = false,
): Promise<T> {
  const { quirks = {} } = portal
  const shown = correctedWorld(world, portal.corrections ?? {})
  const portals = await servePortals({ world: shown, quirks })
  const { url: baseUrl, password, ...access } = portals.openCps
  const days = { since: '2021-09-01', windowDays: 60 }
  const secret = reference('env:OPENCPS_PASSWORD')
  const source = { connector: 'opencps', baseUrl, password: secret, ...access, ...days }
  const config = { store: { url: 'sqlite:hub.db' }, sources: { 'one-stop': source } }
  const env = { OPENCPS_PASSWORD: password }
  const hub = await openHub({ cwd: folder, config, env, leavesNothing })
  try {
    return await work(hub)
  } finally {
    await hub.close()
    await portals.close()
  }
}

type Asked = Parameters<typeof actions.sync.act>[1]

const file = () => readFileSync(join(folder, 'hub.db'))

test.each<[string, Asked]>([
  ['everything again', { full: true }],
  ['some days', { from: '2022-01-01', to: '2022-12-31' }],
  ['one stream', { stream: ['dossiers'], full: true }],
])('a dry run of %s tells what the sync then does, and writes nothing', async (_, asked) => {
  await on({}, (hub) => hub.act(actions.sync, {}))
  const changed = { corrections, quirks: { malformedEvery: 50 } }
  const before = file()
  const rehearsed = await on(changed, (hub) => hub.act(actions.sync, { ...asked, dryRun: true }))
  expect(file().equals(before)).toBe(true)
  expect(rehearsed.runs).toEqual([])
  const { done, items } = await on(changed, async (hub) => ({
    done: await hub.act(actions.sync, asked),
    ...(await hub.ask(status, {})),
  }))
  const [dryRun] = rehearsed.dryRuns ?? []
  const [run] = done.runs
  expect(dryRun?.streams).toEqual(run?.streams)
  expect(dryRun).toMatchObject({ dryRun: true, status: run?.status, warnings: run?.warnings })
  const stands = items.filter(({ stream }) => stream in (run?.streams ?? {}))
  expect(dryRun?.missing).toEqual(
    Object.fromEntries(stands.map(({ stream, missing }) => [stream, missing])),
  )
  if (!asked.full) expect(dryRun?.missing.dossiers).toBeGreaterThan(0)
  expect(dryRun?.counts.refused).toBeGreaterThan(0)
  expect(dryRun?.refusals).toHaveLength(dryRun?.counts.refused ?? 0)
})

test('a dry run before the first sync says that all is new, and makes no database', async () => {
  const { dryRuns } = await on({}, (hub) => hub.act(actions.sync, { dryRun: true }), true)
  expect(readdirSync(folder)).toEqual([])
  expect(dryRuns).toMatchObject([{ source: 'one-stop', streams: { dossiers: { new: 120 } } }])
  const { runs } = await on({}, (hub) => hub.act(actions.sync, {}))
  expect(runs).toMatchObject([{ id: '1', streams: { dossiers: { new: 120 } } }])
})
