import type { Dossier, PortalFigure } from '@cchc/domain'
import type { PortalComparison } from '@cchc/domain/reconcile'
import { statedCount } from '@cchc/domain/testing'
import { expect, test } from 'vitest'
import { reconcile } from '../../src/index.ts'
import { dossier, noon, organisation, procedure, scriptedStore } from '../testing.ts'

/** A portal of everybody's dossiers, by what has become of them. */
const cohort: PortalComparison = {
  name: 'Cổng thành phố',
  rule: 'qd766-2022',
  counts: 'cohort',
  answers: {
    refusedAtReception: 'left-out',
    awaitingReception: 'counted',
    precision: 'day',
    waiting: 'open',
    withdrawn: 'timed',
    laterEnds: 'counted',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
  },
  periods: ['quarter'],
  organisations: 'with-all-below',
  dossiers: 'others',
  figures: { 'city.received': 'received', 'city.completed': 'completed' },
  causes: ['two_codes', 'late_synchronisation'],
}

const row: PortalComparison = {
  name: 'Bảng thành phố',
  rule: 'tt01-2020',
  counts: 'row',
  periods: ['quarter'],
  organisations: 'with-all-below',
  dossiers: 'others',
  figures: { 'board.taken': 'received', 'board.done': 'resolved' },
  causes: [],
}

const Q1 = { from: '2022-01-01', to: '2022-03-31' }

function there(organisationCode: string, measure: string, value: number): PortalFigure {
  const facts = { quality: null, provisional: false, measure, value }
  return { organisationCode, organisationName: organisationCode, ...Q1, ...facts }
}

function inMinistry(code: string, facts: Partial<Dossier> = {}) {
  return { ...dossier({ code, ...facts }), source: 'bo-tu-phap' }
}

const later = noon('2022-04-02')

const store = scriptedStore({
  organisations: [organisation('H16', 'UBND tỉnh', 'province')],
  procedures: [{ source: 'one-stop', value: procedure({ code: '1.000001' }) }],
  dossiers: [
    dossier({ code: 'A' }),
    inMinistry('M1', { procedureCode: '1.000001' }),
    inMinistry('M2', { procedureCode: '1.000001' }),
    inMinistry('M3', { procedureCode: '1.000002', finishedAt: later, dueAt: later }),
    dossier({ code: 'B', organisationCode: 'H16.06' }),
    dossier({ code: 'C', organisationCode: 'H16.07' }),
    inMinistry('M4', { organisationCode: 'H16.07' }),
    ...['2022-01-10', '2022-01-11'].map((day, index) =>
      dossier({ code: `G${index}-1`, organisationCode: 'H16.08', receivedAt: noon(day) }),
    ),
    inMinistry('M6', { organisationCode: 'H16.09' }),
    inMinistry('M-5', { organisationCode: 'H16.08', receivedAt: noon('2022-01-10') }),
  ],
  counts: [
    statedCount({
      organisationCode: 'H16.09',
      ...Q1,
      counts: { receivedTotal: 7, carriedOver: 0, resolvedTotal: 6 },
    }),
    {
      ...statedCount({
        organisationCode: 'H16.06',
        ...Q1,
        counts: { receivedTotal: 4, carriedOver: 0, resolvedTotal: 3 },
      }),
      source: 'bo-y-te',
    },
  ],
  figureSource: 'city',
  figuresKnownFrom: noon('2022-04-01'),
  figures: [
    ...[there('H16.05', 'city.received', 4), there('H16.05', 'city.completed', 3)],
    ...[there('H16.06', 'city.received', 5), there('H16.06', 'city.completed', 4)],
    ...[there('H16.07', 'city.received', 1), there('H16.07', 'city.completed', 1)],
    there('H16.08', 'city.received', 1),
    ...[there('H16.06', 'board.taken', 5), there('H16.06', 'board.done', 5)],
    ...[there('H16.09', 'board.taken', 9), there('H16.09', 'board.done', 7)],
  ],
})

const ministries = { 'bo-tu-phap': { name: 'Bộ Tư pháp' }, 'bo-y-te': { name: 'Bộ Y tế' } }
const comparisons = { city: [cohort, row], 'one-stop': [], 'bo-tu-phap': [], 'bo-y-te': [] }
const query = { comparisons, from: '2022-01-01', to: '2022-12-31' }
const [known] = await store.listCompletions()
const withSheets: typeof store = {
  ...store,
  listCompletions: async () => (known ? [known, { ...known, source: 'sheets' }] : []),
}
const { lines } = await reconcile(withSheets, { ...query, ministries })

function lineOf(code: string, portalMeasure: string) {
  return lines.find(
    (line) => line.organisation.code === code && line.portalMeasure === portalMeasure,
  )
}

test('what a ministry’s system holds is a side of its own, and a cause by procedure', () => {
  expect(lineOf('H16.05', 'city.received')).toMatchObject({
    ...{ here: 1, inMinistries: 3, there: 4, difference: 3, unexplained: 0 },
    causes: [
      {
        code: 'handled_in_ministry_system',
        detail: { code: 'bo-tu-phap', name: 'Bộ Tư pháp' },
        ...{ dossiers: 3, effect: 3, confidence: 'identified' },
        procedures: [
          { code: '1.000001', name: 'Thủ tục 1.000001', dossiers: 2, effect: 2 },
          { code: '1.000002', name: '1.000002', dossiers: 1, effect: 1 },
        ],
      },
    ],
  })
})

test('it accounts for them as they were when the portal’s figure was taken', () => {
  expect(lineOf('H16.05', 'city.completed')).toMatchObject({
    ...{ here: 1, inMinistries: 3, there: 3, difference: 2, unexplained: 0 },
    causes: [{ code: 'handled_in_ministry_system', dossiers: 2, effect: 2 }],
  })
})

test('it explains nothing where the portal has not got it', () => {
  expect(lineOf('H16.07', 'city.received')).toMatchObject({
    ...{ here: 1, inMinistries: 1, there: 1, verdict: 'equal', causes: [] },
  })
})

test('counts that it states explain what was received; the rest is not told, and not zero', () => {
  expect(lineOf('H16.06', 'city.received')).toMatchObject({
    ...{ here: 1, inMinistries: 4, difference: 4, unexplained: 0 },
    causes: [
      { code: 'handled_in_ministry_system', detail: { name: 'Bộ Y tế' }, confidence: 'arithmetic' },
    ],
  })
  expect(lineOf('H16.06', 'city.completed')).toMatchObject({ inMinistries: null, unexplained: 3 })
})

test('its dossiers are no second codes of those of the province', () => {
  expect(lineOf('H16.08', 'city.received')).toMatchObject({
    ...{ here: 2, there: 1, difference: -1, unexplained: -1, causes: [] },
  })
})

test('as rows of the same rule they explain every column that is stated', () => {
  expect(lineOf('H16.06', 'board.taken')).toMatchObject({ inMinistries: 4, unexplained: 0 })
  expect(lineOf('H16.06', 'board.done')).toMatchObject({ inMinistries: 3, unexplained: 1 })
})

test('a unit of which the province states counts keeps them, and the rest is stated otherwise', () => {
  expect(lineOf('H16.09', 'board.done')).toMatchObject({
    ...{ here: 6, inMinistries: 1, difference: 1, unexplained: 0 },
    causes: [{ code: 'handled_in_ministry_system', effect: 1 }],
  })
  expect(lineOf('H16.09', 'board.taken')?.causes.map(({ code, effect }) => [code, effect])).toEqual(
    [
      ['handled_in_ministry_system', 1],
      ['stated_otherwise', 1],
    ],
  )
})

test('its rows are not put beside the figures of its units', () => {
  expect(lines.some(({ source }) => source === 'bo-y-te')).toBe(false)
})

test('without ministries nothing is said of them', async () => {
  const plain = await reconcile(
    scriptedStore({
      dossiers: [dossier({ code: 'A' })],
      figureSource: 'city',
      figures: [there('H16.05', 'city.received', 4)],
    }),
    query,
  )
  expect(plain.lines[0]).toMatchObject({ difference: 3, unexplained: 3 })
  expect(plain.lines[0]).not.toHaveProperty('inMinistries')
})
