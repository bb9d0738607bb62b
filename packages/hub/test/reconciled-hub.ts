import { type Divergence, servePortals, type World } from '@cchc/portals'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'

/** A hub that has read both portals of a world, and what closes everything. */
export interface ReconciledHub {
  readonly hub: Hub
  close(): Promise<void>
}

/** Serves a world whose portals differ as told, and syncs all of it; figures of 2022 by year, quarter and month. */
export async function reconciledHub(
  world: World,
  divergence?: Divergence,
  periods: readonly string[] = ['year', 'quarter', 'month'],
): Promise<ReconciledHub> {
  const portals = await servePortals({ world, ...(divergence ? { divergence } : {}) })
  const { openCps, national } = portals
  const hub = await openHub({
    cwd: configFolder({}),
    env: { OPENCPS: openCps.password, DVC: national.password },
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: {
        'one-stop': {
          connector: 'opencps',
          baseUrl: openCps.url,
          username: openCps.username,
          password: reference('env:OPENCPS'),
          groupId: openCps.groupId,
          since: '2021-09-01',
        },
        dvcqg: {
          connector: 'national-dvc',
          baseUrl: national.url,
          username: national.username,
          password: reference('env:DVC'),
          unitCode: national.unitCode,
          reporting: { since: 2022, until: 2022, periods },
        },
      },
    },
  })
  const runs = (await hub.act(actions.sync, {})).runs
  const failed = runs.find(({ status }) => status !== 'done')
  if (failed) throw new Error(`sync of ${failed.source}: ${failed.error?.message ?? failed.status}`)
  return {
    hub,
    close: async () => {
      await hub.close()
      await portals.close()
    },
  }
}
