import { describe, expect, test } from 'vitest'
import { brokenStatedIdentities, DossierCount, impliedCounts, tt01 } from '../../src/index.ts'
import { statedCount } from '../sample-count.ts'

const RULE = tt01.id

describe('a stated row', () => {
  test('holds what it counts and nothing else', () => {
    const row = statedCount({ document: 'BC tháng 01.xlsx', place: 'Biểu II.06a!A12' })
    expect(DossierCount.parse({ ...row, nguoiLap: 'CANARY' })).toEqual(row)
  })

  test.each([
    ['from', { from: '2025-02-30' }],
    ['to', { to: '2025-12-31' }],
    ['rule', { rule: 'our-own' }],
    ['counts', { counts: {} }],
    ['counts', { counts: { resolvedTotal: -1 } }],
    ['counts', { counts: { resolvedTotal: 1.5 } }],
    ['counts', { counts: { resolvedSoon: 1 } }],
    ['fieldCode', { fieldCode: 'Đất đai' }],
    ['document', { document: 'Nguyễn Văn A 001090123456.xlsx' }],
  ])('with a wrong %s is refused there', (field, change) => {
    const result = DossierCount.safeParse({ ...statedCount(), ...change })
    const places = result.error?.issues.map(({ path }) => path[0])
    expect([...new Set(places)]).toEqual([field])
  })
})

describe('what a row implies', () => {
  test.each([
    [
      'a total of its parts',
      { resolvedEarly: 1, resolvedOnTime: 2, resolvedLate: 0 },
      { resolvedTotal: 3 },
    ],
    ['a part of its total', { pendingTotal: 5, pendingOverdue: 2 }, { pendingWithin: 3 }],
    ['what came in, of (3) and (6)', { receivedTotal: 9, carriedOver: 4 }, { receivedInPeriod: 5 }],
    [
      'what came in, by channel',
      { receivedOnline: 9, receivedDirectPost: 4 },
      { receivedInPeriod: 13 },
    ],
    ['(11), of (3) and (7)', { receivedTotal: 9, resolvedTotal: 4 }, { pendingTotal: 5 }],
    [
      'one thing by another',
      { receivedInPeriod: 7, carriedOver: 2, resolvedTotal: 6, pendingOverdue: 1 },
      { receivedTotal: 9, pendingTotal: 3, pendingWithin: 2 },
    ],
    ['nothing where two columns are not given', { resolvedTotal: 5, resolvedEarly: 1 }, {}],
    ['nothing less than zero', { resolvedTotal: 5, resolvedEarly: 6, resolvedLate: 0 }, {}],
  ])('is %s', (_name, counts, implied) => {
    expect(impliedCounts(counts, RULE)).toEqual({ ...counts, ...implied })
  })

  test('is nothing of a balance in which its rule has figures that are not given', () => {
    const row = { receivedTotal: 9, resolvedTotal: 4 }
    expect(impliedCounts(row, 'btp-07a')).toEqual(row)
    const whole = { ...row, stopped: 1, withdrawn: 0 }
    expect(impliedCounts(whole, 'btp-07a')).toEqual({ ...whole, pendingTotal: 4 })
  })
})

describe('a row that cannot be', () => {
  const sound = {
    ...{ receivedTotal: 10, receivedOnline: 4, receivedDirectPost: 4, carriedOver: 2 },
    ...{ resolvedTotal: 7, resolvedEarly: 4, resolvedOnTime: 3, resolvedLate: 0 },
    ...{ pendingTotal: 3, pendingWithin: 2, pendingOverdue: 1, receivedInPeriod: 8 },
  }

  test('breaks nothing while it is sound', () => {
    expect(brokenStatedIdentities(sound, RULE)).toEqual([])
  })

  test.each([
    ['(3)=(4)+(5)+(6)', { receivedOnline: 3 }, ['Trong kỳ=(4)+(5)']],
    ['(7)=(8)+(9)+(10)', { resolvedLate: 1 }, []],
    ['(11)=(12)+(13)', { pendingOverdue: 2 }, []],
    ['(3)=(7)+(11)', { pendingTotal: 4, pendingOverdue: 2 }, []],
    ['(3)=(6)+Trong kỳ', { receivedInPeriod: 9 }, ['Trong kỳ=(4)+(5)']],
  ])('breaks %s', (name, change, others) => {
    const broken = brokenStatedIdentities({ ...sound, ...change }, RULE)
    expect(broken.map((one) => one.name)).toEqual([name, ...others])
  })

  test('has a part that exceeds its total, whatever else is not given', () => {
    expect(brokenStatedIdentities({ resolvedTotal: 5, resolvedLate: 6 }, RULE)).toEqual([
      { name: '(7)=(8)+(9)+(10)', left: 5, right: 6 },
    ])
    expect(brokenStatedIdentities({ resolvedTotal: 5, resolvedLate: 5 }, RULE)).toEqual([])
  })

  test('balances with the figures of its rule beside the form', () => {
    const row = { receivedTotal: 10, resolvedTotal: 6, pendingTotal: 2, stopped: 1, withdrawn: 0 }
    expect(brokenStatedIdentities(row, 'btp-07a')).toEqual([
      { name: '(3)=(7)+(11) + Dừng xử lý + Rút hồ sơ', left: 10, right: 9 },
    ])
  })
})
