import { DossierStatistics, tt01 } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { OrganisationTree } from '../src/organisations/organisation-tree.ts'
import type { RankedMeasureId } from '../src/ranking/measures.ts'
import { rankUnits } from '../src/ranking/rank-units.ts'

const LISTED = [
  ['H99', 'province'],
  ...['H99.01', 'H99.02', 'H99.03', 'H99.04'].map((code) => [code, 'department']),
  ['H99.01.01', 'unit'],
  ['H99.31', 'district'],
  ['H99.31.01', 'commune'],
] as const

const tree = new OrganisationTree(
  LISTED.map(([code = '', level]) => ({ code, name: `Đơn vị ${code}`, level }) as never),
)

/** Resolved, of which late; pending, of which overdue. */
function row(late: string, pending = '0/0') {
  const [lateOnes = 0, resolved = 0] = late.split('/').map(Number)
  const [overdue = 0, open = 0] = pending.split('/').map(Number)
  const received = { receivedTotal: resolved + open, receivedOnline: 0, carriedOver: 0 }
  return {
    statistics: DossierStatistics.parse({
      ...{ ...received, receivedDirectPost: resolved + open, resolvedTotal: resolved },
      ...{ resolvedEarly: 0, resolvedOnTime: resolved - lateOnes, resolvedLate: lateOnes },
      ...{ pendingTotal: open, pendingWithin: open - overdue, pendingOverdue: overdue },
    }),
  }
}

type Rows = Readonly<Record<string, ReturnType<typeof row> | null>>

function ranked(rows: Rows, { measure = 'onTime' as RankedMeasureId, smallBelow = 30 } = {}) {
  const own = Object.entries(rows).map(([code, one]) => ({ code, row: one }))
  return rankUnits(own, { tree, rule: tt01, measure, smallBelow })
}

/** The units of departments as `place code`, `=` where the place is shared. */
function departments(rows: Rows, how?: Parameters<typeof ranked>[1]) {
  const level = ranked(rows, how).find((one) => one.level === 'department')
  const told = level?.units.map(({ code, place }) =>
    [place ? `${place.rank}${place.isTied ? '=' : ''}` : '-', code].join(' '),
  )
  return { level, told }
}

describe('units of a level', () => {
  test('share a place where their rates are exactly equal, and the next is that many down', () => {
    const rows = {
      'H99.01': row('1/3'),
      'H99.02': row('2/6'),
      'H99.03': row('0/9'),
      'H99.04': row('5/9'),
    }
    const { told, level } = departments(rows)
    expect(told).toEqual(['1 H99.03', '2= H99.02', '2= H99.01', '4 H99.04'])
    expect(level?.units.map(({ place }) => place?.betterThan.numerator)).toEqual([3, 1, 1, 0])
  })

  test('that print alike are not tied where they are not equal', () => {
    const rows = { 'H99.01': row('1/100000'), 'H99.02': row('1/99999') }
    expect(departments(rows).told).toEqual(['1 H99.01', '2 H99.02'])
  })

  test('have the rate in the middle as their median, of an even number the exact mean of two', () => {
    const three = { 'H99.01': row('0/4'), 'H99.02': row('1/4'), 'H99.03': row('2/3') }
    expect(departments(three).level?.median).toEqual({ numerator: 3, denominator: 4 })
    const four = { ...three, 'H99.04': row('1/2') }
    expect(departments(four).level?.median).toEqual({ numerator: 5, denominator: 8 })
  })

  test('stand the other way round where less is better', () => {
    const rows = { 'H99.01': row('0/1', '3/10'), 'H99.02': row('0/1', '1/10') }
    const { told } = departments(rows, { measure: 'pendingOverdue' })
    expect(told).toEqual(['1 H99.02', '2 H99.01'])
  })

  test('have no place without a rate, nor where their figures are not known whole', () => {
    const { told, level } = departments({
      'H99.01': row('0/0'),
      'H99.02': null,
      'H99.03': row('1/2'),
    })
    expect(told).toEqual(['1 H99.03', '- H99.01', '- H99.02'])
    expect(level?.units.map(({ rate }) => rate)).toEqual([
      { numerator: 1, denominator: 2 },
      { numerator: 0, denominator: 0 },
      null,
    ])
    expect([level?.ranked, level?.units[0]?.place?.betterThan.denominator]).toEqual([1, 0])
  })

  test('are marked where their rate is of few dossiers', () => {
    const { level } = departments({ 'H99.01': row('1/29'), 'H99.02': row('1/30') })
    expect(level?.units.map(({ code, isSmall }) => [code, isSmall])).toEqual([
      ['H99.02', false],
      ['H99.01', true],
    ])
  })

  test('hold what their divisions hold, and never stand against another level', () => {
    const rows = {
      'H99.01': row('1/2'),
      'H99.01.01': row('0/2'),
      'H99.31': row('0/5'),
      'H99.31.01': row('1/5'),
    }
    const levels = ranked(rows).map(({ level, units }) => [
      level,
      ...units.map(({ code, rate }) => `${code} ${rate?.numerator}/${rate?.denominator}`),
    ])
    expect(levels).toEqual([
      ['department', 'H99.01 3/4'],
      ['district', 'H99.31 5/5'],
      ['commune', 'H99.31.01 4/5'],
    ])
    expect(
      departments({ 'H99.01': row('1/2'), 'H99.01.01': null }).level?.units[0]?.rate,
    ).toBeNull()
  })

  test('of half to twice as many dossiers are similar', () => {
    const rows = {
      'H99.01': row('1/10'),
      'H99.02': row('0/20'),
      'H99.03': row('9/41'),
      'H99.04': row('0/5'),
    }
    const { level } = departments(rows)
    const of = (code: string) => level?.units.find((unit) => unit.code === code)?.similar
    expect(of('H99.01')).toEqual({ rank: 3, units: ['H99.02', 'H99.04'].toSorted() })
    expect(of('H99.03')).toBeNull()
  })
})
