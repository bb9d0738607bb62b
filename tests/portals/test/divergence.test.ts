import { describe, expect, it } from 'vitest'
import {
  type Divergence,
  ministryView,
  nationalView,
  provinceView,
  smallWorld,
} from '../src/index.ts'

const world = smallWorld({ dossiers: 3000 })
const may = { from: '2022-05-01', to: '2022-05-31' }
const figures = (shown: typeof world, code: string) =>
  shown.nationalFigures(code, may.from, may.to) as Record<string, number>

const differences: readonly [string, Partial<Divergence>, Record<string, number>][] = [
  [
    'lateSynchronisation',
    { lateSynchronisation: [{ organisation: 'H99.31', count: 3 }] },
    { 'dvc-progress-tree.totalReceived': -3 },
  ],
  [
    'statusPushedAsFinished',
    { statusPushedAsFinished: [{ organisation: 'H99.31', count: 2 }], to: '2022-12-31' },
    { 'dvc-progress-tree.totalCompleted': 2, 'dvc-progress-tree.totalReceived': 0 },
  ],
  [
    'refusedCounted',
    { refusedCounted: [{ organisation: 'H99.32', count: 1 }] },
    { 'dvc-progress-tree.totalReceived': 1, 'dvc-progress-tree.totalCompleted': 0 },
  ],
  [
    'unexplained',
    { unexplained: [{ organisation: 'H99.32.01', count: 4 }] },
    { 'dvc-progress-tree.totalOnTime': 4, 'dvc-progress-tree.totalReceived': 0 },
  ],
  ['twoCodes', { twoCodes: [{ organisation: 'H99.31', count: 2 }] }, {}],
  ['nullChannel', { nullChannel: [{ organisation: 'H99.31', count: 2 }] }, {}],
]

describe('the national portal', () => {
  it.each(differences)('shows %s in exactly so many dossiers', (_, change, expected) => {
    const divergence = { ...may, ...change }
    const days = { from: divergence.from, to: divergence.to }
    const shown = nationalView(world, divergence)
    const here = world.nationalFigures('H99', days.from, days.to)
    const there = shown.nationalFigures('H99', days.from, days.to)
    for (const name of Object.keys(expected)) {
      expect((there[name] ?? 0) - (here[name] ?? 0), name).toBe(expected[name])
    }
    if (Object.keys(expected).length === 0) expect(there).toEqual(here)
  })

  it('shows the world itself without a divergence', () => {
    expect(nationalView(world, undefined)).toBe(world)
    expect(provinceView(world, undefined)).toBe(world)
    expect(figures(nationalView(world, may), 'H99')).toEqual(figures(world, 'H99'))
  })
})

describe('the province', () => {
  it('holds dossiers a second time under a code of the national portal', () => {
    const shown = provinceView(world, { ...may, twoCodes: [{ organisation: 'H99.31', count: 2 }] })
    const all = Array.from({ length: shown.dossierCount }, (_, index) => shown.dossier(index))
    expect(all).toHaveLength(world.dossierCount + 2)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    const second = all.filter(({ code }) => code.includes('G22'))
    expect(second).toHaveLength(2)
    for (const { receivedAt, procedure } of second) {
      const same = all.filter((one) => one.receivedAt === receivedAt && one.procedure === procedure)
      expect(same).toHaveLength(2)
    }
  })

  it('keeps its order by receipt, and only it leaves channels unstated', () => {
    const divergence = { ...may, nullChannel: [{ organisation: 'H99.31', count: 5 }] }
    const shown = provinceView(world, divergence)
    const all = Array.from({ length: shown.dossierCount }, (_, index) => shown.dossier(index))
    expect(all.filter(({ channelUnstated }) => channelUnstated)).toHaveLength(5)
    expect(
      all.every((one, at) => at === 0 || one.receivedAt >= (all[at - 1]?.receivedAt ?? 0)),
    ).toBe(true)
  })
})

it('refuses more than there are', () => {
  const divergence = { ...may, refusedCounted: [{ organisation: 'H99.03', count: 50 }] }
  expect(() => nationalView(world, divergence)).toThrow('H99.03 has only')
})

describe('a ministry’s central system', () => {
  const divergence = {
    ...may,
    inMinistrySystem: [{ organisation: 'H99.31', count: 4 }],
    inBothSystems: [{ organisation: 'H99.03', count: 2 }],
  }
  const codesOf = (shown: typeof world) =>
    Array.from({ length: shown.dossierCount }, (_, index) => shown.dossier(index).code)

  it('and the province make up the whole, which the national portal has', () => {
    const [central, own] = [ministryView(world, divergence), provinceView(world, divergence)]
    expect(codesOf(central)).toHaveLength(6)
    expect(codesOf(own)).toHaveLength(world.dossierCount - 4)
    const together = new Set([...codesOf(central), ...codesOf(own)])
    expect(together).toEqual(new Set(codesOf(world)))
    expect(figures(nationalView(world, divergence), 'H99')).toEqual(figures(world, 'H99'))
    const received = 'dvc-progress-tree.totalReceived'
    const [of, there] = [figures(own, 'H99.31')[received], figures(world, 'H99.31')[received]]
    expect((there ?? 0) - (of ?? 0)).toBe(4)
  })

  it('holds nothing unless told', () => {
    expect(ministryView(world, undefined).dossierCount).toBe(0)
    expect(ministryView(world, may).dossierCount).toBe(0)
  })
})
