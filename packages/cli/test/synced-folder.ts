import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CCHC } from '@cchc/command'
import { openHub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import { type Divergence, servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect } from 'vitest'

const SECRETS = { OPENCPS: 'opencps-password', DVC: 'national-password' }

/** Both portals of a small world, read into a folder of the test file's own before its tests; then they are gone. */
export function syncedFolder(options: {
  readonly dossiers: number
  readonly periods: readonly ('year' | 'month')[]
  readonly divergence?: Divergence
}) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-synced-'))
  beforeAll(() => syncInto(folder, options))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    /** A real process over what has been synced. */
    cchc: (...words: readonly string[]) => {
      const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...SECRETS }
      return spawnSync(process.execPath, [CCHC, ...words], { cwd: folder, env, encoding: 'utf8' })
    },
  }
}

async function syncInto(
  folder: string,
  { dossiers, periods, divergence }: Parameters<typeof syncedFolder>[0],
): Promise<void> {
  const portals = await servePortals({
    world: smallWorld({ dossiers }),
    ...(divergence === undefined ? {} : { divergence }),
  })
  const { openCps, national } = portals
  const secret = (name: string) => ['$', `{env:${name}}`].join('')
  const sources = {
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
      reporting: { since: 2022, until: 2022, periods },
    },
  }
  // JSON is YAML too.
  const config = { store: { url: 'sqlite:cchc.db' }, sources }
  writeFileSync(join(folder, 'cchc.config.yaml'), JSON.stringify(config))
  const hub = await openHub({ cwd: folder, env: SECRETS })
  const { runs } = await hub.act(sync, {})
  await hub.close()
  await portals.close()
  expect(runs.map(({ status }) => status)).toEqual(['done', 'done'])
}
