import { type Cell, inWords, parseCell, RunConflict, UsageError } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { EntryOrigin, NewDocument, NewEnteredFigure } from '../../src/index.ts'
import { storeAsKnownAt } from '../../src/views.ts'
import { FIRST_DAY } from './dossiers.ts'
import { type Fixture, manualClock } from './fixture.ts'

const ORIGIN: EntryOrigin = { file: 'phụ lục.xlsx', sha256: 'a'.repeat(64), address: 'Biểu 1!D12' }
const BY_AN = { by: 'an' }

export function testEntered(fixture: Fixture): void {
  testFigures(fixture)
  testDocuments(fixture)
}

function testFigures(fixture: Fixture): void {
  describe('figures that people enter', () => {
    test('are kept with who, when, where from, and every state of a cell', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const texts = ['1.909', '0', '-', '', 'Không thuộc chuyên môn', '99,73%']
      const entries = texts.map((text, index) =>
        figure({ indicatorId: `figure_${index}`, cell: parseCell(text), origin: ORIGIN }),
      )
      const outcome = await store.setEnteredFigures(entries, BY_AN)
      expect(outcome.added).toHaveLength(6)
      const stored = await store.listEnteredFigures({ organisation: 'H16.05' })
      const kept = { enteredAt: clock.now(), enteredBy: 'an', reason: null, supersededAt: null }
      expect(stored).toEqual(
        entries.map((entry) => ({ ...entry, ...kept, id: expect.any(String) })),
      )
    })

    test('are never replaced without a reason; every conflict is named, and nothing is written', async () => {
      const { store } = await fixture.fresh()
      await store.setEnteredFigures([figure({}), figure({ indicatorId: 'plan_tasks_done' })], BY_AN)
      const other = [
        figure({ cell: cell('31'), origin: ORIGIN }),
        figure({ indicatorId: 'plan_tasks_done', cell: cell('-') }),
        figure({ indicatorId: 'direction_documents' }),
      ]
      const refused = await store.setEnteredFigures(other, { by: 'binh' }).catch((error) => error)
      expect(refused).toBeInstanceOf(UsageError)
      expect(refused.faults.map(({ path }: { path: string }) => path)).toEqual([
        'Biểu 1!D12 plan_tasks_total',
        'plan_tasks_done',
      ])
      expect(inWords(refused.faults[0].message)).toMatch(
        /^holds 30, entered by an on 20.*; now 31$/,
      )
      await expect(store.setEnteredFigures(other, { by: 'binh', replace: true })).rejects.toThrow(
        UsageError,
      )
      expect(await store.listEnteredFigures({ includeHistory: true })).toHaveLength(2)
    })

    test('are superseded, not changed: history and earlier knowledge stay', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      await store.setEnteredFigures([figure({})], BY_AN)
      const before = clock.now()
      clock.pass(60_000)
      const replacing = { by: 'binh', replace: true, reason: 'Đếm lại' }
      const outcome = await store.setEnteredFigures([figure({ cell: cell('31') })], replacing)
      expect(outcome).toEqual({ added: [], replaced: ['plan_tasks_total'], unchanged: [] })
      const figures = (list: readonly { cell: Cell; supersededAt: number | null }[]) =>
        list.map(({ cell: { raw }, supersededAt }) => [raw, supersededAt])
      expect(figures(await store.listEnteredFigures())).toEqual([['31', null]])
      expect(figures(await store.listEnteredFigures({ includeHistory: true }))).toEqual([
        ['30', clock.now()],
        ['31', null],
      ])
      const then = storeAsKnownAt(store, before)
      expect(figures(await then.listEnteredFigures())).toEqual([['30', null]])
    })

    test('that say the same are not written again, nor is anything by a dry run', async () => {
      const { store } = await fixture.fresh()
      await store.setEnteredFigures([figure({ cell: cell('1.909') })], BY_AN)
      const again = await store.setEnteredFigures([figure({ cell: cell('1909') })], { by: 'binh' })
      expect(again.unchanged).toEqual(['plan_tasks_total'])
      const more = [figure({ indicatorId: 'direction_documents' })]
      const dry = await store.setEnteredFigures(more, { by: 'an', dryRun: true })
      expect(dry.added).toEqual(['direction_documents'])
      expect(await store.listEnteredFigures({ includeHistory: true })).toHaveLength(1)
    })

    test('are kept in words that every document can hold, and the same words again are no change', async () => {
      const { store } = await fixture.fresh()
      const odd = figure({ note: 'một\vhai\0\ud800', origin: { ...ORIGIN, file: 'a\x01.xlsx' } })
      await store.setEnteredFigures([odd], BY_AN)
      expect(await store.listEnteredFigures()).toMatchObject([
        { note: 'một hai\ufffd\ufffd', origin: { file: 'a\ufffd.xlsx' } },
      ])
      expect((await store.setEnteredFigures([odd], BY_AN)).unchanged).toHaveLength(1)
    })

    test('of two who enter at once one is told of the other', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const outcomes = await Promise.allSettled([
        store.setEnteredFigures([figure({ cell: cell('1') })], BY_AN),
        other.setEnteredFigures([figure({ cell: cell('2') })], { by: 'binh' }),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await store.listEnteredFigures({ includeHistory: true })).toHaveLength(1)
    })

    test('take the place of the entry that was seen, or of none', async () => {
      const { store } = await fixture.fresh()
      await store.setEnteredFigures([figure({})], BY_AN)
      const [seen] = await store.listEnteredFigures()
      const others = { by: 'binh', replace: true, reason: 'Đếm lại' }
      await store.setEnteredFigures([figure({ cell: cell('31') })], others)
      const undo = { by: 'chi', replace: true, reason: 'Nhầm' }
      const entering = (id: string) =>
        store.setEnteredFigures([figure({ cell: cell('') })], { ...undo, onlyInPlaceOf: [id] })
      await expect(entering(seen?.id ?? '')).rejects.toThrow(RunConflict)
      const [held] = await store.listEnteredFigures()
      expect(held).toMatchObject({ enteredBy: 'binh' })
      expect(await entering(held?.id ?? '')).toMatchObject({ replaced: ['plan_tasks_total'] })
    })

    test('belong to one organisation and the days of one period', async () => {
      const { store } = await fixture.fresh()
      const entries = [
        figure({}),
        figure({ organisation: 'H16.06' }),
        figure({ to: FIRST_DAY + 9 }),
      ]
      expect((await store.setEnteredFigures(entries, BY_AN)).added).toHaveLength(3)
      expect(await store.listEnteredFigures({ organisation: 'H16.06' })).toHaveLength(1)
      expect(await store.listEnteringOrganisations()).toEqual(['H16.05', 'H16.06'])
      expect(await store.listEnteredFigures({ from: FIRST_DAY, to: FIRST_DAY + 9 })).toHaveLength(1)
      expect(await store.listEnteredFigures({ indicatorId: 'direction_documents' })).toEqual([])
      await expect(store.setEnteredFigures([figure({}), figure({})], BY_AN)).rejects.toThrow(
        'entered twice',
      )
    })
  })
}

function testDocuments(fixture: Fixture): void {
  describe('documents that people enter', () => {
    test('are kept by kind, organisation and year, and superseded with a reason only', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      expect(await store.saveDocument(plan({ a: 1, b: ['Quý III'] }), BY_AN)).toBe(true)
      expect(await store.saveDocument(plan({ b: ['Quý III'], a: 1 }), BY_AN)).toBe(false)
      await expect(store.saveDocument(plan({ a: 2 }), BY_AN)).rejects.toThrow('entered by an on')
      clock.pass(1000)
      const replacing = { by: 'binh', replace: true, reason: 'Điều chỉnh kế hoạch' }
      expect(await store.saveDocument(plan({ a: 2 }), replacing)).toBe(true)
      expect(await store.saveDocument({ ...plan({}), kind: 'index' }, BY_AN)).toBe(true)
      const query = { kind: 'plan', organisation: 'H16.05', year: 2023 } as const
      expect(await store.listDocuments(query)).toMatchObject([
        { content: { a: 2 }, enteredBy: 'binh', reason: 'Điều chỉnh kế hoạch', origin: null },
      ])
      const history = await store.listDocuments({ ...query, includeHistory: true })
      expect(history.map(({ content, supersededAt }) => [content, supersededAt])).toEqual([
        [{ a: 1, b: ['Quý III'] }, clock.now()],
        [{ a: 2 }, null],
      ])
      const then = storeAsKnownAt(store, clock.now() - 1)
      expect(await then.listDocuments(query)).toMatchObject([{ content: { a: 1 } }])
    })
  })
}

function cell(text: string): Cell {
  return parseCell(text)
}

function figure(change: Partial<NewEnteredFigure>): NewEnteredFigure {
  return {
    indicatorId: 'plan_tasks_total',
    organisation: 'H16.05',
    from: FIRST_DAY,
    to: FIRST_DAY + 364,
    period: '2022',
    cell: cell('30'),
    note: '',
    origin: null,
    ...change,
  }
}

function plan(content: unknown): NewDocument {
  return { kind: 'plan', organisation: 'H16.05', year: 2023, content, origin: null }
}
