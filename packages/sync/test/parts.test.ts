import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PortalThrottled, PortalUnavailable, say } from '@cchc/domain'
import { openStore, type Store } from '@cchc/store'
import { dumpStore } from '@cchc/store/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunSourceOptions, readParts, runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { opening, settings } from './scripted.ts'
import { FIRST, LAST, splitPortal } from './split-portal.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-parts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
let url = ''
let store: Store
beforeEach(async () => {
  count += 1
  url = `sqlite:${join(folder, `${count}.db`)}`
  store = await openStore({ url })
  return () => store.close()
})

type Portal = ReturnType<typeof splitPortal>

function settingsOf({ connector, asked }: Portal, atOnce: number, of = store) {
  const open = opening(connector)
  const charged: number[] = []
  const traffic = () => ({ requests: asked.length, retries: 0, bytes: 0 })
  const openPart = (signal: AbortSignal) => ({ ...open(signal), traffic })
  const parts = { atOnce, claim: of.claimPart, open: openPart }
  const common = settings(new MemoryStore(), connector)
  const opened = (signal: AbortSignal) => ({
    ...open(signal),
    charge: (requests: number) => void charged.push(requests),
  })
  return { ...common, store: of, streams: ['dossiers'], open: opened, parts, charged }
}

function run(portal: Portal, change: Partial<RunSourceOptions> = {}, atOnce = 2) {
  return runSource({ ...settingsOf(portal, atOnce), ...change })
}

const DAYS = Array.from({ length: 10 }, (_, i) => `2022-03-${String(i + 1).padStart(2, '0')}`)

describe('a reading in parts', () => {
  test('brings what one reading brings, and its position and coverage once', async () => {
    const whole = await run(splitPortal(), {}, 1)
    expect(whole).toMatchObject({ status: 'done', parts: {} })
    const before = { dump: await dumpStore(url), covered: await store.listCompletions() }
    const url2 = `sqlite:${join(folder, 'split.db')}`
    const other = await openStore({ url: url2 })
    try {
      const portal = splitPortal()
      const split = await runSource(settingsOf(portal, 2, other))
      expect(split).toMatchObject({ status: 'done', parts: { dossiers: { done: 5, all: 5 } } })
      expect(split.counts).toMatchObject({ new: 21, fetched: 21, pages: 11 })
      expect(portal.asked).toEqual([...DAYS, 'rest'])
      expect(await dumpStore(url2)).toEqual(before.dump)
      const [covered] = await other.listCompletions()
      expect(covered).toMatchObject({ stream: 'dossiers', covered: { entity: 'dossier' } })
    } finally {
      await other.close()
    }
  })

  test('is shared with others that help, each day asked for once', async () => {
    const another = Promise.withResolvers<void>()
    let days = 0
    const onDay = () => {
      days += 1
      if (days > 1) another.resolve()
      return another.promise
    }
    const portal = splitPortal({ onDay })
    const other = await openStore({ url })
    const begun = Promise.withResolvers<string>()
    const onBegun = ({ id }: { readonly id: string }) => begun.resolve(id)
    try {
      const running = run(portal, { onBegun })
      const helped = await help(portal, { store: other, runId: await begun.promise })
      const done = await running
      expect(done).toMatchObject({ status: 'done', parts: { dossiers: { done: 5, all: 5 } } })
      expect(done.counts).toMatchObject({ new: 21, pages: 11 })
      expect(helped).toBeGreaterThan(0)
      expect(portal.asked.toSorted()).toEqual([...DAYS, 'rest'])
    } finally {
      await other.close()
    }
  })

  test.each([
    ['failed', new PortalUnavailable(say('away'))],
    ['partial', new PortalThrottled(say('slower'))],
  ] as const)('that is %s is gone on with from its last commits', async (status, failure) => {
    const failing = splitPortal({
      onDay: (day) => {
        if (day === '2022-03-06') throw failure
      },
    })
    const first = await run(failing)
    expect(first).toMatchObject({ status, parts: { dossiers: { done: 2, all: 5 } } })
    expect(first.error).toMatchObject({ code: failure.code })
    const [stream] = await store.listStreams()
    expect(stream).toMatchObject({ completedAt: null, records: 10 })
    expect(stream?.cursor).toBeUndefined()
    const portal = splitPortal()
    const second = await run(portal)
    expect(second).toMatchObject({ status: 'done', parts: { dossiers: { done: 5, all: 5 } } })
    expect(portal.asked).toEqual([...DAYS.slice(5), 'rest'])
    expect((await store.listStreams())[0]).toMatchObject({ records: 21, cursor: { page: 101 } })
  })

  test('that is stopped ends at a page', async () => {
    const stop = new AbortController()
    const stopped = splitPortal({ onDay: (day) => day === '2022-03-04' && stop.abort() })
    expect(await run(stopped, { signal: stop.signal })).toMatchObject({ status: 'interrupted' })
    const portal = splitPortal()
    expect(await run(portal)).toMatchObject({ status: 'done' })
    expect(portal.asked).toEqual([...DAYS.slice(DAYS.indexOf(portal.asked[0] ?? '')), 'rest'])
    expect(portal.asked[0]).not.toBe(FIRST)
  })

  test('takes what its parts asked from the budget of the rest', async () => {
    const used = settingsOf(splitPortal(), 2)
    await runSource(used)
    expect(used.charged).toEqual([10])
  })

  test('of days that a person asks for leaves that of everything alone', async () => {
    const failing = splitPortal({
      onDay: (day) => {
        if (day === '2022-03-06') throw new PortalUnavailable(say('away'))
      },
    })
    await run(failing)
    const limited = splitPortal()
    const asked = await run(limited, { from: '2022-03-01', to: '2022-03-04' })
    expect(asked).toMatchObject({ status: 'done', parts: {} })
    const portal = splitPortal()
    await run(portal)
    expect(portal.asked).toEqual([...DAYS.slice(5), 'rest'])
  })

  test('of days gives way to one of other days', async () => {
    const failing = splitPortal({
      onDay: (day) => {
        if (day === '2022-03-03') throw new PortalUnavailable(say('away'))
      },
    })
    await run(failing, { from: FIRST, to: '2022-03-04' })
    const portal = splitPortal()
    const others = { from: '2022-03-05', to: LAST }
    expect(await run(portal, others)).toMatchObject({ parts: { dossiers: { done: 3, all: 3 } } })
    expect(portal.asked).toEqual([...DAYS.slice(4), 'rest'])
  })

  test('is begun anew where everything is read again', async () => {
    const failing = splitPortal({
      onDay: (day) => {
        if (day === '2022-03-06') throw new PortalUnavailable(say('away'))
      },
    })
    await run(failing)
    const portal = splitPortal()
    await run(portal, { full: true })
    expect(portal.asked).toEqual([...DAYS, 'rest'])
  })

  test('ends for whoever helps when its run is over', async () => {
    const { runId, ...finished } = await begun()
    await finished.finish({ status: 'interrupted', error: null })
    const { signal } = new AbortController()
    expect(await readParts({ ...settingsOf(splitPortal(), 2), signal, runId })).toBe(0)
  })
})

/** Reads parts of a run as soon as it has some. */
async function help(portal: Portal, { store: of, runId }: { store: Store; runId: string }) {
  const { signal } = new AbortController()
  for (let tries = 0; tries < 5_000; tries += 1) {
    const read = await readParts({ ...settingsOf(portal, 2, of), signal, runId })
    if (read > 0) return read
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return 0
}

async function begun() {
  const writer = await store.beginRun({
    source: 'test',
    connector: 'scripted',
    connectorVersion: '1.0.0',
    trigger: 'manual',
  })
  return { runId: writer.runId, finish: writer.finish.bind(writer) }
}
