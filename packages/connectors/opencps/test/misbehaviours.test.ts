import { pagesOf } from '@cchc/connector-kit/conformance'
import { isAppError } from '@cchc/domain'
import { MISBEHAVIOURS, misbehaviour, smallWorld } from '@cchc/portals'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulated.ts'

const { open } = simulate(smallWorld({ dossiers: 100 }))
/** They cost real time. */
const WAITING = ['slow', 'stalled', 'trickling']
/** What is wrong there is known before anything is read, or makes it unreadable for good. */
const TOLD = ['wrong-charset']

type Texts = ReadonlyMap<string, string>

/** What a reading gave, by code and as text; the error where it failed. */
async function read(name: string | undefined, seed: number, format: string) {
  const wrong = name === undefined ? {} : misbehaviour(name, { seed, every: 4 })
  const { streams } = open({ config: { format, windowDays: 366 }, ...wrong })
  try {
    const [dossiers, procedures] = [
      await pagesOf(streams.dossiers.read({ cursor: undefined })),
      await pagesOf(streams.procedures.read({ cursor: undefined })),
    ].map((pages) => pages.flatMap((page): readonly { readonly code: string }[] => page.records))
    return [dossiers, procedures].map((records = []): Texts => {
      return new Map(
        records.map((record) => [record.code, JSON.stringify(record).normalize('NFC')]),
      )
    })
  } catch (thrown) {
    return thrown
  }
}

describe.each(['xml', 'json'])('in %s', (format) => {
  test.each(MISBEHAVIOURS.filter((name) => !WAITING.includes(name)))(
    'a portal with %s is read whole, or says what is wrong',
    async (name) => {
      const healthy = (await read(undefined, 1, format)) as Texts[]
      for (const seed of format === 'xml' ? [1, 2, 3] : [4]) {
        const came = await read(name, seed, format)
        if (!Array.isArray(came)) {
          expect(isAppError(came), String(came)).toBe(true)
          continue
        }
        expect(TOLD).not.toContain(name)
        const missing = healthy.map((texts, i) =>
          [...texts.keys()].filter((key) => !came[i].has(key)),
        )
        expect(missing).toEqual([[], []])
      }
    },
  )

  test.each(['windows-1258', 'iso-8859-1', 'utf-16'])(
    'a portal that writes %s says the same',
    async (name) => {
      expect(await read(name, 1, format)).toEqual(await read(undefined, 1, format))
    },
  )
})
