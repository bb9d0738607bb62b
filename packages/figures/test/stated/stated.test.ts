import { type DossierCount, inWords, parsePeriod, Successions } from '@cchc/domain'
import { statedCount } from '@cchc/domain/testing'
import { describe, expect, test } from 'vitest'
import {
  bindFigure,
  COVERAGE_VIETNAMESE,
  compareRules,
  countSelections,
  type DimensionId,
  dossierStatistics,
  type FigureScope,
  openCounting,
  openCoverage,
  openStated,
  originOfFigure,
  readingOf,
  reportedStatistics,
  type StatedPart,
  type StatisticsRow,
  saidOf,
  storeInTree,
} from '../../src/index.ts'
import { dossier, noon, organisation, type Script, scriptedStore } from '../scripted-store.ts'

const MONTHS = [
  { from: '2022-01-01', to: '2022-01-31' },
  { from: '2022-02-01', to: '2022-02-28' },
  { from: '2022-03-01', to: '2022-03-31' },
] as const
const QUARTER = { from: '2022-01-01', to: '2022-03-31' }
const [JANUARY, FEBRUARY, MARCH] = MONTHS

/** A whole row: so many carried over, then `came` and `ended` in the window. */
function counts(opening: number, came: number, ended: number): DossierCount['counts'] {
  const pending = opening + came - ended
  return {
    ...{ receivedTotal: opening + came, receivedOnline: came, receivedDirectPost: 0 },
    ...{ carriedOver: opening, resolvedTotal: ended, resolvedEarly: ended, resolvedOnTime: 0 },
    ...{ resolvedLate: 0, pendingTotal: pending, pendingWithin: pending, pendingOverdue: 0 },
  }
}

function commune(number: number, facts: Partial<DossierCount> & { source?: string } = {}) {
  return {
    ...statedCount({ organisationCode: `H16.10${number}`, ...QUARTER, counts: counts(2, 9, 8) }),
    ...facts,
  }
}

const ORGANISATIONS = [
  organisation('H16', 'UBND tỉnh', 'province'),
  organisation('H16.05', 'Sở Tư pháp', 'department'),
  organisation('H16.101', 'UBND xã Một', 'commune'),
  organisation('H16.102', 'UBND xã Hai', 'commune'),
]

const ENDED = {
  receivedAt: noon('2021-02-01'),
  dueAt: noon('2021-02-10'),
  finishedAt: noon('2021-02-09'),
}

const DOSSIERS = [1, 2, 3].map((number) => dossier({ code: `D${number}`, fieldCode: 'ĐẤT' }))

function province(rows: readonly (DossierCount & { source?: string })[], change: Script = {}) {
  return scriptedStore({
    organisations: ORGANISATIONS,
    dossiers: DOSSIERS,
    counts: rows,
    ...change,
  })
}

type Asked = Partial<Parameters<typeof dossierStatistics>[1]>

async function count(
  store: ReturnType<typeof province>,
  by: readonly DimensionId[] = [],
  asked: Asked = {},
) {
  const query = { organisation: 'H16', ...QUARTER, by, rule: 'tt01-2020', ...asked }
  return dossierStatistics(store, query)
}

function said(part: StatedPart | undefined): string[] {
  return saidOf(part?.gaps ?? []).map((one) => inWords(one))
}

function shown(
  { statistics, stated }: Pick<StatisticsRow, 'statistics' | 'stated'>,
  partial = false,
) {
  return reportedStatistics(statistics, { gaps: stated?.gaps ?? [], partial })
}

describe('a province half counted and half stated', () => {
  const rows = [commune(1), commune(2, { counts: counts(1, 4, 2), source: 'folder' })]

  test('is exactly the sum, and tells who states what', async () => {
    const { total, totalStated, findings } = await count(province(rows))
    const counted = await count(province([]))
    expect(counted.total).toMatchObject({ receivedTotal: 3, resolvedTotal: 3, pendingTotal: 0 })
    expect(total).toMatchObject({
      ...{ receivedTotal: 3 + 11 + 5, receivedOnline: 13, receivedDirectPost: 3, carriedOver: 3 },
      ...{ resolvedTotal: 3 + 8 + 2, resolvedEarly: 13, pendingTotal: 3 + 3, pendingWithin: 6 },
    })
    expect(totalStated).toEqual({
      gaps: [],
      sources: [
        { source: 'sheets', unit: 'H16.101', ...QUARTER },
        { source: 'folder', unit: 'H16.102', ...QUARTER },
      ],
    })
    expect(findings).toEqual([])
  })

  test('has a row of each unit, and only stated ones say so', async () => {
    const { rows: units } = await count(province(rows), ['org'])
    expect(
      units.map(({ group, statistics, stated }) => [
        group.org?.code,
        statistics.resolvedTotal,
        stated?.sources[0]?.source,
      ]),
    ).toEqual([
      ['H16.05', 3, undefined],
      ['H16.101', 8, 'sheets'],
      ['H16.102', 2, 'folder'],
    ])
  })

  test('counts a unit that has dossiers from these alone', async () => {
    const own = dossier({ code: 'C1', organisationCode: 'H16.101' })
    const { total, totalStated } = await count(province(rows, { dossiers: [...DOSSIERS, own] }))
    expect(total.resolvedTotal).toBe(3 + 1 + 2)
    expect(totalStated?.sources.map(({ unit }) => unit)).toEqual(['H16.102'])
  })

  test('takes no row of the whole beside those of its parts', async () => {
    const whole = { ...commune(1), organisationCode: 'H16', counts: counts(100, 0, 0) }
    expect((await count(province([...rows, whole]))).total.carriedOver).toBe(3)
    const alone = await count(province([whole], { dossiers: [] }))
    expect(alone.total.carriedOver).toBe(100)
  })

  test('lacks a unit of which nobody gives anything, and says which', async () => {
    const { total, totalStated } = await count(province([commune(1)]))
    expect(said(totalStated)).toEqual([
      'No source has dossiers of UBND xã Hai (H16.102), nor states counts of it.',
    ])
    const row = { statistics: total, ...(totalStated && { stated: totalStated }) }
    expect(shown(row).resolvedTotal).toBeNull()
    expect(shown(row, true).resolvedTotal).toBe(3 + 8)
    const { rows: units } = await count(province([commune(1)]), ['org'])
    const lacking = units.find(({ group }) => group.org?.code === 'H16.102')
    expect(lacking && shown(lacking, true).resolvedTotal).toBeNull()
    expect(said(units.find(({ group }) => group.org?.code === 'H16.05')?.stated)).toEqual([])
  })

  test('asks nothing of units without any figures where no source states counts', async () => {
    expect((await count(province([]))).totalStated).toBeUndefined()
  })

  test('does not add dossiers of a ministry’s system to counts that may hold them', async () => {
    const own = { ...dossier({ code: 'M1', organisationCode: 'H16.101' }), source: 'bo-tu-phap' }
    const mixed = { dossiers: [...DOSSIERS, own], beside: ['bo-tu-phap'] }
    const { rows: units } = await count(province(rows, mixed), ['org'])
    const [, first] = units
    expect(first && shown(first).resolvedTotal).toBeNull()
    expect(said(first?.stated)[0]).toContain(
      "sheets states counts of UBND xã Một (H16.101), and a ministry's system has dossiers of it",
    )
    const counted = await count(province(rows, { ...mixed, beside: [] }), ['org'])
    expect(counted.rows[1]?.stated).toBeUndefined()
  })

  test('is counted by the sources that are asked for', async () => {
    const { total } = await count(province(rows), [], { sources: ['one-stop', 'folder'] })
    expect(total.resolvedTotal).toBe(3 + 2)
  })
})

describe('windows', () => {
  const months = MONTHS.map((month, index) => commune(1, { ...month, counts: counts(index, 2, 1) }))
  const unit = { organisation: 'H16.101' }

  test('that tile the period add flows and take the first and the last stock', async () => {
    const { total, totalStated, findings } = await count(province(months), [], unit)
    expect(total).toMatchObject({
      ...{ receivedTotal: 6, receivedOnline: 6, carriedOver: 0, resolvedTotal: 3 },
      ...{ pendingTotal: 3, pendingWithin: 3, pendingOverdue: 0 },
    })
    expect(said(totalStated)).toEqual([])
    expect(findings).toEqual([])
  })

  test.each([
    [
      'lack days',
      [JANUARY, MARCH],
      'Source sheets states nothing of UBND xã Một (H16.101) for 01/02/2022 - 28/02/2022.',
    ],
    [
      'overlap',
      [JANUARY, { from: '2022-01-20', to: '2022-03-31' }],
      'Source sheets states UBND xã Một (H16.101) for days that overlap and do not make up the period: 20/01/2022 - 31/01/2022.',
    ],
    [
      'reach beyond the period',
      [{ from: '2021-12-15', to: '2022-03-14' }],
      'Source sheets states UBND xã Một (H16.101) for days that reach beyond the period: 15/12/2021 - 14/3/2022.',
    ],
  ])('that %s are not added', async (_name, windows, reason) => {
    const rows = windows.map((window) => commune(1, window))
    const { total, totalStated } = await count(province(rows), [], unit)
    expect(total.resolvedTotal).toBe(0)
    expect(said(totalStated)).toEqual([reason])
    expect(totalStated?.gaps.every(({ isAll }) => isAll)).toBe(true)
  })

  test('of two tilings the smaller counts, and their difference is told', async () => {
    const { total, findings } = await count(province([...months, commune(1)]), [], unit)
    expect(total.resolvedTotal).toBe(8)
    expect(findings.map((one) => inWords(one))).toContain(
      'UBND xã Một (H16.101): what is stated of these days disagrees; resolvedTotal is from 3 to 8, taken is 8 by sheets.',
    )
  })

  test('are split by month as they are stated, and a month that is not is not reported', async () => {
    const labelled = MONTHS.map((month, index) => ({ ...month, label: `2022-M0${index + 1}` }))
    const asked = { ...unit, months: labelled }
    const { rows } = await count(province(months.slice(0, 2)), ['month'], asked)
    expect(rows.map((row) => shown(row).resolvedTotal)).toEqual([1, 1, null])
    expect(rows[1]?.statistics.carriedOver).toBe(1)
  })
})

describe('what a row does not give', () => {
  test('is not reported: a column', async () => {
    const { receivedOnline: _, receivedDirectPost: __, ...known } = counts(2, 9, 8)
    const rows = [commune(1, { counts: known }), commune(2)]
    const { total, totalStated } = await count(province(rows))
    expect(said(totalStated)).toEqual([
      'Source sheets does not state (4), (5) of UBND xã Một (H16.101) for the whole period.',
    ])
    const row = shown({ statistics: total, ...(totalStated && { stated: totalStated }) })
    expect(row).toMatchObject({ receivedOnline: null, receivedDirectPost: null, resolvedTotal: 19 })
  })

  test('is not reported: another counting rule', async () => {
    const { totalStated } = await count(province([commune(1), commune(2)]), [], {
      rule: 'qd766-2022',
    })
    expect(said(totalStated)[0]).toBe(
      'Source sheets states UBND xã Một (H16.101) by the rule tt01-2020, not by qd766-2022.',
    )
  })

  test('is not compared by rules', async () => {
    const rules = ['tt01-2020', 'qd766-2022']
    const compared = await compareRules(province([commune(1), commune(2)]), {
      ...QUARTER,
      organisation: 'H16',
      by: [],
      rules,
    })
    expect(said(compared.totalStated)).toEqual([
      'What is stated of UBND xã Một, UBND xã Hai cannot be counted by other rules.',
    ])
  })

  test('is not reported: fields of a unit that is stated as a whole', async () => {
    const { rows, total } = await count(province([commune(1), commune(2)]), ['field'])
    expect(total.resolvedTotal).toBe(19)
    const [unknown, field] = rows
    expect(field?.group.field?.code).toBe('ĐẤT')
    expect(field && shown(field).resolvedTotal).toBeNull()
    expect(unknown && shown(unknown).resolvedTotal).toBe(16)
    expect(said(field?.stated)).toContain(
      'Source sheets states UBND xã Một (H16.101) as a whole and does not tell its dossiers apart.',
    )
  })
})

describe('fields', () => {
  const ofField = (number: number, fieldCode: string, ended: number) =>
    commune(number, { fieldCode, counts: counts(0, ended, ended) })
  const rows = [ofField(1, 'HT', 3), ofField(1, 'ĐẤT', 4), ofField(2, 'HT', 5)]

  test('that are stated stand beside counted ones, and add up to the unit', async () => {
    const { rows: fields, total } = await count(province(rows), ['field'])
    expect(
      fields.map(({ group, statistics }) => [group.field?.code, statistics.resolvedTotal]),
    ).toEqual([
      ['HT', 8],
      ['ĐẤT', 3 + 4],
    ])
    expect(total.resolvedTotal).toBe(3 + 12)
    expect(
      (await count(province(rows), ['org'])).rows.map((row) => row.statistics.resolvedTotal),
    ).toEqual([3, 7, 5])
  })

  test('that do not add up to the unit say so, and the unit is as it is stated', async () => {
    const whole = commune(1, { counts: counts(0, 9, 9) })
    const { total, findings } = await count(province([...rows, whole]), ['field'])
    expect(total.resolvedTotal).toBe(3 + 9 + 5)
    expect(findings.map((one) => inWords(one))).toContain(
      'UBND xã Một (H16.101): what is stated of its parts adds up to 7 in resolvedTotal, of the whole is stated 9.',
    )
  })
})

test('a unit with dossiers of other days has none, unless something is stated of these', async () => {
  const old = dossier({ code: 'O', organisationCode: 'H16.101', ...ENDED })
  const change = { dossiers: [...DOSSIERS, old] }
  const past = commune(1, { from: '2021-01-01', to: '2021-03-31' })
  const quiet = await count(province([past, commune(2)], change))
  expect([quiet.total.resolvedTotal, said(quiet.totalStated)]).toEqual([3 + 8, []])
  const told = await count(province([past, commune(1), commune(2)], change))
  expect(told.total.resolvedTotal).toBe(3 + 16)
})

test('a row that was stated before its days were over says so', async () => {
  const rows = [commune(1, { statedOn: '2022-03-30' }), commune(2, { statedOn: '2022-03-31' })]
  const { findings } = await count(province(rows))
  expect(findings.map((one) => inWords(one))).toEqual([
    'Source sheets, H16.101, 01/01/2022 - 31/3/2022: stated before these days were over.',
  ])
})

test('sources that only check counted units ask nothing of others', async () => {
  const own = dossier({ code: 'C1', organisationCode: 'H16.101' })
  const checked = province([commune(1)], { dossiers: [...DOSSIERS, own] })
  expect((await count(checked)).totalStated).toBeUndefined()
})

test('a row that breaks an identity is used as it came, and told', async () => {
  const rows = [commune(1, { counts: { ...counts(2, 9, 8), resolvedLate: 1 } }), commune(2)]
  const { total, findings } = await count(province(rows))
  expect(total).toMatchObject({ resolvedTotal: 19, resolvedLate: 1 })
  expect(findings.map((one) => inWords(one))).toEqual([
    'Source sheets, H16.101, 01/01/2022 - 31/3/2022: (7)=(8)+(9)+(10) is broken: 8 is not 9.',
  ])
})

describe('in the tree of a day', () => {
  const merged = new Successions([
    { date: '2022-03-01', kind: 'merged', from: ['H16.101', 'H16.102'], to: ['H16.103'] },
  ])
  const row = (number: number, days: { from: string; to: string }, opening: number) =>
    commune(number, { ...days, counts: counts(opening, 2, 1) })
  const early = { from: '2022-01-01', to: '2022-02-28' }
  const listed = {
    organisations: [...ORGANISATIONS.slice(0, 2), organisation('H16.103', 'UBND xã Ba', 'commune')],
  }

  test('what was stated of units that merged is their successor’s, each tiling its own days', async () => {
    const store = province([row(1, early, 5), row(2, early, 6), row(3, MARCH, 13)], listed)
    const tree = storeInTree(store, { successions: merged, day: '2022-03-31' })
    const { rows, totalStated } = await count(tree, ['org'])
    const [, successor] = rows
    expect(said(totalStated)).toEqual([])
    expect(successor).toMatchObject({
      group: { org: { code: 'H16.103' } },
      statistics: { carriedOver: 11, receivedTotal: 17, resolvedTotal: 3, pendingTotal: 14 },
    })
  })

  test('a column that one of the merged did not state is not the successor’s', async () => {
    const { resolvedLate: _, resolvedEarly: __, ...known } = counts(6, 2, 1)
    const rows = [row(1, early, 5), { ...row(2, early, 6), counts: known }, row(3, MARCH, 13)]
    const tree = storeInTree(province(rows, listed), { successions: merged, day: '2022-03-31' })
    expect(said((await count(tree)).totalStated)).toEqual([
      'Source sheets does not state (8), (10) of UBND xã Ba (H16.103) for the whole period.',
    ])
  })

  test('days before a unit was there are not its own to state, and not nobody’s', async () => {
    const store = province([row(3, MARCH, 13)], listed)
    const tree = storeInTree(store, { successions: merged, day: '2022-03-31' })
    expect(said((await count(tree)).totalStated)).toEqual([
      'Source sheets states nothing of UBND xã Ba (H16.103) for 01/01/2022 - 28/02/2022.',
    ])
  })
})

describe('figures of reports', () => {
  async function scopeOf(rows: readonly DossierCount[], partial = false): Promise<FigureScope> {
    const counting = await openCounting(province(rows))
    return {
      ...counting,
      coverage: await openCoverage(counting.store, { now: noon('2023-01-01') }),
      stated: openStated(counting, { organisation: 'H16', ...QUARTER }),
      partial,
      organisation: counting.names.organisations.require('H16'),
      period: parsePeriod('2022-01-01..2022-03-31'),
    }
  }
  const figure = (level: string, columns = 'resolvedTotal') =>
    bindFigure({ figure: 'dossiers', where: { level, columns } })

  test('are the same by both ways, and say who states them', async () => {
    const scope = await scopeOf([commune(1), commune(2)])
    const bound = figure('department,commune')
    const { cell, stated } = await bound.read(readingOf(scope))
    expect(cell).toMatchObject({ value: 19 })
    expect(stated).toEqual([
      'Theo số liệu do sheets cung cấp: UBND xã Một, UBND xã Hai, 01/01/2022 - 31/3/2022.',
    ])
    const { behind } = bound
    const selections = new Map(behind.records === 'dossiers' ? [['it', behind] as const] : [])
    const groups = (await countSelections(scope, selections)).get('it')
    expect(await originOfFigure(scope, bound, groups)).toMatchObject({
      total: 19,
      contributions: [{ code: 'H16.05', count: 3 }, { code: 'H16.101', count: 8 }, { count: 8 }],
      stated: [{ source: 'sheets', organisation: 'H16.101', ...QUARTER, run: 'run sheets' }, {}],
    })
  })

  test('of counted units alone say nothing, and lack nothing', async () => {
    const scope = await scopeOf([commune(1)])
    const department = await figure('department').read(readingOf(scope))
    expect(department).toEqual({ cell: expect.objectContaining({ value: 3 }), note: '' })
    expect((await figure('commune').read(readingOf(scope))).cell.state).toBe('not_reported')
    const part = await figure('commune').read(readingOf(await scopeOf([commune(1)], true)))
    expect(part).toMatchObject({ cell: { value: 8 }, note: 'Số liệu chưa đầy đủ' })
  })

  test('that rows cannot tell are not reported', async () => {
    const scope = await scopeOf([commune(1), commune(2)])
    for (const named of [
      { figure: 'dossiers-received', where: { serviceLevel: 'full' } },
      { figure: 'procedures-with-online-dossiers', where: { serviceLevel: 'full' } },
      { figure: 'dossiers-in-field', where: { field: 'ĐẤT', columns: 'resolvedTotal' } },
      {
        figure: 'dossiers-by-channel',
        where: { channel: 'direct', columns: 'receivedDirectPost' },
      },
    ]) {
      const { cell } = await bindFigure(named).read(readingOf(scope))
      expect([named.figure, cell.state]).toEqual([named.figure, 'not_reported'])
    }
  })
})

test('every reason is told in Vietnamese', async () => {
  const rows = [commune(1, FEBRUARY)]
  const { totalStated } = await count(province(rows))
  for (const { message } of totalStated?.gaps ?? []) {
    expect(COVERAGE_VIETNAMESE).toHaveProperty([message.template])
  }
})
