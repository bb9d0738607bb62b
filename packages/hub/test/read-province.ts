import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servePortals, smallWorld } from '@cchc/portals'
import { afterAll } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { openHub } from '../src/index.ts'

const reference = (name: string) => ['$', `{env:${name}}`].join('')

const ORGANISATIONS = {
  H99: { name: 'UBND tỉnh', level: 'province' },
  'H99.31': { name: 'UBND cấp dưới', level: 'district' },
}

/** A hub whose one-stop system was read once: 120 dossiers of one year. */
export async function readProvince() {
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-province-'))
  const portals = await servePortals({ world: smallWorld({ dossiers: 120 }) })
  const { url: baseUrl, groupId, username } = portals.openCps
  const login = { username, password: reference('PASSWORD') }
  const province = { connector: 'opencps', baseUrl, groupId, ...login, since: '2021-09-01' }
  const hub = await openHub({
    cwd,
    config: {
      reporting: { organisation: 'H99' },
      sources: { province },
      organisations: ORGANISATIONS,
    },
    env: { PASSWORD: 'opencps-password' },
  })
  await hub.act(sync, {})
  await portals.close()
  afterAll(async () => {
    await hub.close()
    rmSync(cwd, { recursive: true, force: true })
  })
  return { hub, cwd }
}
