import { describe, expect, test } from 'vitest'
import type { Dossier } from '../../src/index.ts'
import {
  type Amounts,
  countInCohort,
  explainDifference,
  fittingCauses,
  knownCauses,
  minus,
  type PortalComparison,
  portalCounting,
  sumOf,
} from '../../src/reconcile/index.ts'
import { at, COHORT, evidence, MAY, READING } from './dossiers.ts'

const KEYS = ['received', 'received.direct', 'received.online', 'onTime', 'overdue', 'completed']
const AFTER = at('2023-01-01')

const figures = (dossiers: readonly Dossier[]): Amounts =>
  sumOf(dossiers.map((dossier) => countInCohort(READING, dossier, MAY)))

interface Told {
  readonly takenAt?: number
  readonly known?: readonly Dossier[]
  readonly comparison?: PortalComparison
}

/** Explains the figures of what a portal holds by what is here. */
function explained(
  here: readonly Dossier[],
  there: Amounts,
  { takenAt = AFTER, known = here, comparison = COHORT }: Told = {},
) {
  const scene = {
    comparison,
    counting: portalCounting(comparison),
    dossiers: here,
    days: MAY,
    takenAt,
    knownThen: known,
    lateDays: 10,
    unstatedChannels: here.filter(({ channel }) => channel === null).length,
  }
  const { explanations, rest } = explainDifference({
    difference: minus(there, figures(here)),
    stated: KEYS,
    fixed: knownCauses(scene),
    fitting: fittingCauses(scene),
  })
  const found = explanations.map(({ cause, detail, affected, confidence }) => ({
    cause,
    ...(detail === null ? {} : { detail }),
    received: affected.received ?? 0,
    completed: affected.completed ?? 0,
    confidence,
  }))
  return { found, rest: Object.entries(rest).filter(([, amount]) => amount !== 0) }
}

const day = (number: number) => at(`2022-05-${String(number).padStart(2, '0')}`)
/** One dossier a day; every third online, every fifth open. */
const month = Array.from({ length: 30 }, (_, index) => {
  const open = index % 5 === 0
  return evidence(`H99.03-2205${index}-0001`, {
    receivedAt: day(index + 1),
    channel: index % 3 === 0 ? 'online' : 'direct',
    finishedAt: open ? null : day(index + 1) + 3_600_000,
    dueAt: open ? day(20) : day(31),
    status: open ? 'processing' : 'finished',
  })
})

describe('one cause', () => {
  test('nothing is to be explained where both sides are equal', () => {
    expect(explained(month, figures(month))).toEqual({ found: [], rest: [] })
  })

  test('the newest receipts are missing', () => {
    const { found, rest } = explained(month, figures(month.slice(0, -4)))
    expect(rest).toEqual([])
    expect(found).toMatchObject([
      { cause: 'late_synchronisation', received: 4, confidence: 'arithmetic' },
    ])
  })

  test('receipts that are missing but not the newest stay unexplained', () => {
    const { found, rest } = explained(month, figures(month.slice(4)))
    expect(found).toEqual([])
    expect(rest).toContainEqual(['received', -4])
  })

  test('more receipts than the last days hold stay unexplained', () => {
    expect(explained(month, figures(month.slice(0, -11))).found).toEqual([])
  })

  test('the newest ends are missing', () => {
    const reopened = new Set(month.filter(({ finishedAt }) => finishedAt !== null).slice(-3))
    const there = month.map((one) =>
      reopened.has(one) ? { ...one, finishedAt: null, status: 'processing' as const } : one,
    )
    expect(explained(month, figures(there))).toMatchObject({
      found: [{ cause: 'late_synchronisation', received: 0, completed: 3 }],
      rest: [],
    })
  })

  test('open dossiers were pushed as finished', () => {
    const there = month.map((one, index) =>
      index < 10 && one.finishedAt === null
        ? { ...one, finishedAt: one.receivedAt, status: 'finished' as const }
        : one,
    )
    expect(explained(month, figures(there))).toMatchObject({
      found: [{ cause: 'status_pushed_as_finished', completed: 2 }],
      rest: [],
    })
  })

  test('more completed there than are open here is not for that cause', () => {
    const there = { ...figures(month), completed: 31 }
    expect(explained(month, there)).toMatchObject({ found: [], rest: [['completed', 7]] })
  })

  test('one dossier has two codes', () => {
    const first = month[3] ?? evidence('x')
    const here = [...month, { ...first, code: 'G22-220504-0001' }]
    expect(explained(here, figures(month))).toMatchObject({
      found: [{ cause: 'two_codes', received: 1, confidence: 'identified' }],
      rest: [],
    })
  })

  test('two numbers of one series are two dossiers unless only that fits', () => {
    const first = month[3] ?? evidence('x')
    const neighbour = { ...first, code: 'H99.03-22053-0002' }
    const second = { ...first, code: 'G22-220504-0001' }
    const here = [...month, neighbour, second]
    expect(explained(here, figures([...month, neighbour])).found).toMatchObject([{ received: 1 }])
    expect(explained([...month, neighbour], figures(month)).found).toMatchObject([
      { cause: 'two_codes', received: 1 },
    ])
  })

  test('an unstated channel is direct there', () => {
    const here = month.map((one, index) => (index % 6 === 1 ? { ...one, channel: null } : one))
    const { found, rest } = explained(here, figures(month))
    expect(rest).toEqual([])
    expect(found).toMatchObject([{ cause: 'null_channel' }])
  })

  test('refused ones are counted there', () => {
    const refused = ['a', 'b'].map((code) =>
      evidence(code, { status: 'refused_at_reception', finishedAt: null }),
    )
    const there = figures([
      ...month,
      ...refused.map((one) => ({
        ...one,
        status: 'refused' as const,
        finishedAt: one.receivedAt,
      })),
    ])
    expect(explained([...month, ...refused], there)).toMatchObject({
      found: [{ cause: 'rule_difference', detail: 'refusedAtReception', received: 2 }],
      rest: [],
    })
  })

  test('the portal was asked before it happened', () => {
    const there = month
      .filter(({ receivedAt }) => (receivedAt ?? 0) <= day(15))
      .map((one) =>
        (one.finishedAt ?? 0) > day(15)
          ? { ...one, finishedAt: null, status: 'processing' as const }
          : one,
      )
    expect(explained(month, figures(there), { takenAt: day(15) })).toMatchObject({
      found: [{ cause: 'late_synchronisation', received: 15, confidence: 'identified' }],
      rest: [],
    })
  })
})

describe('what the hub learnt after the figure was taken', () => {
  const known = month
    .slice(5)
    .map((one, index) =>
      index < 3 && one.finishedAt !== null
        ? { ...one, finishedAt: null, status: 'processing' as const }
        : one,
    )

  test('explains a portal that shows what the hub knew then', () => {
    expect(explained(month, figures(known), { known })).toMatchObject({
      found: [{ cause: 'late_synchronisation', received: 5, confidence: 'identified' }],
      rest: [],
    })
  })

  test('says nothing where the hub had read nothing then', () => {
    expect(explained(month, figures([]), { known: [] }).found).toEqual([])
  })
})

describe('several at once', () => {
  test('are told apart', () => {
    const first = month[3] ?? evidence('x')
    const here = [...month, { ...first, code: 'G22-220504-0001' }].map((one, index) =>
      index === 7 ? { ...one, channel: null } : one,
    )
    const there = figures(month.slice(0, -2))
    const { found, rest } = explained(here, there)
    expect(rest).toEqual([])
    expect(found.map(({ cause }) => cause)).toEqual([
      'null_channel',
      'two_codes',
      'late_synchronisation',
    ])
  })

  test('a cause that would move a figure that is equal is not named', () => {
    const there = figures(month.slice(0, -3))
    const direct = figures(month)['received.direct'] ?? 0
    const { found, rest } = explained(month, { ...there, 'received.direct': direct })
    expect(found).toEqual([])
    expect(rest).toContainEqual(['received', -3])
  })

  test('a known cause is named beside what stays open, and none that makes it worse', () => {
    const there = figures(month.slice(0, -2))
    const changed = { ...there, onTime: (there.onTime ?? 0) - 5 }
    expect(explained(month, changed)).toMatchObject({
      found: [{ cause: 'late_synchronisation', received: 2 }],
      rest: [['onTime', -5]],
    })
    const { found, rest } = explained(month, { ...figures(month), overdue: 90 })
    expect(found).toEqual([])
    expect(rest.map(([key]) => key)).toEqual(['overdue'])
  })
})
