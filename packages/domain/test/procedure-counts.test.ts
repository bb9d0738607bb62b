import { expect, test } from 'vitest'
import { brokenProcedureIdentities, countProcedures, ProcedureCounts } from '../src/index.ts'
import type { OrganisationLevel } from '../src/organisation.ts'

const dakNong = { total: 1909, province: 1599, district: 196, commune: 114 }

test('the published counts of Đắk Nông keep the identity of Form II.07b', () => {
  const row = ProcedureCounts.parse({
    underAuthority: dakNong,
    oneStop: null,
    internalProcess: null,
  })
  expect(brokenProcedureIdentities(row)).toEqual([])
})

test('each broken identity is named with both of its sides', () => {
  const row = {
    underAuthority: dakNong,
    oneStop: { ...dakNong, total: 1900 },
    internalProcess: { ...dakNong, commune: 0 },
  }
  expect(brokenProcedureIdentities(row)).toEqual([
    { name: '(7)=(8)+(9)+(10)', left: 1900, right: 1909 },
    { name: '(11)=(12)+(13)+(14)', left: 1909, right: 1795 },
  ])
})

test('a procedure of several levels counts once, at the highest', () => {
  const levels: OrganisationLevel[][] = [
    ['commune', 'department'],
    ['province'],
    ['district', 'commune'],
    ['commune'],
    ['central'],
    [],
  ]
  const { counts, unplaced } = countProcedures(levels.map((each) => ({ levels: each })))
  expect(counts).toEqual({ total: 4, province: 2, district: 1, commune: 1 })
  expect(unplaced).toBe(2)
  expect(
    brokenProcedureIdentities({ underAuthority: counts, oneStop: null, internalProcess: null }),
  ).toEqual([])
})
