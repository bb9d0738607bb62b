import { join } from 'node:path'
import {
  type Fault,
  type FaultPlan,
  REQUEST_FAULTS,
  servePortals,
  sharesOf,
  smallWorld,
} from '@cchc/portals'
import { type StoreDump, startPostgres } from '@cchc/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentOf } from '../src/kill-matrix.ts'
import { openWorkplace } from '../src/workplace.ts'

const world = smallWorld({ dossiers: 100 })
const SHARE = 0.1
const SEED = 2026
/** Faults may end a run; the next one goes on. */
const MOST_RUNS = 20

type OneStop = 'opencps' | 'igate'

/** What the store holds when real syncs of portals with these faults have ended well. */
async function synced(
  store: string | undefined,
  oneStop: OneStop,
  faults?: FaultPlan,
): Promise<StoreDump> {
  const portals = await servePortals({ world, ...(faults && { faults }) })
  // A slow answer takes longer than that.
  const workplace = openWorkplace(portals, { oneStop, timeoutSeconds: 1 })
  const url = store ?? `sqlite:${join(workplace.folder, 'cchc.db')}`
  workplace.useStore(url)
  try {
    for (let runs = 1; ; runs += 1) {
      const { code, stderr } = await workplace.run('sync')
      if (code === 0) return await contentOf(url)
      if (runs === MOST_RUNS) throw new Error(`run ${runs} ended with ${code}: ${stderr}`)
    }
  } finally {
    workplace.remove()
    await portals.close()
  }
}

const kinds = Object.entries<Fault>(REQUEST_FAULTS)
const allKinds = () => sharesOf(Object.values(REQUEST_FAULTS), SHARE / kinds.length, SEED)
const plans: [string, FaultPlan, OneStop][] = [
  ...kinds.map(([name, fault]): [string, FaultPlan, OneStop] => {
    return [name, sharesOf([fault], SHARE, SEED), 'opencps']
  }),
  ['all kinds', allKinds(), 'opencps'],
  ['all kinds, iGate among them,', allKinds(), 'igate'],
]

describe.each(['SQLite', 'PostgreSQL'])('on %s, syncs of portals', (store) => {
  let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined
  let undisturbed: Readonly<Record<OneStop, StoreDump>>

  beforeAll(async () => {
    if (store === 'PostgreSQL') postgres = await startPostgres()
    undisturbed = {
      opencps: await synced(await postgres?.url('undisturbed'), 'opencps'),
      igate: await synced(await postgres?.url('undisturbed_igate'), 'igate'),
    }
  })
  afterAll(() => postgres?.stop())

  // They wait most of the time.
  test.concurrent.each(plans)(
    'with %s on a tenth of the requests end with all that undisturbed ones have',
    async (name, faults, oneStop) => {
      const url = await postgres?.url(name.replaceAll(/\W/g, '_').toLowerCase())
      expect(await synced(url, oneStop, faults)).toEqual(undisturbed[oneStop])
    },
  )
})
