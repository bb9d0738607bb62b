import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Divergence, servePortals, smallWorld } from '@cchc/portals'
import { sourcesText } from './configuration.ts'

const DIVERGENCE: Divergence = {
  from: '2022-05-01',
  to: '2022-05-31',
  lateSynchronisation: [{ organisation: 'H99.31.01', count: 2 }],
  unexplained: [{ organisation: 'H99.32', count: 1 }],
}

/** A folder of a small province whose portals answer as long as it is open; `denied.yaml` holds a wrong account. */
export async function openSmallProvince(folder: string): Promise<{ close(): Promise<void> }> {
  const portals = await servePortals({
    world: smallWorld({ dossiers: 1200 }),
    quirks: { malformedEvery: 400 },
    divergence: DIVERGENCE,
  })
  mkdirSync(folder)
  const sources = sourcesText(portals)
  const denied = sources.replace(/username: .*/g, 'username: somebody-else')
  writeFileSync(join(folder, 'cchc.config.yaml'), sources)
  writeFileSync(join(folder, 'denied.yaml'), denied)
  return { close: () => portals.close() }
}
