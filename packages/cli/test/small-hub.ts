import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hub, openHub } from '@cchc/hub'
import { closePeriod } from '@cchc/hub/actions/closings'
import { importIndex, importPlan } from '@cchc/hub/actions/import-documents'
import { setIndicator } from '@cchc/hub/actions/set-indicator'
import { sync } from '@cchc/hub/actions/sync'
import { servePortals, smallWorld } from '@cchc/portals'
import { afterAll } from 'vitest'
import { published } from './entered-folder.ts'

const SECRETS = { OPENCPS: 'opencps-password', DVC: 'national-password' }

/** A hub in a folder of its own with something of everything: both portals read, refused records, entered things, a closed period. */
export interface SmallHub {
  readonly hub: Hub
  readonly cwd: string
  readonly env: typeof SECRETS
}

/** Opens it; the portals can be reached until the tests of the file are done. */
export async function openSmallHub(): Promise<SmallHub> {
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-small-'))
  const portals = await servePortals({
    world: smallWorld({ dossiers: 120 }),
    quirks: { malformedEvery: 20 },
  })
  writeFileSync(join(cwd, 'cchc.config.yaml'), JSON.stringify(configuration(portals)))
  const hub = await openHub({ cwd, env: SECRETS })
  afterAll(async () => {
    await hub.close()
    await portals.close()
    rmSync(cwd, { recursive: true, force: true })
  })
  await hub.act(sync, {})
  const file = (name: string) => ({ name: `${name}.json`, bytes: readFileSync(published(name)) })
  await hub.act(importPlan, { by: 'an', year: 2023, file: file('khanh-hoa.tasks') })
  await hub.act(importIndex, { by: 'an', anyway: true, file: file('quang-ngai.index') })
  await hub.act(setIndicator, { id: 'plan_tasks_total', period: '2022-H1', value: '30', by: 'an' })
  await hub.act(closePeriod, { period: '2022-H1', by: 'an', note: 'Chốt' })
  return { hub, cwd, env: SECRETS }
}

function configuration({ openCps, national }: Awaited<ReturnType<typeof servePortals>>) {
  const secret = (name: string) => ['$', `{env:${name}}`].join('')
  return {
    store: { url: 'sqlite:cchc.db' },
    reporting: { organisation: 'H99' },
    sources: {
      'one-stop': {
        connector: 'opencps',
        baseUrl: openCps.url,
        username: openCps.username,
        password: secret('OPENCPS'),
        groupId: openCps.groupId,
        since: '2021-09-01',
      },
      dvcqg: {
        connector: 'national-dvc',
        baseUrl: national.url,
        username: national.username,
        password: secret('DVC'),
        unitCode: national.unitCode,
        reporting: { since: 2022, until: 2022, periods: ['year', 'month'] },
      },
    },
  }
}
