import { type DossierCount, impliedCounts, type PortalFigure } from '@cchc/domain'
import type { PortalComparison } from '@cchc/domain/reconcile'
import { statedCount } from '@cchc/domain/testing'
import { expect, test } from 'vitest'
import { reconcile } from '../../src/index.ts'
import { dossier, noon, organisation, scriptedStore } from '../scripted-store.ts'

/** A portal of all dossiers, in rows of the same rule. */
const board: PortalComparison = {
  name: 'Bảng điều hành thành phố',
  rule: 'tt01-2020',
  counts: 'row',
  periods: ['quarter'],
  organisations: 'with-all-below',
  dossiers: 'others',
  figures: { 'city-board.done': 'resolved' },
  causes: ['late_synchronisation'],
}

const Q1 = { from: '2022-01-01', to: '2022-03-31' }

function onBoard(organisationCode: string, value: number): PortalFigure {
  const facts = { quality: null, provisional: false, measure: 'city-board.done', value }
  return { organisationCode, organisationName: organisationCode, ...Q1, ...facts }
}

function stating(organisationCode: string, resolvedTotal: number, source = 'sheets') {
  const row = statedCount({ organisationCode, ...Q1, counts: { resolvedTotal } })
  return { ...row, source } satisfies DossierCount & { source: string }
}

const late = noon('2022-03-28')

const store = scriptedStore({
  organisations: [organisation('H16', 'UBND tỉnh', 'province')],
  dossiers: [
    dossier({ code: 'A', organisationCode: 'H16.05' }),
    dossier({
      code: 'B',
      organisationCode: 'H16.05',
      receivedAt: late,
      finishedAt: late,
      dueAt: late,
    }),
  ],
  figureSource: 'city',
  figures: [onBoard('H16', 2 + 8 + 7), onBoard('H16.101', 8)],
  counts: [
    stating('H16.05', 1),
    stating('H16.101', 7, 'folder'),
    stating('H16.101', 8),
    stating('H16.102', 3),
  ],
})

const comparisons = { city: [board], folder: [], 'one-stop': [], sheets: [] }
const { lines } = await reconcile(store, { comparisons, from: '2022-01-01', to: '2022-12-31' })

function told(source: string, code: string) {
  return lines
    .filter((line) => line.source === source && line.organisation.code === code)
    .map(({ measure, here, there, causes, unexplained }) => {
      return { measure, here, there, causes: causes.map((one) => one.code), unexplained }
    })
}

test('a stated row stands beside the dossiers of its unit, with the causes that these show', () => {
  expect(told('sheets', 'H16.05')).toEqual([
    { measure: 'resolved', here: 2, there: 1, causes: ['late_synchronisation'], unexplained: 0 },
  ])
})

test('sources that state one unit differently stand beside the one that counts', () => {
  expect(told('sheets', 'H16.101')).toMatchObject([{ here: 8, there: 8, causes: [] }])
  expect(told('folder', 'H16.101')).toMatchObject([
    { here: 8, there: 7, causes: ['stated_otherwise'], unexplained: 0 },
  ])
})

test('a portal is compared with what is counted and stated together', () => {
  expect(told('city', 'H16.101')).toMatchObject([{ here: 8, there: 8 }])
  expect(told('city', 'H16')).toEqual([
    { measure: 'resolved', here: 2 + 8 + 3, there: 17, causes: [], unexplained: 4 },
  ])
})

test('a source of stated counts owes nothing of what it does not state', () => {
  expect(told('folder', 'H16.05')).toEqual([])
  expect(lines.filter(({ source }) => source === 'folder')).toHaveLength(1)
})

test('nothing is compared that follows from a row without being stated', () => {
  expect(impliedCounts({ resolvedTotal: 3, pendingTotal: 1 }, 'tt01-2020').receivedTotal).toBe(4)
  expect(lines.every(({ measure }) => measure === 'resolved')).toBe(true)
})
