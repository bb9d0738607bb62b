import { inWords } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isClockWarning, runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, meteredHttp, opening, scripted, settings } from './scripted.ts'

const NOW = Date.parse('2026-03-02T08:00:00+07:00')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const QUIET = { requests: 1, bytes: 1 }

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

interface Difference {
  readonly earlierMs?: number
  readonly laterMs?: number
}

/** A run by a machine that shows NOW, which reads a page up to `to`, where the portal dates its answers otherwise. */
async function ran({ earlierMs = 0, laterMs = 0 }: Difference, to: number | readonly number[]) {
  const asked: unknown[] = []
  const connector = scripted({
    dossiers: ({ cursor }) => {
      asked.push(cursor)
      return from(
        [to].flat().map((since) => ({ records: [dossier(`D-${since}`)], cursor: { since } })),
      )
    },
  })
  const dossiers = { ...connector.streams.dossiers, cursor: z.object({ since: z.int() }) }
  const streams = { ...connector.streams, dossiers }
  const run = await runSource({
    ...settings(store, { ...connector, streams } as never),
    now: () => NOW,
    open: opening(connector, meteredHttp(QUIET, { earlierMs, laterMs })),
  })
  const words = run.warnings.map((one) => inWords(one))
  return { asked, run, words, saved: store.content('dossiers').cursor }
}

describe('a machine that is ahead of its portal', () => {
  it.each([2 * HOUR, 40 * DAY, 365 * DAY])('by %d ms keeps no position of its own', async (ms) => {
    const { words, saved, run } = await ran({ earlierMs: ms }, NOW)
    expect(saved).toBeNull()
    expect(run.status).toBe('done')
    expect(words).toEqual([
      expect.stringMatching(/^dossiers: the position is dated 2026-03-02.* from the beginning/),
      expect.stringMatching(/^test: the portal dated an answer \d+ days and \d+ hours before/),
    ])
  })

  it('nor one that it commits half-way', async () => {
    await ran({ earlierMs: 40 * DAY }, [NOW - 50 * DAY, NOW - DAY])
    expect(store.batches.map(({ cursor }) => cursor)).toEqual([
      { since: NOW - 50 * DAY },
      undefined,
    ])
  })

  it('keeps one that the portal’s clock has passed', async () => {
    const { saved, words } = await ran({ earlierMs: 40 * DAY }, NOW - 40 * DAY)
    expect(saved).toEqual({ since: NOW - 40 * DAY })
    expect(words).toEqual([expect.stringMatching(/^test: .* 40 days and 0 hours before/)])
  })

  it('does not believe one that it saved before the portal told its time', async () => {
    store.content('dossiers').cursor = { since: NOW - DAY }
    store.content('dossiers').completed = 1
    const { asked, words, saved } = await ran({ earlierMs: 40 * DAY }, NOW - 40 * DAY)
    expect(asked).toEqual([{ since: NOW - DAY }, undefined])
    expect(store.resets).toContain('dossiers')
    expect(store.begun.filter(({ stream }) => stream === 'dossiers')).toHaveLength(2)
    expect([...store.content('dossiers').records.keys()]).toEqual([`D-${NOW - 40 * DAY}`])
    expect(words[0]).toMatch(/^dossiers: the position is dated 2026-03-01.* from the beginning/)
    expect(saved).toEqual({ since: NOW - 40 * DAY })
  })
})

it.each([
  ['may be a date of the machine where the clocks differ', DAY, null],
  ['is kept where they do not', 0, { since: NOW + 2 * DAY }],
])('what is dated while a long run goes on %s', async (_, earlierMs, saved) => {
  let now = NOW
  const connector = scripted({
    dossiers: async function* () {
      now += 3 * DAY
      yield { records: [dossier('A')], cursor: { since: NOW + 2 * DAY } }
    },
  })
  const dossiers = { ...connector.streams.dossiers, cursor: z.object({ since: z.int() }) }
  await runSource({
    ...settings(store, { ...connector, streams: { dossiers } } as never),
    now: () => now,
    open: opening(connector, meteredHttp(QUIET, { earlierMs, laterMs: 0 })),
  })
  expect(store.content('dossiers').cursor).toEqual(saved)
})

it.each([
  [40 * DAY, 40 * DAY],
  [HOUR, 0],
  [3660 * DAY - 1, 3660 * DAY - 1],
  [3660 * DAY, 0],
])(
  'a portal that says that it is behind by %d ms is taken as %d behind',
  async (earlierMs, behind) => {
    await ran({ earlierMs }, NOW - 60 * DAY)
    expect(store.batches.map(({ portalBehindMs }) => portalBehindMs)).toEqual([behind])
  },
)

it('a position that is dated ahead of the machine itself is not kept', async () => {
  const { saved, words } = await ran({}, NOW + DAY)
  expect(saved).toBeNull()
  expect(words).toEqual([expect.stringMatching(/^dossiers: the position is dated 2026-03-03/)])
})

describe('what a portal says of its clock', () => {
  it.each([
    ['an hour apart', { earlierMs: HOUR, laterMs: HOUR }, []],
    ['later', { laterMs: 26 * HOUR }, [/1 days and 2 hours after the clock of this machine/]],
    ['decades off', { earlierMs: 20_000 * DAY }, [/20000 days and 0 hours before/]],
  ])('steers nothing where it is %s', async (_, difference, told) => {
    store.content('dossiers').cursor = { since: NOW - DAY }
    const { asked, saved, words, run } = await ran(difference, NOW)
    expect(asked).toEqual([{ since: NOW - DAY }])
    expect(saved).toEqual({ since: NOW })
    expect(words).toEqual(told.map((text) => expect.stringMatching(text)))
    expect(run.warnings.every(isClockWarning)).toBe(true)
  })
})
