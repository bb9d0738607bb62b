import { join } from 'node:path'
import {
  type Corrections,
  correctedWorld,
  type FaultPlan,
  type OpenCpsQuirks,
  servePortals,
  smallWorld,
} from '@cchc/portals'
import { openStore } from '@cchc/store'
import { beforeEach, describe, expect, it } from 'vitest'
import { dismissRefusal } from '../src/actions/dismiss-refusal.ts'
import { type Hub, openHub } from '../src/index.ts'
import { quarantine } from '../src/questions/quarantine.ts'
import { status } from '../src/questions/status.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

const world = smallWorld({ dossiers: 120 })
const OF_2022 = Array.from({ length: 120 }, (_, index) => world.dossier(index)).filter(
  ({ receivedAt }) => receivedAt >= Date.UTC(2022, 1, 1) && receivedAt < Date.UTC(2022, 11, 1),
)
const CODES = OF_2022.map(({ code }) => code)
const YEAR = { from: '2022-01-01', to: '2022-12-31' }

let folder: string
beforeEach(() => {
  folder = configFolder({})
})

interface Portal {
  readonly corrections?: Corrections
  readonly faults?: FaultPlan
  readonly quirks?: OpenCpsQuirks
}

/** A hub on the same store, before a portal of that kind. */
async function on<T>(portal: Portal, work: (hub: Hub) => Promise<T>): Promise<T> {
  const { corrections = {}, faults, quirks } = portal
  const shown = correctedWorld(world, corrections)
  const portals = await servePortals({
    world: shown,
    ...(faults && { faults }),
    ...(quirks && { quirks }),
  })
  const { url: baseUrl, password, ...access } = portals.openCps
  const days = { since: '2021-09-01', windowDays: 366 }
  const secret = reference('env:OPENCPS_PASSWORD')
  const source = { connector: 'opencps', baseUrl, password: secret, ...access, ...days }
  const store = { url: 'sqlite:hub.db' }
  const organisations = { H99: { name: 'UBND tỉnh Thử Nghiệm', level: 'province' } }
  const config = { store, organisations, sources: { 'one-stop': source } }
  const hub = await openHub({ cwd: folder, config, env: { OPENCPS_PASSWORD: password } })
  try {
    return await work(hub)
  } finally {
    await hub.close()
    await portals.close()
  }
}

type Asked = Parameters<typeof actions.sync.act>[1]

function sync(portal: Portal, asked: Asked = {}) {
  return on(portal, async (hub) => {
    const { runs } = await hub.act(actions.sync, asked)
    const { total } = await hub.ask(questions.dossierStatistics, {
      ...{ org: 'H99', period: '2022', partial: true },
    })
    const { receivedOnline, receivedDirectPost } = total.statistics
    return { run: runs[0], received: (receivedOnline ?? 0) + (receivedDirectPost ?? 0) }
  })
}

async function storedCodes(): Promise<string[]> {
  const store = await openStore({ url: `sqlite:${join(folder, 'hub.db')}` })
  const codes: string[] = []
  for await (const part of store.scanDossiers({ from: 0, to: 30_000 })) {
    codes.push(...part.map(({ code }) => code))
  }
  await store.close()
  return codes.toSorted()
}

function codesOf(corrections: Corrections): string[] {
  const shown = correctedWorld(world, corrections)
  return Array.from({ length: shown.dossierCount }, (_, at) => shown.dossier(at).code).toSorted()
}

describe('what clerks did at the portal', () => {
  const [first = '', second = '', third = '', fourth = ''] = CODES
  const corrections: Corrections = {
    deleted: new Set([first, second]),
    renumbered: new Map([[third, 'H99.99.99-X-1']]),
    received: new Map([[fourth, Date.UTC(2021, 10, 3)]]),
  }

  it('is told, followed once everything is read again, and those that come back live again', async () => {
    const before = await sync({})
    const told = await sync({ corrections }, YEAR)
    const { items } = await on({ corrections }, (hub) => hub.ask(status, {}))
    expect(items.map(({ stream, missing }) => [stream, missing])).toContainEqual(['dossiers', 2])
    expect(told.run).toMatchObject({ status: 'done', counts: { removed: 0 } })
    expect(told.run?.warnings).toEqual([expect.stringContaining('stored dossiers are no longer')])
    for (const code of [first, second]) expect(told.run?.warnings[0]).toContain(code)
    // The one whose day was corrected was met among the dossiers of earlier days.
    expect(told.received).toBe(before.received - 1)
    const full = await sync({ corrections }, { full: true })
    expect(full.run).toMatchObject({ status: 'done', counts: { removed: 2 } })
    expect(await storedCodes()).toEqual(codesOf(corrections))
    expect(full.received).toBe(before.received - 3)
    const restored = { ...corrections, deleted: new Set<string>() }
    const again = await sync({ corrections: restored }, { full: true })
    expect(await storedCodes()).toEqual(codesOf(restored))
    expect(again.received).toBe(before.received - 1)
  })

  it('is followed on a word of acceptance, but for dossiers that are still there', async () => {
    await sync({})
    await sync({ corrections }, YEAR)
    const { run } = await sync({ corrections }, { acceptRemovals: true })
    expect(run?.counts.removed).toBe(2)
    expect(await storedCodes()).toEqual(codesOf(corrections))
  })
})

describe('a stream that the portal refuses', () => {
  const faults: FaultPlan = {
    next: ({ url }) =>
      url.includes('serviceinfos')
        ? { kind: 'answer', status: 403, headers: {}, body: '' }
        : undefined,
  }

  it('fails alone, with its error and what to do', async () => {
    const { run, received } = await sync({ faults })
    expect(run).toMatchObject({
      status: 'partial',
      failures: [
        { stream: 'procedures', code: 'portal_denied', fix: expect.stringContaining('rights') },
      ],
    })
    expect(run?.streams.dossiers?.new).toBe(120)
    expect(received).toBeGreaterThan(0)
  })

  it('is told by a check, beside the streams that are in order', async () => {
    const { items } = await on({ faults }, (hub) => hub.ask(questions.sourceChecks, {}))
    expect(items).toMatchObject([
      {
        ok: false,
        error: { code: 'portal_denied' },
        streams: [
          { stream: 'procedures', ok: false, error: { code: 'portal_denied' } },
          { stream: 'dossiers', ok: true, error: null },
          { stream: 'figures', ok: true, error: null },
        ],
      },
    ])
  })
})

it('a refused record that a person dismissed troubles no later run while it stays the same', async () => {
  const quirks = { malformedEvery: 50 }
  expect((await sync({ quirks })).run).toMatchObject({ status: 'partial', counts: { refused: 2 } })
  await on({ quirks }, async (hub) => {
    for (const { id } of (await hub.ask(quarantine, {})).items) {
      const word = { id, by: 'lan', reason: 'hồ sơ thử nghiệm' }
      const dismissed = await hub.act(dismissRefusal, word)
      expect(dismissed.dismissal).toMatchObject({ by: 'lan', reason: 'hồ sơ thử nghiệm' })
      await expect(hub.act(dismissRefusal, word)).rejects.toMatchObject({ code: 'usage_invalid' })
    }
    expect((await hub.ask(quarantine, {})).items).toEqual([])
    expect((await hub.ask(quarantine, { resolved: true })).items).toHaveLength(2)
  })
  const again = await sync({ quirks }, { full: true })
  expect(again.run).toMatchObject({ status: 'done', counts: { refused: 2, dismissed: 2 } })
})
