import { pagesOf } from '@cchc/connector-kit/conformance'
import { isAppError } from '@cchc/domain'
import { MISBEHAVIOURS, misbehaviour, smallWorld } from '@cchc/portals'
import { describe, expect, test } from 'vitest'
import { springPlace } from '../src/spring-list.ts'
import { simulate } from './simulated.ts'

const { open } = simulate(smallWorld({ dossiers: 100 }))
/** They cost real time. */
const WAITING = ['slow', 'stalled', 'trickling']

type Texts = ReadonlyMap<string, string>

/** What a reading gave, by code and as text; the error where it failed. */
async function read(name: string | undefined, seed: number) {
  const wrong = name === undefined ? {} : misbehaviour(name, { seed, every: 4 })
  const { streams } = open({ config: { windowDays: 366, pageSize: 11 }, ...wrong })
  try {
    const [dossiers, procedures, organisations] = [
      await pagesOf(streams.dossiers.read({ cursor: undefined })),
      await pagesOf(streams.procedures.read({ cursor: undefined })),
      await pagesOf(streams.organisations.read({ cursor: undefined })),
    ].map((pages) => pages.flatMap((page): readonly { readonly code: string }[] => page.records))
    return [dossiers, procedures, organisations].map((records = []): Texts => {
      return new Map(
        records.map((record) => [record.code, JSON.stringify(record).normalize('NFC')]),
      )
    })
  } catch (thrown) {
    return thrown
  }
}

describe('lists of iGate', () => {
  test.each(MISBEHAVIOURS.filter((name) => !WAITING.includes(name)))(
    'with %s are read whole, or what is wrong is said',
    async (name) => {
      const healthy = (await read(undefined, 1)) as Texts[]
      for (const seed of [1, 2, 3]) {
        const came = await read(name, seed)
        if (!Array.isArray(came)) {
          expect(isAppError(came), String(came)).toBe(true)
          continue
        }
        const missing = healthy.map((texts, i) =>
          [...texts.keys()].filter((key) => !came[i].has(key)),
        )
        expect(missing).toEqual([[], [], []])
      }
    },
  )

  test.each(['clamped-offsets', 'capped-pages', 'one-row-pages', 'missing-totals', 'deletions'])(
    'with %s are read whole',
    async (name) => {
      const healthy = (await read(undefined, 1)) as Texts[]
      const came = await read(name, 1)
      expect(Array.isArray(came), String(came)).toBe(true)
      expect((came as Texts[]).map(({ size }) => size)).toEqual(healthy.map(({ size }) => size))
    },
  )

  test('that ignore the number of the page are told', async () => {
    expect(await read('ignored-offsets', 1)).toMatchObject({ code: 'portal_changed' })
  })
})

describe('a page of Spring for an offset', () => {
  test.each([
    [0, 200, 0, 200],
    [199, 200, 1, 199],
    [1, 1, 1, 1],
  ])('%i of at most %i rows', (start, most, page, size) => {
    expect(springPlace(start, most)).toEqual({ page, size })
  })

  test('begins at it or before it, and reaches behind it by half a page at least', () => {
    for (const most of [1, 2, 3, 7, 20, 200]) {
      for (let start = 0; start < 3000; start += 1) {
        const { page, size } = springPlace(start, most)
        expect(page * size).toBeLessThanOrEqual(start)
        expect(size).toBeLessThanOrEqual(most)
        const gained = (page + 1) * size - start
        expect(gained, `${start} of ${most}`).toBeGreaterThanOrEqual(Math.min(most, 1))
      }
    }
  })
})
