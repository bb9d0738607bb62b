import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dossier } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { sendAlerts } from '../../src/actions/send-alerts.ts'
import { sync } from '../../src/actions/sync.ts'
import { type Hub, openHub } from '../../src/index.ts'
import { configFolder } from '../config-text.ts'

const CONNECTOR = fileURLToPath(new URL('../outside/dossiers-folder.ts', import.meta.url))
const MINUTE_MS = 60_000

/** An office with a folder of dossiers and a clock that a test moves; every act opens a hub of its own, as processes do. */
export function alertedOffice(start: string) {
  const cwd = configFolder({ 'in/dossiers.json': '[]' })
  const office = {
    cwd,
    now: Date.parse(start),
    alerts: {} as object,
    source: {} as object,
    env: {} as Record<string, string>,
    logged: [] as string[],
    pass(minutes: number) {
      office.now += minutes * MINUTE_MS
    },
    holds(dossiers: readonly Partial<Dossier>[]) {
      const rows = dossiers.map((facts) => sampleDossier(facts))
      writeFileSync(join(cwd, 'in/dossiers.json'), JSON.stringify(rows))
    },
    async on<T>(work: (hub: Hub) => Promise<T>): Promise<T> {
      const log = (message: string, facts?: unknown) =>
        void office.logged.push(`${message} ${JSON.stringify(facts)}`)
      const hub = await openHub({
        ...{ cwd, env: office.env, now: () => office.now },
        log: { debug: log, info: log, warn: log },
        config: {
          connectors: [CONNECTOR],
          store: { url: 'sqlite:cchc.db' },
          organisations: {
            H99: { name: 'UBND tỉnh Thử Nghiệm', level: 'province' },
            'H99.03': { name: 'Sở Tư pháp', level: 'department' },
            'H99.04': { name: 'Sở Y tế', level: 'department' },
          },
          sources: { folder: { connector: 'dossiers-folder', path: 'in', ...office.source } },
          alerts: { without: ['form-ends', 'calendar-ends'], ...office.alerts },
        },
      })
      try {
        return await work(hub)
      } finally {
        await hub.close()
      }
    },
    sync: () => office.on((hub) => hub.act(sync, {})),
    send: (asked: { readonly dryRun?: boolean } = {}) =>
      office.on((hub) => hub.act(sendAlerts, asked)),
  }
  return office
}
