import { type Dossier, dayNumberOf, inWords, startOfDay } from '@cchc/domain'
import { statedCount } from '@cchc/domain/testing'
import { describe, expect, test } from 'vitest'
import type { GateLimits, RunWriter, Store, StoredDossier } from '../../src/index.ts'
import { storeAsKnownAt, storeBehindGates } from '../../src/views.ts'
import { batch, catalogueBatch, dossiers, FIRST_DAY, procedures } from './dossiers.ts'
import { type Fixture, finish, manualClock, scanInOrder } from './fixture.ts'
import { scanned, summed } from './model.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MORNING = startOfDay(FIRST_DAY) + 9 * HOUR
const LIMITS: GateLimits = { volume: 0.7, freshnessDays: 14, late: 0.2, identities: true }
const END = { cursor: { page: 1 }, acceptRemovals: false }
const EVERYTHING = { from: 0, to: FIRST_DAY + 1000 }
const ON_TIME = {
  dueAt: MORNING + 8 * HOUR,
  finishedAt: MORNING + 4 * HOUR,
  status: 'finished' as const,
}
const LATE = { ...ON_TIME, finishedAt: MORNING + DAY, version: 9 }

function begin(store: Store, gate: GateLimits | null = LIMITS, source = 'one-stop') {
  const request = { connector: 'opencps', connectorVersion: '1.2.3', trigger: 'manual' } as const
  return store.beginRun({ ...request, source, ...(gate && { gate }) })
}

/** A pass over dossiers that says its days whole, as far as its end. */
async function pass(run: RunWriter, records: readonly Dossier[], source = 'one-stop') {
  const reach = { entity: 'dossier' as const, from: null, openBefore: false }
  await run.beginPass('dossiers', reach)
  const codes = new Map(records.map(({ code }) => [code, FIRST_DAY]))
  const whole = [{ from: FIRST_DAY, to: FIRST_DAY, codes, unreadable: 0 }]
  await run.commit({ ...batch(records, { whole }), source })
}

async function whole(store: Store, records: readonly Dossier[], source = 'one-stop') {
  const run = await begin(store, LIMITS, source)
  await pass(run, records, source)
  await run.completePass('dossiers', END)
  return finish(run)
}

async function shown(store: Store): Promise<StoredDossier[]> {
  return scanInOrder(store, EVERYTHING)
}

const names = async (store: Store) => (await shown(store)).map(({ code }) => code)

/** What a scan and the ledger give, which must be the same. */
async function counted(store: Store) {
  const days = { from: FIRST_DAY, to: FIRST_DAY + 100 }
  const statistics = scanned(await shown(store), days)
  expect(summed(await store.ledger({ ...days, byDay: true }), days)).toEqual(statistics)
  return statistics
}

const reasons = async (store: Store) =>
  (await store.listClosedGates()).flatMap((gate) => gate.reasons.map((one) => inWords(one)))

export function testGates(fixture: Fixture): void {
  async function province() {
    const clock = manualClock(MORNING + 2 * DAY)
    const { store } = await fixture.fresh({ now: clock.now })
    const good = dossiers(100, ON_TIME)
    await whole(store, good)
    await whole(store, dossiers(3), 'other')
    const then = await store.settle()
    clock.pass(HOUR)
    return { clock, store, good, then, behind: storeBehindGates(store, new Set()) }
  }

  describe('a gate', () => {
    test('lets through what is within its limits', async () => {
      const { store, behind } = await province()
      const fewLate = [...dossiers(15, LATE), ...dossiers(100, ON_TIME).slice(15)]
      expect((await whole(store, fewLate)).status).toBe('done')
      expect(await store.listClosedGates()).toEqual([])
      expect((await counted(behind)).resolvedLate).toBe(15)
    })

    test('is closed by the very commit that breaks a limit, though nothing comes after it', async () => {
      const { store, behind } = await province()
      const before = await counted(behind)
      const run = await begin(store)
      await run.commit(batch(dossiers(100, LATE).slice(0, 60)))
      expect(await reasons(store)).toEqual([
        '60 % of the resolved dossiers are late, before it were 0 %',
      ])
      expect(await counted(behind)).toEqual(before)
      expect((await counted(store)).resolvedLate).toBe(60)
    })

    test('holds what a pass brings until the portal gives its data again', async () => {
      const { store, behind, good } = await province()
      const run = await begin(store)
      await pass(run, [...good.slice(0, 50), ...dossiers(101, ON_TIME).slice(100)])
      await run.completePass('dossiers', END)
      const { status, warnings, id } = await finish(run)
      expect(status).toBe('partial')
      expect(warnings.map((one) => inWords(one)).at(-1)).toMatch(
        /one-stop brings waits at the gate since .*: dossiers: 51 of 100 records are left\. .*--accept/,
      )
      expect(await names(store)).toHaveLength(104)
      expect(await names(behind)).toHaveLength(103)
      expect((await whole(store, dossiers(102, ON_TIME))).status).toBe('done')
      expect(await names(behind)).toHaveLength(105)
      const events = await store.listGateEvents({ source: 'one-stop' })
      expect(events.map(({ action, runId, by }) => [action, runId, by])).toEqual([
        ['closed', id, null],
        ['opened', String(Number(id) + 1), null],
      ])
    })

    test('opens on the word of a person, who is kept, and for what was accepted only', async () => {
      const { store, behind, clock } = await province()
      await whole(store, dossiers(100, LATE))
      expect((await counted(behind)).resolvedLate).toBe(0)
      const word = { by: 'lan', note: 'Cổng đã sửa ngày hẹn trả' }
      clock.pass(HOUR)
      expect(await store.acceptSource('one-stop', word)).toBe(true)
      expect(await store.acceptSource('one-stop', word)).toBe(false)
      expect((await counted(behind)).resolvedLate).toBe(100)
      const last = (await store.listGateEvents({ source: 'one-stop' })).at(-1)
      expect(last).toMatchObject({
        action: 'accepted',
        ...word,
        runId: '3',
        recordedAt: clock.now(),
      })
      expect((await whole(store, dossiers(100, LATE))).status).toBe('done')
      await whole(store, dossiers(40, LATE))
      expect(await reasons(store)).toEqual(['dossiers: 40 of 100 records are left'])
    })

    test('is no matter of a person while a run holds the source', async () => {
      const { store } = await province()
      await whole(store, dossiers(100, LATE))
      const run = await begin(store)
      const word = store.acceptSource('one-stop', { by: 'lan', note: null })
      await expect(word).rejects.toMatchObject({ code: 'run_conflict' })
      await finish(run)
    })

    test('measures many small losses against the most that there was', async () => {
      const { store } = await province()
      for (const count of [90, 80, 71]) {
        await whole(store, dossiers(count, ON_TIME))
        expect(await reasons(store)).toEqual([])
      }
      await whole(store, dossiers(69, ON_TIME))
      expect(await reasons(store)).toEqual(['dossiers: 69 of 100 records are left'])
      const run = await begin(store)
      await run.completePass('dossiers', { ...END, acceptRemovals: true })
      await finish(run)
      expect(await reasons(store)).toEqual([])
      await whole(store, dossiers(60, ON_TIME))
      expect(await reasons(store)).toEqual([])
    })

    test('notices late dossiers that become more little by little, until a person accepts them', async () => {
      const { store, behind, clock } = await province()
      const late = (count: number) => [
        ...dossiers(count, LATE),
        ...dossiers(100, ON_TIME).slice(count),
      ]
      const days = async (counts: readonly number[]) => {
        for (const count of counts) {
          clock.pass(DAY)
          await whole(store, late(count))
        }
        return reasons(store)
      }
      expect(await days([8, 16])).toEqual([])
      const reason = '24 % of the resolved dossiers are late, on 03/01/2022 it were 0 %'
      expect(await days([24, 26])).toEqual([reason])
      expect((await counted(behind)).resolvedLate).toBe(16)
      await store.acceptSource('one-stop', { by: 'lan', note: null })
      expect(await days([30, 40, 45])).toEqual([])
      expect(await days([48])).toEqual([
        '48 % of the resolved dossiers are late, on 07/01/2022 it were 26 %',
      ])
    })

    test('is closed where a source that had fresh dossiers has none any more, not for an archive', async () => {
      const { store, behind, clock, good } = await province()
      const completed = await behind.listCompletions()
      clock.pass(11 * DAY)
      await whole(store, good)
      expect(await reasons(store)).toEqual([])
      clock.pass(10 * DAY)
      const run = await begin(store)
      await run.commit(catalogueBatch(procedures('A')))
      await run.completePass('procedures', END)
      expect(await reasons(store)).toEqual([])
      await pass(run, good)
      await run.completePass('dossiers', END)
      await finish(run)
      expect(await reasons(store)).toEqual(['the newest dossier is of 01/01/2022, 23 days ago'])
      const held = (await behind.listCompletions()).filter(({ source }) => source === 'one-stop')
      expect(held).toMatchObject([
        { stream: 'dossiers', gate: { source: 'one-stop' } },
        { stream: 'procedures' },
      ])
      expect(held[0]?.covered?.to).toBeGreaterThan(completed[0]?.covered?.to ?? 0)
      expect(held[0]?.covered?.to).toBeLessThan(clock.now() - DAY)
      const archive = await fixture.fresh({ now: clock.now })
      await whole(archive.store, good)
      clock.pass(30 * DAY)
      await whole(archive.store, good)
      expect(await archive.store.listClosedGates()).toEqual([])
    })

    test('is closed where stated rows begin to break identities, not where the first do', async () => {
      const { store, behind } = await province()
      const state = async (received: number, source = 'stating') => {
        const value = {
          ...statedCount(),
          counts: { receivedTotal: received, carriedOver: 1, receivedInPeriod: 2 },
        }
        const run = await begin(store, LIMITS, source)
        const content = { entity: 'dossier-count' as const, records: [{ key: 'A', value }] }
        await run.commit({
          ...batch([], { stream: 'counts', content: { ...content, mode: 'staged' } }),
          source,
        })
        await run.completePass('counts', END)
        await finish(run)
        const records = await behind.listRecords<typeof value>('dossier-count')
        return records.map((one) => one.value.counts.receivedTotal)
      }
      expect(await state(3)).toEqual([3])
      expect(await state(4)).toEqual([3])
      expect(await reasons(store)).toEqual([
        '1 stated rows break identities of Form II.06, before it were 0',
      ])
      expect(await state(3)).toEqual([3])
      expect(await reasons(store)).toEqual([])
      await whole(store, dossiers(3), 'crooked')
      expect(await state(4, 'crooked')).toEqual([4, 3])
      expect(await reasons(store)).toEqual([])
    })

    test('shows at every instant what was shown then, for ever', async () => {
      const { store, behind, clock, then } = await province()
      const at = async (instant: number) =>
        (await counted(storeAsKnownAt(behind, instant))).resolvedLate
      await whole(store, dossiers(100, LATE))
      clock.pass(HOUR)
      const held = await store.settle()
      clock.pass(HOUR)
      await store.acceptSource('one-stop', { by: 'lan', note: null })
      const accepted = await store.settle()
      expect([await at(then), await at(held), await at(accepted)]).toEqual([0, 0, 100])
    })

    test('takes back in changes what was seen before it closed', async () => {
      const { store, behind, clock, then } = await province()
      const run = await begin(store)
      await run.commit(batch(dossiers(10, LATE)))
      const seen = await store.settle()
      clock.pass(HOUR)
      await run.commit(batch(dossiers(100, LATE)))
      const held = await store.settle()
      const changed = async (after: number, until: number) => {
        const lates: (number | null | undefined)[][] = []
        const query = { after, until, ...EVERYTHING }
        for await (const changes of behind.scanChanges(query)) {
          lates.push(...changes.map((one) => [one.before?.finishedAt, one.after?.finishedAt]))
        }
        return lates
      }
      expect(await changed(then, held)).toEqual([])
      expect(await changed(then, seen)).toHaveLength(10)
      const [[before, after] = []] = await changed(seen, held)
      expect([before, after]).toEqual([LATE.finishedAt, ON_TIME.finishedAt])
    })

    test('is not there for sources without limits, nor for those whose gate is switched off', async () => {
      const { store } = await province()
      const run = await begin(store, null, 'free')
      for (const change of [ON_TIME, LATE]) {
        await run.commit({ ...batch(dossiers(100, change)), source: 'free' })
        await run.completePass('dossiers', END)
      }
      expect((await finish(run)).status).toBe('done')
      expect(await store.listClosedGates()).toEqual([])
      await whole(store, dossiers(100, LATE))
      const off = storeBehindGates(store, new Set(['one-stop']))
      expect((await counted(off)).resolvedLate).toBe(200)
    })

    test('is closed in a rehearsal as it would be, and nowhere else', async () => {
      const { store } = await province()
      const rehearsal = await store.rehearse('one-stop')
      expect((await whole(rehearsal, dossiers(100, LATE))).status).toBe('partial')
      expect(await reasons(rehearsal)).toEqual([
        '100 % of the resolved dossiers are late, before it were 0 %',
      ])
      await rehearsal.close()
      expect(await store.listClosedGates()).toEqual([])
    })

    test('dates what comes after what was good later than it, on a clock that stands still', async () => {
      const { store, behind, good } = await province()
      for (let count = 0; count < 3; count += 1) await whole(store, good)
      await whole(store, dossiers(100, LATE))
      expect((await counted(behind)).resolvedLate).toBe(0)
      expect(dayNumberOf((await store.listClosedGates())[0]?.asOf ?? 0)).toBe(FIRST_DAY + 2)
    })
  })
}
