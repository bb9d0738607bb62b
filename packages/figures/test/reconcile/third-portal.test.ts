import type { Dossier, PortalFigure } from '@cchc/domain'
import type { PortalComparison } from '@cchc/domain/reconcile'
import { expect, test } from 'vitest'
import { type ReconcileLine, reconcile } from '../../src/index.ts'
import { dossier, noon, organisation, scriptedStore } from '../scripted-store.ts'

/** A portal that no shared code knows: a board of all systems' dossiers by quarter, and a survey of the year. */
const board: PortalComparison = {
  name: 'Bảng điều hành thành phố',
  rule: 'btp-07a',
  ruleName: 'Biểu 07a',
  counts: 'row',
  periods: ['quarter'],
  organisations: 'with-all-below',
  dossiers: 'others',
  figures: {
    'city-board.taken': 'received',
    'city-board.post': 'received.postal',
    'city-board.done': 'resolved',
    'city-board.dropped': 'withdrawn',
  },
  causes: ['two_codes', 'rule_difference', 'late_synchronisation'],
}

const survey: PortalComparison = {
  name: 'Khảo sát thành phố',
  rule: 'qd766-2022',
  counts: 'cohort',
  answers: {
    refusedAtReception: 'counted',
    awaitingReception: 'counted',
    precision: 'day',
    waiting: 'open',
    withdrawn: 'timed',
    laterEnds: 'open',
    supplement: 'as-stated',
    secondSupplement: 'ignored',
  },
  periods: ['year'],
  organisations: 'alone',
  dossiers: 'others',
  unstatedChannel: 'online',
  figures: { 'city-survey.sent': 'received', 'city-survey.net': 'received.online' },
  causes: ['rule_difference'],
}

const Q2 = ['2022-04-01', '2022-06-30'] as const
const YEAR = ['2022-01-01', '2022-12-31'] as const
const SURVEYED = 'H16.08'

function stated(
  organisationCode: string,
  [from, to]: readonly [string, string],
  values: Readonly<Record<string, number>>,
): PortalFigure[] {
  return Object.entries(values).map(([measure, value]) => ({
    organisationCode,
    organisationName: organisationCode,
    from,
    to,
    measure,
    value,
    quality: null,
    provisional: false,
  }))
}

function onBoard(code: string, taken: number, post: number, done: number) {
  const values = { taken, post, done, dropped: 0 }
  return stated(
    code,
    Q2,
    Object.fromEntries(Object.entries(values).map(([name, n]) => [`city-board.${name}`, n])),
  )
}

/** Finished on the day after its receipt, in time. */
function quick(organisationCode: string, day: string, facts: Partial<Dossier> = {}): Dossier {
  const receivedAt = noon(day)
  return dossier({
    code: `${organisationCode}-${day}-0001`,
    organisationCode,
    receivedAt,
    finishedAt: receivedAt + 86_400_000,
    dueAt: receivedAt + 7 * 86_400_000,
    ...facts,
  })
}

const DOSSIERS = [
  ...['2022-04-05', '2022-04-20', '2022-05-10', '2022-06-28'].map((day) => quick('H16.05', day)),
  quick('H16.05', '2022-06-25', { channel: 'postal' }),
  ...['2022-05-04', '2022-05-05', '2022-05-06'].map((day) => quick('H16.06', day)),
  quick('H16.06', '2022-05-04', { code: 'G22-220504-00001' }),
  ...['2022-05-04', '2022-05-05'].map((day) => quick('H16.07', day)),
  quick('H16.07', '2022-05-06', { status: 'withdrawn' }),
  quick(SURVEYED, '2022-05-04'),
  quick(SURVEYED, '2022-10-04', { status: 'refused_at_reception', finishedAt: null }),
  quick(SURVEYED, '2022-10-05', { channel: null }),
  quick('H16.09', '2022-05-04'),
]

const store = scriptedStore({
  dossiers: DOSSIERS,
  organisations: [organisation('H16', 'UBND tỉnh', 'province')],
  figureSource: 'city',
  figures: [
    ...onBoard('H16', 15, 0, 15),
    ...onBoard('H16.05', 3, 0, 3),
    ...onBoard('H16.06', 3, 0, 3),
    ...onBoard('H16.07', 3, 0, 3),
    ...onBoard(SURVEYED, 1, 0, 1),
    ...onBoard('H16.09', 5, 0, 5),
    ...stated('H16.05', YEAR, { 'city-board.taken': 99 }),
    ...stated(SURVEYED, YEAR, { 'city-survey.sent': 2, 'city-survey.net': 1 }),
  ],
})

const query = { comparisons: { city: [board, survey] }, from: YEAR[0], to: YEAR[1] }
const { lines } = await reconcile(store, query)

function lineOf(code: string, portalMeasure: string): ReconcileLine | undefined {
  return lines.find(
    (line) => line.organisation.code === code && line.portalMeasure === portalMeasure,
  )
}

function told(code: string, portalMeasure: string) {
  const { difference, causes = [], unexplained } = lineOf(code, portalMeasure) ?? {}
  const known = causes.map(({ code: cause, detail, dossiers }) =>
    [cause, detail?.code, dossiers].filter((part) => part !== undefined).join(' '),
  )
  return { difference, known, unexplained }
}

test('a third portal is compared under its own name, rule, measures and windows', () => {
  expect(lineOf(SURVEYED, 'city-board.taken')).toMatchObject({
    source: 'city',
    portal: 'Bảng điều hành thành phố',
    rule: { id: 'btp-07a', name: 'Biểu 07a' },
    period: { from: Q2[0], to: Q2[1] },
    measure: 'received',
    channel: null,
    here: 1,
    there: 1,
    verdict: 'equal',
  })
  expect(lineOf('H16.05', 'city-board.post')).toMatchObject({
    channel: 'postal',
    here: 1,
    there: 0,
  })
  const boards = lines.filter(({ portal }) => portal === board.name)
  expect(new Set(boards.map(({ period }) => period.to))).toEqual(new Set([Q2[1]]))
  expect(boards).toHaveLength(6 * 4)
})

test('differences of a row are explained by the causes that it declares', () => {
  const late = { difference: -2, known: ['late_synchronisation 2'], unexplained: 0 }
  expect(told('H16.05', 'city-board.taken')).toEqual(late)
  expect(told('H16.05', 'city-board.done')).toEqual(late)
  expect(told('H16.05', 'city-board.post')).toMatchObject({ known: ['late_synchronisation 1'] })
  expect(told('H16.06', 'city-board.taken')).toEqual({
    difference: -1,
    known: ['two_codes 1'],
    unexplained: 0,
  })
  expect(told('H16.07', 'city-board.done')).toEqual({
    difference: 1,
    known: ['rule_difference tt01-2020 1'],
    unexplained: 0,
  })
  expect(told('H16.09', 'city-board.taken')).toEqual({ difference: 4, known: [], unexplained: 4 })
  expect(told('H16', 'city-board.taken')).toEqual({
    difference: 1,
    known: ['late_synchronisation 2', 'two_codes 1'],
    unexplained: 4,
  })
})

test('differences of a cohort are told by the answers of that portal, the other way round', () => {
  const [cause] = lineOf(SURVEYED, 'city-survey.sent')?.causes ?? []
  expect(cause).toMatchObject({ code: 'rule_difference', dossiers: 1, effect: -1 })
  expect(cause?.detail).toEqual({
    code: 'refusedAtReception',
    name: 'Hồ sơ không được tiếp nhận không được tính',
  })
  expect(told(SURVEYED, 'city-survey.net')).toEqual({
    difference: 1,
    known: ['null_channel 1'],
    unexplained: 0,
  })
})

test('nothing is compared for a source that declares nothing', async () => {
  await expect(reconcile(store, { ...query, comparisons: { city: [] } })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('the dossiers of all that differ on one level are read in one scan', async () => {
  let scans = 0
  const counted = {
    ...store,
    scanDossiers: (...asked: Parameters<typeof store.scanDossiers>) => {
      scans += 1
      return store.scanDossiers(...asked)
    },
  }
  await reconcile(counted, { ...query, comparisons: { city: [board] } })
  expect(scans).toBe(2)
})
