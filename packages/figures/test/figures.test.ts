import { COUNTING_RULES, cellNumber, parsePeriod, writtenFaults } from '@cchc/domain'
import { describe, expect, it, test } from 'vitest'
import {
  bindFigure,
  countSelections,
  FIGURES,
  type FigureScope,
  figureFaults,
  openCounting,
  openCoverage,
  openStated,
  originOfFigure,
  readingOf,
} from '../src/index.ts'
import { noon, type Script, scriptedStore } from './scripted-store.ts'
import { variedProvince } from './varied-province.ts'

type Asked = Readonly<Record<string, string>>

const LATE = { columns: 'resolvedLate' }
const NOT_LATE = { columns: 'resolvedEarly,resolvedOnTime' }

/** What each figure is asked with here; one that stands in the list and not here is not tested. */
const ASKED: Readonly<Record<string, readonly Asked[]>> = {
  dossiers: [
    { level: 'province,department,unit', ...NOT_LATE },
    { level: 'district', columns: 'pendingWithin,pendingOverdue' },
    { level: 'commune', columns: 'receivedTotal' },
  ],
  'dossiers-in-field': [
    { field: 'ĐẤT', ...NOT_LATE },
    { field: 'Chưa xác định', ...LATE },
  ],
  'dossiers-by-channel': [
    { channel: 'postal', columns: 'receivedDirectPost' },
    { channel: 'unknown', columns: 'carriedOver' },
  ],
  'dossiers-received': [
    { serviceLevel: 'full', channel: 'online' },
    { serviceLevel: 'partial,full' },
    { serviceLevel: 'information' },
  ],
  procedures: [{ level: 'province' }, { level: 'district,commune' }],
  'procedures-with-service': [{ serviceLevel: 'partial' }, { serviceLevel: 'partial,full' }],
  'procedures-with-online-dossiers': [{ serviceLevel: 'full' }, { serviceLevel: 'partial,full' }],
  'procedures-with-fee': [{}],
  'procedures-published': [{}],
  'procedures-with-online-payment': [{}],
  'procedures-interlinked': [{ kind: 'same_level' }, { kind: 'cross_level' }],
  petitions: [
    { count: 'received', about: 'all' },
    { count: 'onTime', about: 'all' },
    { count: 'answered', about: 'regulations' },
    { count: 'inProcess', about: 'regulations' },
  ],
  'online-payments': [{ count: 'due' }, { count: 'paidOnline' }, { count: 'amountOnline' }],
  'portal-year': [
    { measures: 'provide-online-tree.partialCount,provide-online-tree.fullCount' },
    { measures: 'provide-online-tree.fullCount' },
  ],
}

const CASES = FIGURES.flatMap(({ id }) =>
  (ASKED[id] ?? []).map((where) => [id, JSON.stringify(where), where] as const),
)

async function scopeOf(
  script: Script,
  { organisation = 'H16', rule = 'tt01-2020', period = '2022' } = {},
): Promise<FigureScope> {
  const store = scriptedStore(script)
  const counting = await openCounting(store, rule)
  return {
    ...counting,
    coverage: await openCoverage(store, { now: noon('2023-01-01') }),
    stated: openStated(counting, { organisation, ...daysOf(period) }),
    partial: false,
    organisation: counting.names.organisations.require(organisation),
    period: parsePeriod(period),
  }
}

function daysOf(period: string) {
  const { from, to } = parsePeriod(period)
  return { from, to }
}

/** The number by the way of reports, and by that of `why`. */
async function bothWays(scope: FigureScope, named: Parameters<typeof bindFigure>[0]) {
  const figure = bindFigure(named)
  const { cell } = await figure.read(readingOf(scope))
  const { behind } = figure
  const selections = new Map(behind.records === 'dossiers' ? [['it', behind] as const] : [])
  const groups = (await countSelections(scope, selections)).get('it')
  const origin = await originOfFigure(scope, figure, groups)
  const numbers =
    origin.kind === 'counted'
      ? origin.contributions.map(({ count }) => count)
      : origin.records.map(({ value }) => value ?? Number.NaN)
  return { cell, origin, second: numbers.reduce((sum, one) => sum + one, 0) }
}

test('every figure is tried here', () => {
  expect(Object.keys(ASKED).toSorted()).toEqual(FIGURES.map(({ id }) => id).toSorted())
  expect(new Set(FIGURES.map(({ name }) => name)).size).toBe(FIGURES.length)
})

/** By this rule dossiers of no stated channel are received in a column beside the form, which `why` does not count. */
const ELSEWHERE = (figure: string, rule: string) =>
  rule === 'btp-07a' && figure === 'dossiers-received'

const SCOPES = COUNTING_RULES.flatMap(({ id: rule }) =>
  ['H16', 'H16.05', 'H16.31'].map((organisation) => ({ rule, organisation })),
)

describe.each(CASES)('%s %s', (figure, _, where) => {
  it('is read and explained to the same number by every rule, and is not always zero', async () => {
    const found: number[] = []
    for (const asked of SCOPES.filter(({ rule }) => !ELSEWHERE(figure, rule))) {
      const scope = await scopeOf(variedProvince, asked)
      const { cell, origin, second } = await bothWays(scope, { figure, where })
      if (cell.state === 'not_reported') {
        expect(asked.organisation).not.toBe('H16')
        continue
      }
      found.push(second)
      expect({ ...asked, number: second }).toEqual({ ...asked, number: cellNumber(cell) })
      if (origin.kind !== 'counted') continue
      expect(origin.total).toBe(second)
      const { shares, ...together } = (
        await bothWays({ ...scope, mostByRun: 0 }, { figure, where })
      ).origin as typeof origin
      expect({ ...together, shares: shares.map(({ count }) => count) }).toEqual({
        ...origin,
        shares: origin.shares.map(({ count }) => count),
      })
      if (origin.records === 'dossiers') expect(shares.flatMap(({ runs }) => runs)).toEqual([])
    }
    expect(Math.max(...found)).toBeGreaterThan(0)
  })

  it('is not reported from an empty store, and says in Vietnamese what is missing', async () => {
    const scope = await scopeOf({ organisations: variedProvince.organisations ?? [] })
    const bound = bindFigure({ figure, where })
    const { cell } = await bound.read(readingOf(scope))
    expect(cell.state).toBe('not_reported')
    for (const text of [bound.name, bound.missing, ...bound.conditions.map(({ value }) => value)]) {
      expect(text).toBe(text.normalize('NFC'))
    }
    expect(bound.missing).toMatch(/\.$/)
    for (const { name, value } of bound.conditions) expect(`${name}: ${value}`).not.toMatch(/: $/)
  })

  it('knows what may be added to it', () => {
    const { kind, behind } = bindFigure({ figure, where })
    if (behind.records === 'procedures') expect(kind).toBe('stock')
    if (behind.records === 'portal-figures') expect(kind).toBeNull()
    if (where.columns === 'receivedTotal') expect(kind).toBe('caseload')
    if (where.columns?.startsWith('pending')) expect(kind).toBe('stock')
    if (where.columns?.startsWith('resolved')) expect(kind).toBe('flow')
  })
})

test('a figure is read for its own organisation, and the second way counts no neighbour either', async () => {
  const all = { figure: 'dossiers', where: { level: 'department', columns: 'receivedTotal' } }
  const neighbour = await bothWays(await scopeOf(variedProvince, { organisation: 'H17.01' }), all)
  const province = await bothWays(await scopeOf(variedProvince), all)
  expect(cellNumber(neighbour.cell)).toBe(neighbour.second)
  if (province.origin.kind !== 'counted') throw new Error('not counted')
  expect(province.origin.contributions.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['H16.05', 'H16.05.01', 'H16.06']),
  )
  expect(province.origin.contributions.every(({ code }) => code.startsWith('H16'))).toBe(true)
})

type Told = readonly (readonly [string, unknown])[]

const REFUSED: readonly (readonly [string, Asked, Told])[] = [
  ['rainfall', {}, [['figure', expect.stringContaining('no figure is called rainfall')]]],
  [
    'dossiers',
    { levle: 'province', columns: 'resolvedTotal' },
    [
      ['where.level', 'is needed'],
      ['where.levle', 'is no parameter; there are: columns, level'],
    ],
  ],
  [
    'dossiers',
    { level: 'provnce,commune,commune', columns: 'resolvedErly' },
    [
      [
        'where.columns',
        expect.stringMatching(/^"resolvedErly" is not known; known: receivedTotal/),
      ],
      ['where.level', expect.stringMatching(/^"provnce" is not known; known: central, province/)],
      ['where.level', '"commune" is named twice'],
    ],
  ],
  [
    'dossiers-by-channel',
    { channel: 'email', columns: 'resolvedTotal,pendingTotal' },
    [
      ['where.columns', 'adds up a flow (resolvedTotal) and a stock (pendingTotal)'],
      ['where.channel', '"email" is not known; known: online, direct, postal, unknown'],
    ],
  ],
  [
    'dossiers-in-field',
    { field: '', columns: 'receivedOnline,receivedTotal' },
    [
      ['where.columns', 'adds up a flow (receivedOnline) and a caseload (receivedTotal)'],
      ['where.field', 'names nothing'],
    ],
  ],
  [
    'dossiers-received',
    { serviceLevel: '', channel: 'postal' },
    [
      ['where.serviceLevel', '"" is not known; known: information, partial, full'],
      ['where.channel', 'can only be online; without it, every channel counts'],
    ],
  ],
  ['procedures', { level: 'department' }, [['where.level', expect.stringContaining('known: pro')]]],
  ['procedures-with-fee', { level: 'province' }, [['where.level', 'takes no parameters']]],
  ['procedures-interlinked', {}, [['where.kind', 'is needed']]],
  [
    'portal-year',
    { measures: 'provide-online-tree' },
    [['where.measures', expect.stringContaining('is no figure of a portal')]],
  ],
]

test.each(REFUSED)('%s of %j is refused, with every fault', (figure, where, expected) => {
  const faults = writtenFaults(figureFaults({ figure, where }))
  expect(faults.map(({ path, message }) => [path, message])).toEqual(expected)
  expect(() => bindFigure({ figure, where })).toThrow()
})

test('a word that is named twice would count twice', () => {
  const where = { level: 'commune', columns: 'resolvedTotal,resolvedTotal' }
  expect(writtenFaults(figureFaults({ figure: 'dossiers', where }))).toEqual([
    { path: 'where.columns', message: '"resolvedTotal" is named twice' },
  ])
})
