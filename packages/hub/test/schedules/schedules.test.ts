import { openStore } from '@cchc/store'
import { expect, test } from 'vitest'
import { type Hub, openHub } from '../../src/index.ts'
import { doctor } from '../../src/questions/doctor.ts'
import { schedules } from '../../src/questions/schedules.ts'
import { configFolder } from '../config-text.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)
const FIRST = at('2026-03-01T02:15:00')

async function hubAt(now: string, url: string): Promise<Hub> {
  const config = {
    store: { url },
    schedules: { nightly: { sync: 'all', at: '15 2 * * *', jitter: '10m' } },
  }
  return openHub({ cwd: configFolder({}), config, env: {}, now: () => at(now) })
}

test('schedules say what comes next, how the last slot went, and what waits', async () => {
  const url = `sqlite:${configFolder({})}/hub.db`
  const store = await openStore({ url })
  const asked = async (now: string) => {
    const hub = await hubAt(now, url)
    const told = { ...(await hub.ask(schedules, {})), doctor: (await hub.ask(doctor, {})).items }
    await hub.close()
    return told
  }
  const before = await asked('2026-03-01T00:00:00')
  expect(before).toMatchObject({
    late: false,
    items: [{ schedule: 'nightly', does: 'read: all sources', waiting: 0, last: null }],
  })
  const next = before.items[0]?.next
  expect(next?.at).toBe('2026-03-01T02:15:00+07:00')
  expect(Date.parse(next?.dueAt ?? '') - FIRST).toBeLessThan(600_000)

  await store.planSlots('nightly', { slots: [{ at: FIRST, dueAt: FIRST }], now: FIRST })
  expect(await asked('2026-03-01T02:40:00')).toMatchObject({ late: false, items: [{ waiting: 1 }] })
  const late = await asked('2026-03-02T03:00:00')
  expect(late).toMatchObject({ late: true, items: [{ waiting: 2 }] })
  expect(late.doctor).toContainEqual({
    what: 'schedule nightly',
    state: 'broken',
    told: '2 slots wait that nobody has begun',
    fix: 'Start a worker: cchc worker',
  })

  const key = { schedule: 'nightly', at: FIRST }
  const slot = await store.claimSlot(key, { now: FIRST, forEarlier: true })
  expect(await asked('2026-03-01T09:00:00')).toMatchObject({
    late: false,
    items: [{ running: { at: '2026-03-01T02:15:00+07:00', state: 'running' } }],
  })
  const outcome = { state: 'failed', told: ['no answer'], files: [], now: FIRST } as const
  await store.endSlot(slot ?? expect.fail(), outcome)
  const failed = await asked('2026-03-01T09:00:00')
  expect(failed.items).toMatchObject([
    { running: null, last: { state: 'failed', told: ['no answer'] } },
  ])
  expect(failed.doctor).toContainEqual(
    expect.objectContaining({ what: 'schedule nightly', state: 'look' }),
  )
  await store.close()
})
