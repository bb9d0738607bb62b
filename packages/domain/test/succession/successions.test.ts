import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Succession, Successions, successionFaults, writtenFaults } from '../../src/index.ts'

const DATE = '2025-07-01'
const BEFORE = '2025-06-30'

type Written = Partial<Succession> & Pick<Succession, 'kind'>

function successions(...all: readonly Written[]): readonly Succession[] {
  return all.map((one) => Succession.parse({ date: DATE, ...one }))
}

describe('holders', () => {
  it('are the predecessor until the day before, the successor from the day on', () => {
    const tree = new Successions(successions({ kind: 'renamed', from: ['H48.20'], to: ['H48.21'] }))
    expect(tree.holderAt('H48.20', BEFORE)).toBe('H48.20')
    expect(tree.holderAt('H48.20', DATE)).toBe('H48.21')
    expect(tree.holderAt('H48.21', BEFORE)).toBe('H48.20')
    expect(tree.holderAt('H48.22', DATE)).toBe('H48.22')
  })

  it('below a renamed organisation keep their part of the code, at any depth', () => {
    const tree = new Successions(successions({ kind: 'renamed', from: ['H48.20'], to: ['H48.21'] }))
    expect(tree.holderAt('H48.20.03.01', DATE)).toBe('H48.21.03.01')
    expect(tree.holderAt('H48.21.03.01', BEFORE)).toBe('H48.20.03.01')
  })

  it('below a merged organisation are the successor, and the survivor keeps its own', () => {
    const merger = successions({ kind: 'merged', from: ['H36', 'H16', 'H11'], to: ['H36'] })
    const tree = new Successions(merger)
    expect(tree.holderAt('H16.05.01', DATE)).toBe('H36')
    expect(tree.holderAt('H36.05', DATE)).toBe('H36.05')
    expect(tree.holderAt('H36', BEFORE)).toBe('H36')
  })

  it('of an abolished district are the declared commune; one below with its own way takes it', () => {
    const tree = new Successions(
      successions(
        { kind: 'abolished', from: ['H48.31'], to: ['H48.201', 'H48.202'], default: 'H48.202' },
        { kind: 'renamed', from: ['H48.31.07'], to: ['H48.201'] },
      ),
      new Map([['H48.202', DATE]]),
    )
    expect(tree.holderAt('H48.31', DATE)).toBe('H48.202')
    expect(tree.holderAt('H48.31.01', DATE)).toBe('H48.202')
    expect(tree.holderAt('H48.31.07', DATE)).toBe('H48.201')
    expect(tree.holderAt('H48.202', BEFORE)).toBe('H48.31')
    expect(tree.holderAt('H48.201', BEFORE)).toBe('H48.31.07')
  })

  it('that took over besides their own work are themselves before', () => {
    const tree = new Successions(
      successions({ kind: 'abolished', from: ['H48.31'], to: ['H48.201'] }),
    )
    expect(tree.holderAt('H48.201', BEFORE)).toBe('H48.201')
  })

  it('of a new organisation were the one that is declared', () => {
    const merger = { kind: 'merged', from: ['H48.10', 'H48.11'], to: ['H48.12'] } as const
    const first = new Successions(
      successions({ ...merger, from: [...merger.from], to: ['H48.12'] }),
    )
    expect(first.holderAt('H48.12', BEFORE)).toBe('H48.10')
    const named = { ...merger, from: [...merger.from], to: ['H48.12'], before: 'H48.11' }
    expect(new Successions(successions(named)).holderAt('H48.12', BEFORE)).toBe('H48.11')
  })

  it('that are named are there before the organisation above them is', () => {
    const tree = new Successions(
      successions(
        { kind: 'abolished', date: '2023-01-01', from: ['H48.31'], to: ['H48.20.01'] },
        { kind: 'renamed', date: '2024-01-01', from: ['H48.22'], to: ['H48.20'] },
      ),
    )
    expect(tree.holderAt('H48.31', '2023-01-01')).toBe('H48.20.01')
    expect(tree.holderAt('H48.20.01', '2023-01-01')).toBe('H48.20.01')
  })

  it('follow chains through the years, and a code that comes back', () => {
    const tree = new Successions(
      successions(
        { kind: 'renamed', date: '2020-01-01', from: ['H48.20'], to: ['H48.21'] },
        { kind: 'renamed', date: '2022-01-01', from: ['H48.21'], to: ['H48.22'] },
        { kind: 'renamed', date: '2024-01-01', from: ['H48.22'], to: ['H48.20'] },
      ),
    )
    const on = (day: string) => ['H48.20', 'H48.22'].map((code) => tree.holderAt(code, day))
    expect(on('2021-01-01')).toEqual(['H48.21', 'H48.21'])
    expect(on('2023-01-01')).toEqual(['H48.22', 'H48.22'])
    expect(on('2025-01-01')).toEqual(['H48.20', 'H48.20'])
  })
})

describe('faults', () => {
  const messages = (...all: readonly Written[]) =>
    writtenFaults(successionFaults(successions(...all))).map(
      ({ path, message }) => `${path}: ${message}`,
    )

  it('name two successors on one day and an end after the end', () => {
    expect(
      messages(
        { kind: 'renamed', from: ['H48.20'], to: ['H48.21'] },
        { kind: 'renamed', from: ['H48.20'], to: ['H48.22'] },
        { kind: 'renamed', date: '2026-01-01', from: ['H48.20'], to: ['H48.23'] },
      ),
    ).toEqual([
      'successions.1.from: H48.20 has two successors on 2025-07-01: successions.0 names one already',
      'successions.2.from: H48.20 ended on 2025-07-01 already, with successions.1',
    ])
  })

  it('name circles on a day', () => {
    expect(
      messages(
        { kind: 'renamed', from: ['H48.20'], to: ['H48.21'] },
        { kind: 'renamed', from: ['H48.21'], to: ['H48.22'] },
        { kind: 'renamed', from: ['H48.22'], to: ['H48.20'] },
      ),
    ).toEqual(['successions.0.to: a circle on 2025-07-01: H48.20 → H48.21 → H48.22 → H48.20'])
  })

  it('name what does not fit its kind, and a split that does not say who follows', () => {
    expect(
      messages(
        { kind: 'merged', from: ['H48.20'], to: ['H48.21'] },
        { kind: 'split', from: ['H48.30'], to: ['H48.31', 'H48.32'] },
        {
          kind: 'abolished',
          from: ['H48.40'],
          to: ['H48.41'],
          default: 'H48.42',
          before: 'H48.43',
        },
      ),
    ).toEqual([
      'successions.0.kind: a merger is from several organisations to one',
      'successions.1.default: is needed: it must be said which of H48.31, H48.32 follows H48.30',
      'successions.2.default: H48.42 is not among the successors H48.41',
      'successions.2.before: H48.43 is not among the predecessors H48.40',
    ])
  })

  it('refuse a tree', () => {
    const twice = successions(
      { kind: 'renamed', from: ['H48.20'], to: ['H48.21'] },
      { kind: 'renamed', from: ['H48.20'], to: ['H48.22'] },
    )
    expect(() => new Successions(twice)).toThrow('has two successors on 2025-07-01')
  })
})

const CODES = ['H48', 'H48.20', 'H48.20.01', 'H48.21', 'H48.22', 'H48.31', 'H48.31.07', 'H16']
const DAYS = ['2023-01-01', '2024-01-01', '2025-07-01', '2026-01-01']
const random = fc.array(
  fc
    .record({
      date: fc.constantFrom(...DAYS),
      kind: fc.constantFrom('renamed', 'merged', 'split', 'abolished'),
      from: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 3 }),
      to: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 3 }),
    })
    .map(({ to, ...one }) => Succession.parse({ ...one, to, default: to[0] })),
  { maxLength: 7 },
)

it('any successions without a fault give each code one holder, that holds its own work', () => {
  let tried = 0
  fc.assert(
    fc.property(
      random,
      fc.constantFrom(...DAYS, '2022-12-31', '2025-06-30'),
      fc.constantFrom(...CODES, 'H48.20.09', 'H16.01.02'),
      (all, day, code) => {
        fc.pre(successionFaults(all).length === 0)
        tried += all.length > 1 ? 1 : 0
        const tree = new Successions(all)
        const holder = tree.holderAt(code, day)
        expect(holder).toMatch(/^H(16|48)(\.\d{2,3})*$/)
        if (tree.codes.includes(holder)) expect(tree.holderAt(holder, day)).toBe(holder)
      },
    ),
    { numRuns: 2000 },
  )
  expect(tried).toBeGreaterThan(50)
})
