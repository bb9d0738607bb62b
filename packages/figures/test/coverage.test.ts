import { dayNumber, inWords, startOfDay } from '@cchc/domain'
import type { StreamCompletion, StreamCoverage } from '@cchc/store'
import { expect, test } from 'vitest'
import {
  COVERAGE_VIETNAMESE,
  gapsOfUnit,
  isHidden,
  openCoverage,
  reportedStatistics,
  saidOf,
} from '../src/index.ts'
import { dossier, scriptedStore } from './scripted-store.ts'

const PERIOD = { from: '2022-12-15', to: '2023-01-14' }
const END = startOfDay(dayNumber('2023-01-15'))
const FIRST = startOfDay(dayNumber('2022-12-15'))

function stream(
  covered: Partial<Omit<StreamCoverage, 'from'>> & { readonly from?: string } = {},
  facts: Partial<StreamCompletion> = {},
): StreamCompletion {
  const { from = '2022-01-01', ...rest } = covered
  const all = { entity: 'dossier', openBefore: false, to: END, ...rest } as const
  return {
    source: 'một cửa',
    stream: 'hồ sơ',
    completedAt: all.to,
    covered: { ...all, from: dayNumber(from) },
    ...facts,
  }
}

async function gapsOf(streams: readonly StreamCompletion[], now = END, sources?: string[]) {
  const store = { listCompletions: async () => streams, listRecords: async () => [] }
  return (await openCoverage(store, { now, sources })).gaps('dossiers', PERIOD)
}

const NOTHING_KNOWN = { known: [], isAll: false }

test.each([
  ['read from before to after its end', [stream()], END],
  ['that goes on, as far as it was read', [stream({ to: FIRST })], END - 1],
  [
    'read from its first day with what was open',
    [stream({ from: '2022-12-15', openBefore: true })],
    END,
  ],
  ['of sources that are gone', [stream(), stream({ to: FIRST }, { retired: true })], END],
])('nothing is missing of a period %s', async (_, streams, now) => {
  expect(await gapsOf(streams, now)).toEqual([])
})

test.each([
  [
    'begins before what was read',
    [stream({ from: '2022-12-20' })],
    'chỉ được đọc từ ngày 20/12/2022: thiếu từ ngày 15/12/2022 đến ngày 19/12/2022.',
  ],
  [
    'lies before what was read',
    [stream({ from: '2023-05-01' })],
    'thiếu từ ngày 15/12/2022 đến ngày 14/01/2023.',
  ],
  [
    'is over and was not read since',
    [stream({ to: END - 1 })],
    'trước khi kỳ kết thúc ngày 14/01/2023',
  ],
  [
    'was never read',
    [{ ...stream(), covered: null, entity: 'dossier' as const }],
    'chưa được đọc trọn',
  ],
])('nothing is known of a period that %s', async (_, streams, said) => {
  const gaps = await gapsOf(streams)
  expect(gaps).toMatchObject([NOTHING_KNOWN])
  expect(inWords(gaps[0]?.message ?? '', COVERAGE_VIETNAMESE)).toContain(said)
})

test('a pass that began later than now is none', async () => {
  const gaps = await gapsOf([stream({ to: END + 8_000_000 })])
  expect(gaps).toMatchObject([NOTHING_KNOWN])
  expect(inWords(gaps[0]?.message ?? '')).toContain('while the clock was ahead')
})

test('a period that begins now is known once it was read', async () => {
  expect(await gapsOf([stream({ to: FIRST - 1 })], FIRST)).toMatchObject([NOTHING_KNOWN])
  expect(await gapsOf([stream({ to: FIRST })], FIRST)).toEqual([])
})

test('what is carried over is known only from what came before', async () => {
  const gaps = await gapsOf([stream({ from: '2022-12-15' })])
  const counted = { ...noStatistics(), receivedOnline: 3, carriedOver: 0, resolvedLate: 1 }
  expect(reportedStatistics(counted, { gaps, partial: false })).toMatchObject({
    ...{ receivedOnline: 3, receivedDirectPost: 0, receivedTotal: null },
    ...{ carriedOver: null, resolvedLate: null, pendingTotal: null },
  })
  expect(reportedStatistics(counted, { gaps, partial: true })).toEqual(counted)
})

test('a source is asked for alone, and where none is left nobody gives anything', async () => {
  const bad = stream({}, { source: 'khác', covered: null, entity: 'dossier' })
  expect(await gapsOf([stream(), bad])).toHaveLength(1)
  expect(await gapsOf([stream(), bad], END, ['một cửa'])).toEqual([])
  const nobody = await gapsOf([stream({ entity: 'procedure' })])
  expect(saidOf(nobody).map((one) => inWords(one))).toEqual(['No source brings dossiers.'])
  expect(isHidden({ gaps: nobody, partial: true }, 'receivedOnline')).toBe(true)
})

test('zeros of a unit that no source ever had are not reported, those of one that it had are', async () => {
  const store = scriptedStore({ dossiers: [dossier({ code: 'A', organisationCode: 'H16.05' })] })
  const zeros = { receivedTotal: 0 }
  expect(await gapsOfUnit(store, { organisation: 'H16' }, zeros)).toEqual([])
  expect(await gapsOfUnit(store, { organisation: 'H16.06' }, zeros)).toMatchObject([
    { isAll: true },
  ])
  expect(await gapsOfUnit(store, { organisation: 'H16.06' }, { receivedTotal: 1 })).toEqual([])
})

function noStatistics() {
  return {
    ...{ receivedTotal: 0, receivedOnline: 0, receivedDirectPost: 0, carriedOver: 0 },
    ...{ resolvedTotal: 0, resolvedEarly: 0, resolvedOnTime: 0, resolvedLate: 0 },
    ...{ pendingTotal: 0, pendingWithin: 0, pendingOverdue: 0 },
  }
}

test('what is kept apart is missing of nothing but itself', async () => {
  const apart = stream(
    {},
    { source: 'bộ', completedAt: null, covered: null, entity: 'dossier', apart: true },
  )
  expect(await gapsOf([stream(), apart])).toEqual([])
  expect(await gapsOf([stream(), apart], END, ['bộ'])).toHaveLength(1)
})
