import type { Dossier } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/index.ts'
import { storeAsKnownAt } from '../../src/views.ts'
import { batch, dossier, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const YEAR = 366 * 86_400_000
const HOUR = 3_600_000

/** What a store promises though clocks are wrong: that of this machine, or that of a portal. */
export function testClocks(fixture: Fixture): void {
  describe('an instant that was given out', () => {
    test('gives the same for ever, though the clock is set back right after', async () => {
      const clock = manualClock()
      const { store, url } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch([dossier('A', { version: 1 })]))
      clock.pass(60_000)
      const given = await store.settle()
      expect(given).toBe(clock.now())
      clock.pass(-2000)
      const other = await fixture.open(url, { now: clock.now })
      expect(await other.settle()).toBe(given)
      await run.commit(batch([dossier('A', { version: 2 }), dossier('B')]))
      await other.saveDocument(plan, { by: 'Lan' })
      const [kept] = await other.listDocuments()
      expect(kept?.enteredAt).toBeGreaterThan(given)
      expect(await statesAt(store, given)).toEqual(['A 1'])
      expect(await statesAt(store, await store.settle())).toEqual(['A 2', 'B 1'])
      expect(await store.clockBehind(given)).toBeNull()
    })

    test('can be settled within the millisecond of a commit, and the next commit comes later', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      for (const version of [1, 3, 5]) {
        await run.commit(batch([dossier('A', { version })]))
        const given = await store.settle()
        await run.commit(batch([dossier('A', { version: version + 1 })]))
        expect(await statesAt(store, given)).toEqual([`A ${version}`])
      }
    })

    test('tells of itself when it lies far ahead of the clock, and no other does', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const before = await store.settle()
      const run = await begin(store)
      clock.pass(YEAR)
      await run.commit(batch([dossier('A', { version: 1 })]))
      const fast = await store.settle()
      clock.pass(-YEAR + HOUR)
      const told = clock.now()
      await run.commit(batch([dossier('A', { version: 2 })]))
      const ahead = await store.settle()
      expect(ahead).toBeGreaterThan(fast)
      clock.pass(HOUR)
      expect(await store.settle()).toBe(ahead)
      clock.pass(2 * YEAR)
      const after = await store.settle()
      expect(after).toBe(clock.now())
      expect(await store.clockBehind(ahead)).toBe(told)
      for (const one of [before, after]) expect(await store.clockBehind(one)).toBeNull()
      expect(await statesAt(store, fast)).toEqual(['A 1'])
    })
  })

  test('a run ends behind its commits where many come in one moment', async () => {
    const clock = manualClock()
    const { store } = await fixture.fresh({ now: clock.now })
    const run = await begin(store)
    await run.commit(batch([dossier('A')]))
    clock.pass(-5)
    for (const code of ['B', 'C']) await run.commit(batch([dossier(code)]))
    const last = await store.lastCommitAt()
    expect(last).toBeGreaterThan(clock.now())
    expect((await finish(run)).finishedAt).toBeGreaterThanOrEqual(last)
  })

  test('runs and whole passes end by the clock, though commits are dated after a fast one', async () => {
    const clock = manualClock()
    const { store } = await fixture.fresh({ now: clock.now })
    const pass = async () => {
      const run = await begin(store)
      await run.commit(batch([dossier('A')]))
      await run.completePass('dossiers', { cursor: null, acceptRemovals: false })
      return finish(run)
    }
    clock.pass(YEAR)
    await pass()
    const fast = await store.settle()
    clock.pass(-YEAR)
    expect(await pass()).toMatchObject({ startedAt: clock.now(), finishedAt: clock.now() })
    const completion = { source: 'one-stop', stream: 'dossiers', completedAt: clock.now() }
    expect(await store.listStreams()).toMatchObject([completion])
    expect(await store.listCompletions()).toMatchObject([completion])
    expect(await store.listCompletions({ asKnownAt: fast })).toMatchObject([
      { ...completion, completedAt: clock.now() + YEAR },
    ])
    expect(await store.lastCommitAt()).toBeGreaterThan(fast)
  })

  describe('a version that lies ahead of the clock', () => {
    test('is capped, so that later states are newer, and read again it changes nothing', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const commit = (change: Partial<Dossier>) => run.commit(batch([dossier('A', change)]))
      const bogus = clock.now() + 10 * YEAR
      await commit({ version: clock.now() - 1, status: 'received' })
      await commit({ version: bogus, status: 'processing' })
      clock.pass(HOUR)
      await commit({ version: bogus, status: 'processing' })
      await commit({ version: clock.now(), status: 'finished' })
      await commit({ version: clock.now() - 1, status: 'received' })
      await run.commit(batch([dossier('B', { version: bogus })]))
      clock.pass(HOUR)
      expect(await run.commit(batch([dossier('B', { version: bogus })]))).toMatchObject({
        ...{ new: 2, changed: 2, unchanged: 2, outdated: 1 },
      })
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'finished' })
      expect((await store.findDossier('one-stop', 'B'))?.version).toBeLessThan(clock.now() - HOUR)
    })

    test('by a clock that is fast hides nothing that the portal changes until then', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const changedAt = clock.now() + HOUR
      clock.pass(YEAR)
      const run = await begin(store)
      const bogus = batch([dossier('A', { version: clock.now() + YEAR, status: 'received' })])
      await run.commit({ ...bogus, portalBehindMs: YEAR })
      await run.commit(batch([dossier('A', { version: changedAt, status: 'finished' })]))
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'finished' })
    })

    test('hides nothing that the portal changed while the run went on', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const changedAt = clock.now() + 1000
      clock.pass(5000)
      await run.commit(batch([dossier('A', { version: changedAt + 10 * YEAR })]))
      await run.commit(batch([dossier('A', { version: changedAt, status: 'finished' })]))
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'finished' })
    })

    test('is believed where earlier commits and the portal agree that the clock is behind', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      clock.pass(YEAR)
      const newer = dossier('A', { version: clock.now() - HOUR, status: 'finished' })
      await run.commit(batch([newer]))
      clock.pass(-YEAR)
      const older = batch([dossier('A', { version: clock.now(), status: 'received' })])
      expect(await run.commit({ ...older, portalAheadMs: YEAR })).toMatchObject({ outdated: 1 })
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'finished' })
      await run.commit(older)
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'received' })
    })

    test('is not believed because a portal alone says that it is later', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const bogus = batch([dossier('A', { version: clock.now() + YEAR, status: 'received' })])
      await run.commit({ ...bogus, portalAheadMs: 2 * YEAR })
      clock.pass(1000)
      await run.commit(batch([dossier('A', { version: clock.now(), status: 'finished' })]))
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'finished' })
    })

    test('that is stored already holds up no later state', async () => {
      const clock = manualClock()
      const { store, url } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch([dossier('A', { status: 'received' })]))
      await fixture.query(url, `update dossier set version = ${clock.now() + 10 * YEAR}`)
      const later = dossier('A', { status: 'finished', version: clock.now() })
      expect(await run.commit(batch([later]))).toMatchObject({ changed: 1, outdated: 0 })
      expect(await run.commit(batch([later]))).toMatchObject({ changed: 1, unchanged: 1 })
    })
  })
}

const plan = { kind: 'plan', organisation: 'H99', year: 2022, content: {}, origin: null } as const

async function statesAt(store: Store, instant: number): Promise<string[]> {
  const states: string[] = []
  const query = { from: 0, to: FIRST_DAY + 1000 }
  for await (const part of storeAsKnownAt(store, instant).scanDossiers(query)) {
    states.push(...part.map(({ code, version }) => `${code} ${version}`))
  }
  return states.toSorted()
}
