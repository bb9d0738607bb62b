import { type Divergence, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerOf, AskedOf } from '../src/questions/question.ts'
import { reconciliation } from '../src/questions/reconciliation.ts'
import { type ReconciledHub, reconciledHub } from './reconciled-hub.ts'

const world = smallWorld({ dossiers: 3000 })
const MAY = { from: '2022-05-01', to: '2022-05-31' }

type Result = AnswerOf<typeof reconciliation>

/** Reconciles a world whose portals differ as told. */
function reconciled(divergence?: Divergence, periods?: readonly string[]) {
  let opened: ReconciledHub
  beforeAll(async () => {
    opened = await reconciledHub(world, divergence, periods)
  })
  afterAll(() => opened.close())
  return (query: Partial<AskedOf<typeof reconciliation>> = {}) =>
    opened.hub.ask(reconciliation, { period: '2022', all: true, ...query })
}

/** Causes of one figure with the number of dossiers. */
function causes({ lines }: Result, organisation: string, measure: string, channel?: string) {
  const line = lines.find(
    (one) =>
      one.source === 'dvcqg' &&
      one.organisation.code === organisation &&
      one.measure === measure &&
      one.channel === (channel ?? null) &&
      one.period.from <= MAY.from &&
      MAY.to <= one.period.to,
  )
  return {
    difference: line?.difference,
    explained: line?.explained,
    causes: Object.fromEntries((line?.causes ?? []).map(({ code, dossiers }) => [code, dossiers])),
  }
}

const different = ({ lines }: Result) => lines.filter(({ verdict }) => verdict !== 'equal')

describe('portals that agree', () => {
  const ask = reconciled()

  it('are equal in every figure of every organisation, month and channel', async () => {
    const result = await ask()
    expect(different(result)).toEqual([])
    expect(result.summary).toMatchObject({ open: 0, byVerdict: { different: 0 } })
    const national = result.lines.filter(({ source }) => source === 'dvcqg')
    const months = new Set(national.map(({ period }) => period.from))
    const codes = new Set(national.map(({ organisation }) => organisation.code))
    expect(months.size).toBe(12)
    expect(codes).toEqual(new Set(world.organisations.map(({ code }) => code)))
    expect(new Set(national.map(({ channel }) => channel))).toEqual(
      new Set([null, 'online', 'direct', 'postal']),
    )
    expect(national.some(({ here }) => here > 0)).toBe(true)
    const own = result.lines.filter(({ source }) => source === 'one-stop')
    expect(own.length).toBeGreaterThan(100)
  })

  it('can be asked about one organisation, period and source', async () => {
    const result = await ask({ org: 'H99.31', period: '2022-Q2', source: ['dvcqg'] })
    expect(result.period).toEqual({ from: '2022-04-01', to: '2022-06-30' })
    expect(new Set(result.lines.map(({ organisation }) => organisation.code))).toEqual(
      new Set(['H99.31', 'H99.31.01', 'H99.31.02']),
    )
    expect(new Set(result.lines.map(({ source }) => source))).toEqual(new Set(['dvcqg']))
    expect(different(result)).toEqual([])
  })

  it('refuses what it cannot compare', async () => {
    await expect(ask({ period: '2019' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(ask({ tolerance: 'some' })).rejects.toMatchObject({ code: 'usage_invalid' })
    await expect(ask({ source: ['dvcq'] })).rejects.toMatchObject({
      fix: 'Did you mean dvcqg?',
    })
  })
})

describe('every cause at an organisation of its own', () => {
  const ask = reconciled({
    ...MAY,
    lateSynchronisation: [{ organisation: 'H99.03', count: 3 }],
    twoCodes: [{ organisation: 'H99.31.01', count: 2 }],
    nullChannel: [{ organisation: 'H99.31.02', count: 4 }],
    refusedCounted: [{ organisation: 'H99.32.01', count: 1 }],
  })

  it('is found with exactly its dossiers', async () => {
    const result = await ask()
    expect(causes(result, 'H99.03', 'received')).toEqual({
      difference: -3,
      explained: true,
      causes: { late_synchronisation: 3 },
    })
    expect(causes(result, 'H99.31.01', 'received')).toEqual({
      difference: -2,
      explained: true,
      causes: { two_codes: 2 },
    })
    expect(causes(result, 'H99.32.01', 'received')).toEqual({
      difference: 1,
      explained: true,
      causes: { rule_difference: 1 },
    })
    expect(different(result).every(({ explained }) => explained)).toBe(true)
  })

  it('is carried up to the organisations above', async () => {
    const result = await ask()
    expect(causes(result, 'H99.31', 'received', 'direct').causes).toMatchObject({ null_channel: 4 })
    expect(causes(result, 'H99', 'received')).toEqual({
      difference: -4,
      explained: true,
      causes: { late_synchronisation: 3, two_codes: 2, rule_difference: 1 },
    })
  })

  it('touches no other organisation, month or system', async () => {
    const found = different(await ask())
    expect(new Set(found.map(({ period }) => period.from))).toEqual(new Set([MAY.from]))
    expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['dvcqg']))
    expect(new Set(found.map(({ organisation }) => organisation.code))).toEqual(
      new Set(['H99', 'H99.03', 'H99.31', 'H99.31.01', 'H99.32', 'H99.32.01']),
    )
  })
})

describe('years only', () => {
  const ask = reconciled(
    {
      from: '2022-11-01',
      to: '2022-12-31',
      statusPushedAsFinished: [{ organisation: 'H99.31', count: 5 }],
      lateSynchronisation: [{ organisation: 'H99.12', count: 2 }],
    },
    ['year'],
  )

  it('explains statuses pushed too early and receipts sent too late', async () => {
    const result = await ask()
    expect(causes(result, 'H99.31', 'completed')).toEqual({
      difference: 5,
      explained: true,
      causes: { status_pushed_as_finished: 5 },
    })
    expect(causes(result, 'H99.12', 'received').causes).toEqual({ late_synchronisation: 2 })
    expect(result.summary.open).toBe(0)
  })

  it('has nothing for a period in which no whole period of the portal lies', async () => {
    await expect(ask({ period: '2022-M06', source: ['dvcqg'] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a figure that no dossier accounts for', () => {
  const ask = reconciled({
    ...MAY,
    unexplained: [{ organisation: 'H99.32.01', count: 2 }],
    lateSynchronisation: [{ organisation: 'H99.32.02', count: 1 }],
  })

  it('stays unexplained, also above, where other causes are named beside it', async () => {
    const result = await ask()
    expect(causes(result, 'H99.32.01', 'onTime')).toEqual({
      difference: 2,
      explained: false,
      causes: {},
    })
    const open = result.lines.filter(({ explained }) => !explained)
    expect(open.map(({ organisation, measure }) => [organisation.code, measure])).toEqual([
      ['H99', 'onTime'],
      ['H99.32', 'onTime'],
      ['H99.32.01', 'onTime'],
    ])
    expect(open.map(({ unexplained }) => unexplained)).toEqual([2, 2, 2])
    expect(causes(result, 'H99', 'received').causes).toEqual({ late_synchronisation: 1 })
    expect(result.summary.open).toBe(3)
  })

  it('needs no one within the tolerance', async () => {
    const { summary, lines } = await ask({ tolerance: '2' })
    expect(summary.open).toBe(0)
    expect(lines.filter(({ explained }) => !explained)).toHaveLength(3)
    expect((await ask({ tolerance: '1' })).summary.open).toBe(3)
    expect((await ask({ tolerance: '1,5%' })).summary.open).toBe(2)
  })
})
