import { WRONG_CLOCKS } from '@cchc/portals'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../src/calendar.ts'
import { openDatabases } from '../src/database.ts'
import type { PlannedEvent } from '../src/plan.ts'
import { RED_CASES } from '../src/red-cases.ts'
import { runYear } from '../src/run-year.ts'

it('what is written down as a red case still breaks its promise', async () => {
  for (const { name, invariant, plan } of RED_CASES) {
    const broken = await brokenBy(name, plan)
    expect(broken, `${name} passes now: take it out of red-cases.ts`).toBe(invariant)
  }
})

const on = (day: number, name: string, parameters: unknown): PlannedEvent => ({
  at: day * DAY_MS,
  name,
  parameters,
})

it('procedures that a whole pass refuses are not removed', async () => {
  const sync = { worker: 'worker-1', source: 'one-stop', full: false, rows: 10 }
  const spoilt = { source: 'one-stop', days: 5, procedures: 'nameless' }
  const plan = [on(10, 'sync', sync), on(20, 'catalogue-spoilt', spoilt), on(21, 'sync', sync)]
  expect(await brokenBy('refused-counts-as-removed', plan)).toBeUndefined()
})

describe('a machine whose clock is fast through two passes loses nothing', () => {
  const sync = { worker: 'worker-1', source: 'one-stop', full: false, rows: 10 }
  const arrival = {
    daysLate: 0,
    office: 1,
    procedure: 3,
    channel: 'direct',
    termDays: 23,
    count: 4,
  }
  const plan = (jumpDays: number, lastsDays: number) => [
    on(90, 'clock-jumps', {
      clock: 'worker-1',
      jumpMs: jumpDays * DAY_MS,
      lastsMs: lastsDays * DAY_MS,
    }),
    on(91, 'sync', sync),
    on(100, 'dossiers-arrive', arrival),
    on(104, 'dossier-goes-on', { share: 0.1, step: 'releasing' }),
    on(140, 'sync', sync),
  ]

  it.each([
    ['by a year, and stays so', 365, 60],
    ['by forty days, and is right by then', 40, 20],
  ])('%s', async (_, jumpDays, lastsDays) => {
    expect(await brokenBy('fast-clock', plan(jumpDays, lastsDays))).toBeUndefined()
  })

  it('nor where only the second pass is told what time it is', async () => {
    const unread = { source: 'one-stop', days: 5, clock: 'clock-unreadable' }
    const withoutDate = [on(89, 'portal-clock-wrong', unread), ...plan(365, 60)]
    expect(await brokenBy('fast-clock', withoutDate)).toBeUndefined()
  })

  it('nor does a right one by a portal whose clock is wrong', async () => {
    for (const clock of Object.keys(WRONG_CLOCKS)) {
      const wrong = { source: 'one-stop', days: 60, clock }
      const sync2 = on(104.5, 'sync', sync)
      const lied = [on(89, 'portal-clock-wrong', wrong), ...plan(0, 1), sync2]
      expect(
        await brokenBy(
          clock,
          lied.toSorted((a, b) => a.at - b.at),
        ),
        clock,
      ).toBeUndefined()
    }
  })
})

async function brokenBy(seed: string, plan: readonly PlannedEvent[]) {
  const databases = await openDatabases('sqlite-memory')
  const { finding } = await runYear({ seed, plan, databases })
  await databases.close()
  return finding?.invariant
}
