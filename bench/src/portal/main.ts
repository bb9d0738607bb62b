import { parseArgs } from 'node:util'
import { dayNumberOf, dayText } from '@cchc/domain'
import { dakNongWorld } from '@cchc/portals'
import { servePages } from './page-server.ts'
import { type Format, RecordPool } from './record-pool.ts'
import { scaledWorld } from './scaled-world.ts'

/** Where a portal process listens, and the first day and the present of its dossiers. */
export interface Portal {
  readonly url: string
  readonly dossiers: number
  readonly since: string
  readonly now: number
}

const { values } = parseArgs({
  options: { dossiers: { type: 'string' }, formats: { type: 'string' } },
})

const world = scaledWorld(dakNongWorld(), Number(values.dossiers))
const pools: Partial<Record<Format, RecordPool>> = {}
for (const format of (values.formats ?? '').split(',') as Format[]) {
  pools[format] = new RecordPool(world, format)
}
const { url } = await servePages(pools)
const portal: Portal = {
  url,
  dossiers: world.dossierCount,
  since: dayText(dayNumberOf(world.dossier(0).receivedAt)),
  now: world.now,
}
console.log(JSON.stringify(portal))
