import { inWords, type Message, NotFoundError, say, UsageError } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { QuarantinedRecord, Refusal, Store } from '../../src/index.ts'
import { batch, catalogueBatch, dossier, procedures } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

export function testQuarantine(fixture: Fixture): void {
  describe('the quarantine', () => {
    test('keeps a refused record with its reasons, its run and its time', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const counts = await run.commit(batch([dossier('A')], { refusals: [refusal('B')] }))
      expect(counts).toMatchObject({ fetched: 2, new: 1, refused: 1 })
      const [kept] = (await store.listQuarantine()).items
      expect(kept).toEqual({
        ...refusal('B'),
        ...{ id: kept?.id, source: 'one-stop', stream: 'dossiers' },
        ...{ firstRunId: run.runId, lastRunId: run.runId },
        ...{ firstSeenAt: clock.now(), lastSeenAt: clock.now(), timesSeen: 1, resolvedAt: null },
        dismissal: null,
      })
      expect(await store.getQuarantined(String(kept?.id))).toEqual(kept)
      await expect(store.getQuarantined('999')).rejects.toThrow(NotFoundError)
      await expect(store.getQuarantined('x')).rejects.toThrow(NotFoundError)
    })

    test('counts a record that is refused again, with its newest reasons', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const first = await begin(store)
      const firstSeenAt = clock.now()
      await first.commit(batch([], { refusals: [refusal('A'), refusal('A')] }))
      await finish(first)
      clock.pass(1000)
      const second = await begin(store)
      await second.commit(batch([], { refusals: [refusal('A', say('another reason'))] }))
      const { items } = await store.listQuarantine()
      expect(items).toMatchObject([
        {
          reasons: [{ path: 'dueAt', message: say('another reason') }],
          ...{ timesSeen: 3, firstRunId: first.runId, lastRunId: second.runId },
          ...{ firstSeenAt, lastSeenAt: clock.now() },
        },
      ])
    })

    test('reads the plain texts of old rows, and knows such a record again', async () => {
      const { store } = await fixture.fresh()
      const [old, now] = ['A is unknown', say('{code} is unknown', { code: 'A' })] as const
      const run = await begin(store)
      await run.commit(
        batch([], { refusals: [{ ...refusal('A', old as unknown as Message), key: null }] }),
      )
      const [before] = (await store.listQuarantine()).items
      expect(before?.reasons).toEqual([{ path: 'dueAt', message: old }])
      expect(inWords(before?.reasons[0]?.message ?? '')).toBe('A is unknown')
      await run.commit(batch([], { refusals: [{ ...refusal('A', now), key: null }] }))
      const { items } = await store.listQuarantine()
      expect(items).toMatchObject([{ timesSeen: 2, reasons: [{ path: 'dueAt', message: now }] }])
    })

    test('resolves a record when its valid version arrives, in this run or a later one', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const first = await begin(store)
      await first.commit(batch([], { refusals: [refusal('A'), refusal('B'), refusal('C')] }))
      clock.pass(5)
      await first.commit(batch([dossier('A')]))
      expect(await openKeys(store)).toEqual(['B', 'C'])
      await finish(first)
      const second = await begin(store)
      await second.commit(batch([dossier('B')]))
      expect(await openKeys(store)).toEqual(['C'])
      const { items } = await store.listQuarantine({ includeResolved: true })
      expect(items.map(({ resolvedAt }) => resolvedAt)).toEqual([null, clock.now(), clock.now()])
    })

    test('opens a resolved record again when it is refused again', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([], { refusals: [refusal('A')] }))
      await run.commit(batch([dossier('A')]))
      await run.commit(batch([], { refusals: [refusal('A')] }))
      expect(await openKeys(store)).toEqual(['A'])
      await run.commit(batch([dossier('A')]))
      expect(await openKeys(store)).toEqual([])
    })

    test('does not mix up streams and sources', async () => {
      const { store } = await fixture.fresh()
      const [here, there] = [await begin(store, 'here'), await begin(store, 'there')]
      await here.commit(batch([], { source: 'here', refusals: [refusal('A')] }))
      await there.commit(batch([], { source: 'there', refusals: [refusal('A')] }))
      await here.commit({ ...catalogueBatch(procedures('A'), 'upsert'), source: 'here' })
      expect(await openKeys(store)).toEqual(['A', 'A'])
      await here.commit(batch([dossier('A')], { source: 'here' }))
      expect((await store.listQuarantine({ source: 'here' })).items).toEqual([])
      expect((await store.listQuarantine({ source: 'there' })).items).toHaveLength(1)
    })

    test('keeps records without a valid key once for each content', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const nameless = { ...refusal('A'), key: null }
      await run.commit(batch([], { refusals: [nameless, { ...nameless, fields: { x: 1 } }] }))
      await run.commit(batch([], { refusals: [nameless] }))
      const { items } = await store.listQuarantine()
      expect(items.map(({ key, timesSeen }) => [key, timesSeen])).toEqual([
        [null, 1],
        [null, 2],
      ])
    })

    test('holds thousands of refusals of one batch, also with text that a database refuses', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const refusals = Array.from({ length: 2500 }, (_, index) => refusal(`R\u0000${index}`))
      await run.commit(batch([], { refusals }))
      expect(await store.listStreams()).toMatchObject([{ quarantined: 2500, records: 0 }])
    })

    test('is listed newest first, page by page', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const refusals = ['A', 'B', 'C', 'D', 'E'].map((code) => refusal(code))
      for (const one of refusals) await run.commit(batch([], { refusals: [one] }))
      const pages: string[][] = []
      let after: string | undefined
      do {
        const page = await store.listQuarantine({ limit: 2, ...(after ? { after } : {}) })
        pages.push(page.items.map(code))
        after = page.next ?? undefined
      } while (after)
      expect(pages).toEqual([['E', 'D'], ['C', 'B'], ['A']])
      await expect(store.listQuarantine({ after: 'nonsense' })).rejects.toThrow(UsageError)
      await expect(store.listQuarantine({ limit: 0 })).rejects.toThrow(UsageError)
    })
  })
}

function refusal(name: string, message: Message = say('is no instant')): Refusal {
  return {
    key: { code: name },
    reasons: [{ path: 'dueAt', message }],
    fields: { status: 'processing', nested: [1, null, 'hồ sơ'] },
  }
}

function code(record: QuarantinedRecord): string {
  return String(record.key?.code)
}

async function openKeys(store: Store): Promise<string[]> {
  return (await store.listQuarantine()).items.map(code).sort()
}
