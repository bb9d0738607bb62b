import { describe, expect, it } from 'vitest'
import { dakNongWorld } from '../src/index.ts'
import { countedLevels, receivedInWindow } from './count.ts'

const world = dakNongWorld()

describe('the year 2022 of Đắk Nông', () => {
  it('holds the published dossiers, counted by rule tt01-2020', () => {
    const levels = countedLevels(world)
    expect(levels).toMatchObject({
      department: { resolved: 77_251, onTime: 77_046 },
      district: { resolved: 138_989, onTime: 133_902 },
      commune: { resolved: 196_309, onTime: 194_148 },
    })
    const all = Object.values(levels)
    expect(sum(all.map((level) => level.received))).toBe(425_682)
    expect(sum(all.map((level) => level.online))).toBe(42_950)
    for (const level of all) {
      expect(level.carriedOver).toBeGreaterThan(1000)
      expect(level.carriedOver + level.received).toBe(level.resolved + level.pending)
    }
    expect(levels).toEqual(world.totals.byLevel)
  })

  it('holds the published procedures and services', () => {
    const { procedures } = world
    const withLevel = (level: number) =>
      procedures.filter((each) => each.services.some((service) => service.level === level))
    const offered = new Set([...withLevel(3), ...withLevel(4)])
    const ofLevel = (level: string) => procedures.filter((each) => each.level === level).length
    expect(procedures.length).toBe(1909)
    expect([ofLevel('province'), ofLevel('district'), ofLevel('commune')]).toEqual([1599, 196, 114])
    expect([withLevel(3).length, withLevel(4).length, offered.size]).toEqual([402, 695, 923])
    expect(new Set(procedures.map((each) => each.code)).size).toBe(1909)
    expect(new Set(procedures.map((each) => each.name)).size).toBe(1909)
    const withFee = procedures.filter((each) => each.feeAmount > 0)
    expect(withFee.length).toBe(1166)
    expect(withFee.filter((each) => each.onlinePayment).length).toBe(923)
    const published = procedures.filter((each) => each.publishedNationally)
    expect(published.length).toBe(522)
    expect(published.every((each) => offered.has(each))).toBe(true)
  })

  it('has online dossiers for the published number of services of each level', () => {
    const received = receivedInWindow(world)
    const usedAt = (level: number) =>
      new Set(
        received
          .filter((each) => each.channel === 'online' && each.serviceLevel === level)
          .map((each) => each.procedure.code),
      ).size
    expect([usedAt(3), usedAt(4)]).toEqual([228, 202])
    for (const { procedure, organisation, serviceLevel } of received) {
      const service = procedure.services.find(
        (each) => each.organisationCode === organisation.oldCode,
      )
      if (service?.level !== serviceLevel) throw new Error(`${procedure.code} is not offered there`)
    }
  })

  it('has the organisations of the year', () => {
    const count = (level: string) =>
      world.organisations.filter((each) => each.level === level).length
    expect([count('province'), count('department'), count('district'), count('commune')]).toEqual([
      1, 21, 8, 71,
    ])
    expect(new Set(world.organisations.map((each) => each.oldCode)).size).toBe(101)
    const received = receivedInWindow(world)
    expect(new Set(received.map((each) => each.organisation.code)).size).toBe(100)
  })

  it('shows the national portal the same procedures', () => {
    const figures = world.nationalFigures('H16', world.totals.from, world.totals.to)
    const partial = figures['provide-online-tree.partialCount'] ?? 0
    expect(partial + (figures['provide-online-tree.fullCount'] ?? 0)).toBe(522)
    expect(figures['dvc-progress-tree.totalReceived']).toBe(425_682)
    expect(figures['provide-online-tree.channelOnlineSum']).toBe(42_950)
    expect(figures['formality-online-payment-tree.totalFeeFormality']).toBe(1166)
  })

  it('has dossiers on both sides of the year, on working days only', () => {
    const first = world.dossier(0)
    const last = world.dossier(world.dossierCount - 1)
    expect(first.receivedAt).toBeLessThan(Date.parse('2021-12-15T00:00:00+07:00'))
    expect(last.receivedAt).toBeGreaterThan(Date.parse('2022-12-15T00:00:00+07:00'))
    expect(last.receivedAt).toBeLessThan(Date.parse('2023-01-01T00:00:00+07:00'))
    const codes = new Set<string>()
    for (let index = 0; index < world.dossierCount; index += 1) {
      const { code, receivedAt } = world.dossier(index)
      codes.add(code)
      const weekday = new Date(receivedAt + 7 * 3_600_000).getUTCDay()
      if (weekday === 0 || weekday === 6) throw new Error(`${code} came in on a weekend`)
    }
    expect(codes.size).toBe(world.dossierCount)
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
