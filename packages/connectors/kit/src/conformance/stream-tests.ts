import type { PortalFigure } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { Connector, Page, StreamSpec } from '../contract.ts'
import { type BenchPortal, readAll, type Session } from './bench-portal.ts'
import { comparisonGaps } from './comparison-gaps.ts'

/** What a portal in good health must yield. */
export function streamTests(
  connector: Connector,
  { portal, canary }: { portal: BenchPortal; canary: string },
): void {
  test('check succeeds', async () => {
    await portal.open().check()
  })

  test.skipIf(!connector.compares)('reads every figure that it compares', async () => {
    const figures = await readFigures(connector, portal.open())
    expect(comparisonGaps(connector, figures)).toEqual([])
  })

  describe.each(Object.entries(connector.streams))('%s', (name, spec) => {
    test('yields records that are valid, each key once', async () => {
      const pages = await readAll(portal.open().streams[name])
      const records = pages.flatMap((page) => page.records)
      expect(records.length).toBeGreaterThan(0)
      for (const record of records) expect(spec.record.safeParse(record).error).toBeUndefined()
      const keys = keysOf(spec, pages)
      expect(new Set(keys).size).toBe(keys.length)
    })

    test('yields nothing personal', async () => {
      const session = portal.open()
      const pages = await readAll(session.streams[name])
      expect(JSON.stringify(pages)).not.toContain(canary)
      expect(session.logged.join('\n')).not.toContain(canary)
    })

    if (spec.cursor === undefined) return
    test('goes on from each of its cursors with the rest, nothing lost and nothing twice', async () => {
      const pages = await readAll(portal.open().streams[name])
      expect(pages.length).toBeGreaterThan(1)
      for (const index of someOf(pages.length - 1)) {
        const cursor = spec.cursor?.parse(JSON.parse(JSON.stringify(pages[index]?.cursor)))
        const rest = await readAll(portal.open().streams[name], cursor)
        expect(keysOf(spec, rest)).toEqual(keysOf(spec, pages.slice(index + 1)))
      }
    })
  })
}

async function readFigures(connector: Connector, session: Session): Promise<PortalFigure[]> {
  const figures: PortalFigure[] = []
  for (const [name, { entity }] of Object.entries(connector.streams)) {
    if (entity !== 'portal-figure') continue
    const pages = await readAll(session.streams[name])
    figures.push(...pages.flatMap(({ records }) => records as readonly PortalFigure[]))
  }
  return figures
}

function keysOf(spec: StreamSpec, pages: readonly Page[]): string[] {
  const records = pages.flatMap((page) => page.records as Record<string, unknown>[])
  return records.map((record) => JSON.stringify(spec.key.map((field) => record[field])))
}

/** At most twenty positions, spread evenly over `count`. */
function someOf(count: number): number[] {
  const step = Math.max(1, Math.floor(count / 20))
  return Array.from({ length: count }, (_, i) => i).filter((i) => i % step === 0)
}
