import { describe, expect, test } from 'vitest'
import { openScheduleRange } from './schedule-range.ts'

const range = openScheduleRange()
const NIGHTLY = { sync: ['motcua'], at: '15 2 * * *' }

/** A hub whose schedule has begun on 1 March, before its first slot. */
async function begun(schedule: object, more: object = {}) {
  const one = await range.open({ nightly: { ...NIGHTLY, ...schedule } }, { more })
  expect(await one.once()).toEqual([])
  return one
}

describe('a worker', () => {
  test('reads what is due, once, as a run of the schedule', async () => {
    const one = await begun({})
    one.setClock('2026-03-01T02:14:59')
    expect(await one.once()).toEqual([])
    one.setClock('2026-03-01T02:15:00')
    expect(await one.once()).toEqual(['nightly 01 02:15 began', 'nightly 01 02:15 ended done'])
    expect(await one.once()).toEqual([])
    expect(await one.runs()).toEqual(['motcua done'])
    expect(one.events.at(-1)).toMatchObject({ runs: [{ source: 'motcua', status: 'done' }] })
    expect(await one.slots('nightly')).toEqual(['02 02:15 due', '01 02:15 done'])
  })

  test.each([
    ['once', ['04 02:15 due', '03 02:15 done', '02 02:15 skipped', '01 02:15 skipped'], 1],
    ['each', ['04 02:15 due', '03 02:15 done', '02 02:15 done', '01 02:15 done'], 3],
    ['skip', ['04 02:15 due', '03 02:15 skipped', '02 02:15 skipped', '01 02:15 skipped'], 0],
  ])('that was away forgets no slot: %s', async (missed, slots, runs) => {
    const one = await begun({ missed })
    one.setClock('2026-03-03T09:00:00')
    await one.once()
    expect(await one.slots('nightly')).toEqual(slots)
    expect(await one.runs()).toHaveLength(runs)
  })

  test('waits for the hours in which a portal may be asked', async () => {
    const one = await begun({ between: '02:00-04:00' })
    one.setClock('2026-03-01T12:00:00')
    expect(await one.once()).toEqual(['nightly 01 02:15 later 02 02:00'])
    one.setClock('2026-03-02T02:00:00')
    const did = ['nightly 01 02:15 began', 'nightly 01 02:15 ended done']
    expect(await one.once()).toEqual(did)
    expect(await one.runs()).toEqual(['motcua done'])
  })

  test('ends at a page when the hours are over, and goes on in the next ones', async () => {
    const one = await begun({ between: '02:00-04:00' })
    one.setClock('2026-03-01T03:59:59.999')
    const did = ['nightly 01 02:15 began', 'nightly 01 02:15 later 02 02:00']
    expect(await one.once()).toEqual(did)
    expect(one.events.at(-1)?.told.join()).toContain('The hours of its schedule are over')
    one.setClock('2026-03-02T02:00:00')
    expect((await one.once()).at(-1)).toBe('nightly 01 02:15 ended done')
    expect((await one.runs()).at(-1)).toBe('motcua done')
  })

  test('tries again what failed, a few times, and then says why it failed', async () => {
    const down = range.source({ baseUrl: 'http://127.0.0.1:9' })
    const one = await begun({}, { sources: { motcua: down } })
    one.setClock('2026-03-01T02:15:00')
    expect((await one.once()).at(-1)).toBe('nightly 01 02:15 later 01 02:20')
    one.setClock('2026-03-01T02:20:00')
    expect((await one.once()).at(-1)).toBe('nightly 01 02:15 later 01 02:35')
    one.setClock('2026-03-01T02:35:00')
    expect((await one.once()).at(-1)).toBe('nightly 01 02:15 ended failed')
    expect(one.events.at(-1)?.told.join()).toContain('motcua: ')
    expect(await one.runs()).toEqual(['motcua failed', 'motcua failed', 'motcua failed'])
  })

  test('that is stopped ends at a page, and the next one goes on there', async () => {
    const one = await begun({})
    one.setClock('2026-03-01T02:15:00')
    const stop = new AbortController()
    const onProgress = ({ stream, phase }: { stream: string; phase: string }) => {
      if (stream === 'dossiers' && phase === 'committed') stop.abort()
    }
    expect(await one.once({ signal: stop.signal, onProgress })).toEqual([
      'nightly 01 02:15 began',
      'nightly 01 02:15 later 01 02:15',
    ])
    const did = ['nightly 01 02:15 began', 'nightly 01 02:15 ended done']
    expect(await one.once()).toEqual(did)
    expect(await one.runs()).toEqual(['motcua interrupted', 'motcua done'])
    const [last, first] = (await one.store.listRuns()).items
    expect(first?.counts.new).toBeGreaterThan(0)
    // A page at most is read twice.
    expect(last?.streams.dossiers?.unchanged).toBeLessThanOrEqual(20)
  })

  test('does not read again what a worker that died had read for the slot', async () => {
    const one = await begun(
      { sync: ['motcua', 'motcua-2'] },
      {
        sources: { motcua: range.source(), 'motcua-2': range.source() },
      },
    )
    one.setClock('2026-03-01T02:15:00')
    const stop = new AbortController()
    const onProgress = ({ source }: { source: string }) => {
      if (source === 'motcua-2') stop.abort()
    }
    await one.once({ signal: stop.signal, onProgress })
    await one.once()
    expect(await one.runs()).toEqual(['motcua done', 'motcua-2 interrupted', 'motcua-2 done'])
  })

  test('waits for a source that another run holds', async () => {
    const one = await begun({})
    const held = { source: 'motcua', connector: 'opencps', connectorVersion: '1' } as const
    const other = await one.store.beginRun({ ...held, trigger: 'manual' })
    one.setClock('2026-03-01T02:15:00')
    expect((await one.once()).at(-1)).toBe('nightly 01 02:15 later 01 02:15')
    expect(one.events.at(-1)?.told.join()).toContain('Source motcua is being synced')
    await other.finish({ status: 'done', error: null })
    one.setClock('2026-03-01T02:15:30')
    expect((await one.once()).at(-1)).toBe('nightly 01 02:15 ended done')
    expect(await one.runs()).toEqual(['motcua done'])
  })

  test('leaves a slot to the one that took it over', async () => {
    const one = await begun({})
    one.setClock('2026-03-01T02:15:00')
    const key = { schedule: 'nightly', at: Date.parse('2026-03-01T02:15:00+07:00') }
    const other = await one.store.claimSlot(key, { now: key.at, forEarlier: true })
    expect(await one.once()).toEqual([])
    await one.store.endSlot(other ?? expect.fail(), { state: 'done', told: [], files: [], now: 0 })
    expect(await one.once()).toEqual([])
    expect(await one.runs()).toEqual([])
  })
})

test('nothing to do is a fault of the configuration', async () => {
  const one = await range.open({})
  await expect(one.once()).rejects.toThrow('No schedule is configured.')
})
