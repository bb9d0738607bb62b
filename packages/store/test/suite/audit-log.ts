import { parseCell } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { NewEnteredFigure, Store } from '../../src/index.ts'
import { FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const ACT = { who: 'an', action: 'indicators set', subject: 'org=H16.05' }

const figure = (value: string): NewEnteredFigure => ({
  indicatorId: 'plan_tasks_total',
  organisation: 'H16.05',
  from: FIRST_DAY,
  to: FIRST_DAY + 30,
  period: '2022-M01',
  cell: parseCell(value),
  note: '',
  origin: null,
})

const enter = (store: Store, value: string) =>
  store
    .actingFor(ACT)
    .setEnteredFigures([figure(value)], { by: 'an', replace: true, reason: 'Đếm lại' })

/** A log of five lines. */
async function logged(fixture: Fixture) {
  const clock = manualClock()
  const made = await fixture.fresh({ now: clock.now })
  for (const value of ['1', '2', '3', '4', '5']) {
    await enter(made.store, value)
    clock.pass(1000)
  }
  return made
}

export function testAuditLog(fixture: Fixture): void {
  describe('the audit log', () => {
    test('holds a line for each change that is done for somebody, and a run for each source', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      expect(await store.checkAuditLog()).toEqual({ lines: 0, head: null, faults: [] })
      await enter(store, '1')
      const run = await begin(store.actingFor({ who: 'binh', action: 'sync', subject: '' }))
      await finish(run)
      await store.settle()
      const lines = await store.listAuditEvents({ limit: 10 })
      expect(lines).toMatchObject([
        { seq: 2, who: 'binh', action: 'sync', outcome: `run ${run.runId}` },
        { ...ACT, seq: 1, at: clock.now(), outcome: 'done', previous: '' },
      ])
      expect(lines[0]?.previous).toBe(lines[1]?.digest)
      expect(await store.listAuditEvents({ limit: 10, before: 2 })).toEqual([lines[1]])
      const head = { seq: 2, digest: lines[0]?.digest }
      expect(await store.checkAuditLog()).toEqual({ lines: 2, head, faults: [] })
    })

    test('holds no line of what was refused or changed nothing for nobody', async () => {
      const { store } = await fixture.fresh()
      await enter(store, '1')
      const refused = store.actingFor(ACT).setEnteredFigures([figure('2')], { by: 'an' })
      await expect(refused).rejects.toMatchObject({ code: 'usage_invalid' })
      await store.setEnteredFigures([figure('2')], { by: 'an', replace: true, reason: 'x' })
      expect(await store.auditHead()).toMatchObject({ seq: 1 })
    })

    test('goes on in one chain with what was tried and refused', async () => {
      const { store } = await logged(fixture)
      const refused = { who: 'network 10.0.0.0/24', action: 'refused', subject: 'unauthorised' }
      await store.logAttempts([
        { ...refused, outcome: 'refused' },
        { ...refused, outcome: 'refused 12 times' },
      ])
      await enter(store, '6')
      expect(await store.checkAuditLog()).toMatchObject({ lines: 8, faults: [] })
      expect((await store.listAuditEvents({ limit: 3 })).map(({ outcome }) => outcome)).toEqual([
        ...['done', 'refused 12 times', 'refused'],
      ])
    })

    test('can be neither changed nor deleted in the database', async () => {
      const { url } = await logged(fixture)
      for (const statement of [
        "update audit_event set who = 'x' where seq = 2",
        'delete from audit_event where seq = 2',
        'delete from audit_event',
      ]) {
        await expect(fixture.query(url, statement)).rejects.toThrow('audit_event')
      }
    })

    test.each<readonly [string, readonly string[], number, string]>([
      ['changed', ["update audit_event set who = 'x' where seq = 3"], 3, 'changed'],
      ['redated', ['update audit_event set at = at + 1 where seq = 3'], 3, 'changed'],
      ['removed', ['delete from audit_event where seq = 3'], 4, 'removed'],
      ['removed at the beginning', ['delete from audit_event where seq = 1'], 2, 'removed'],
      [
        'put in',
        [
          'update audit_event set seq = seq + 100 where seq > 2',
          `insert into audit_event select 3, at, 'x', action, subject, outcome, previous, digest
            from audit_event where seq = 2`,
          'update audit_event set seq = seq - 99 where seq > 100',
        ],
        3,
        'changed',
      ],
    ])('tells a line that was %s past it', async (_, statements, seq, fault) => {
      const { store, url } = await logged(fixture)
      await unlocked(fixture, url)
      for (const statement of statements) await fixture.query(url, statement)
      expect((await store.checkAuditLog()).faults).toContainEqual({ seq, fault })
    })

    test('that was cut off is told by a head that was kept elsewhere, and one made anew too', async () => {
      const { store, url } = await logged(fixture)
      const head = (await store.auditHead()) ?? undefined
      expect((await store.checkAuditLog(head)).faults).toEqual([])
      await enter(store, '6')
      expect((await store.checkAuditLog(head)).faults).toEqual([])
      await unlocked(fixture, url)
      await fixture.query(url, 'delete from audit_event where seq > 4')
      expect((await store.checkAuditLog()).faults).toEqual([])
      expect((await store.checkAuditLog(head)).faults).toEqual([{ seq: 5, fault: 'cut' }])
      await enter(store, '7')
      expect((await store.checkAuditLog(head)).faults).toEqual([{ seq: 5, fault: 'cut' }])
    })

    test('stays one chain while several write at once', async () => {
      const { url } = await logged(fixture)
      const stores = await Promise.all([1, 2, 3].map(() => fixture.open(url)))
      const sources = ['a', 'b', 'c']
      const runs = stores.map((store, index) => begin(store.actingFor(ACT), sources[index]))
      await Promise.all([...runs, ...stores.map((store) => enter(store, '9'))])
      expect(await stores[0]?.checkAuditLog()).toMatchObject({ lines: 11, faults: [] })
    })
  })
}

/** Takes away what keeps the table from being changed, as somebody with all rights in the database can. */
async function unlocked(fixture: Fixture, url: string): Promise<void> {
  const isSqlite = url.startsWith('sqlite:')
  const statements = isSqlite
    ? ['drop trigger audit_event_no_update', 'drop trigger audit_event_no_delete']
    : [
        'drop trigger audit_event_only_added_to on audit_event',
        'drop trigger audit_event_no_truncate on audit_event',
      ]
  for (const statement of statements) await fixture.query(url, statement)
}
