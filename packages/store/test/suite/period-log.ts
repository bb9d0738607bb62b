import { parseCell } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { NewEnteredFigure, NewPeriodEvent, PeriodFigure } from '../../src/index.ts'
import { storeAsKnownAt } from '../../src/views.ts'
import { batch, dossier, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const PERIOD = { organisation: 'H99', from: FIRST_DAY, to: FIRST_DAY + 364 }

export function testPeriodLog(fixture: Fixture): void {
  describe('the log of periods', () => {
    test('keeps every event with its figures, in order and as known at an instant', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const closed = await store.recordPeriodEvent(closing({ figures: figures(1200) }))
      const afterClosing = clock.now()
      clock.pass(1000)
      const reopened = await store.recordPeriodEvent(
        closing({ action: 'reopen', note: 'Bổ sung\vhồ sơ\0', after: closed.id }),
      )
      expect(reopened.note).toBe('Bổ sung hồ sơ\ufffd')
      expect(closed).toMatchObject({
        ...PERIOD,
        action: 'close',
        by: 'an',
        recordedAt: afterClosing,
      })
      expect(await store.listPeriodEvents()).toEqual([closed, reopened])
      expect(await store.listPeriodEvents({ organisation: 'H98' })).toEqual([])
      expect(await store.listPeriodEvents({ ...PERIOD, to: PERIOD.to + 1 })).toEqual([])
      expect(await storeAsKnownAt(store, afterClosing).listPeriodEvents()).toEqual([closed])
      expect(await store.listPeriodFigures(closed.id)).toEqual(figures(1200))
      expect(await store.listPeriodFigures(reopened.id)).toEqual([])
    })

    test('refuses what was decided without the newest event, also when two decide at once', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const outcomes = await Promise.allSettled(
        [store, other].map((one) => one.recordPeriodEvent(closing({}))),
      )
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'run_conflict' },
      })
      expect(await store.listPeriodEvents()).toHaveLength(1)
    })

    test('closes nothing that was entered into since what is frozen, there or below', async () => {
      const clock = manualClock()
      const { store, url } = await fixture.fresh({ now: clock.now })
      const other = await fixture.open(url, { now: clock.now })
      const asOf = await store.settle()
      await other.setEnteredFigures([entry('H99.01')], BINH)
      const refused = store.recordPeriodEvent(closing({ asOf }))
      await expect(refused).rejects.toMatchObject({
        code: 'run_conflict',
        message: expect.stringContaining('was entered while the period was being closed'),
      })
      expect(await store.listPeriodEvents()).toEqual([])
      const again = await store.settle()
      await other.setEnteredFigures([entry('H98'), { ...entry('H99'), to: PERIOD.to - 1 }], BINH)
      const closed = await store.recordPeriodEvent(closing({ asOf: again }))
      for (const organisation of ['H99', 'H99.01.05']) {
        const late = other.setEnteredFigures([entry(organisation)], { ...BINH, dryRun: true })
        await expect(late).rejects.toThrow('is closed')
      }
      await store.recordPeriodEvent(closing({ action: 'reopen', after: closed.id, asOf }))
      expect((await other.setEnteredFigures([entry('H99')], BINH)).added).toHaveLength(1)
    })

    test('is closed or entered into, never both, when two do so at once', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const asOf = await store.settle()
      const outcomes = await Promise.allSettled([
        store.recordPeriodEvent(closing({ asOf })),
        other.setEnteredFigures([entry('H99')], BINH),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const done = [await store.listPeriodEvents(), await store.listEnteredFigures()].flat()
      expect(done).toHaveLength(1)
    })

    test('dates an event after all that was committed before it', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch([dossier('A')]))
      await finish(run)
      const committed = clock.now()
      clock.pass(-5000)
      expect((await store.recordPeriodEvent(closing({}))).recordedAt).toBe(committed + 1)
    })
  })
}

const BINH = { by: 'binh' }

function entry(organisation: string): NewEnteredFigure {
  const of = { ...PERIOD, organisation, period: '2022', indicatorId: 'plan_tasks_total' }
  return { ...of, cell: parseCell('30'), note: '', origin: null }
}

function closing(change: Partial<NewPeriodEvent>): NewPeriodEvent {
  return {
    ...PERIOD,
    text: '2022',
    action: 'close',
    by: 'an',
    note: null,
    asOf: 1_699_999_999_000,
    after: null,
    figures: [],
    ...change,
  }
}

/** As many rows as need several statements, in the order in which they are listed. */
function figures(count: number): PeriodFigure[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: 'tt01-2020',
    ruleVersion: 1,
    organisation: `H99.${String(index + 1000)}`,
    scope: index === 0 ? 'all' : 'own',
    statistics: { receivedTotal: index },
  }))
}
