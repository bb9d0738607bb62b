import type { HttpConnector, HttpSource } from '@cchc/connector-kit'
import { nationalDvc } from '@cchc/connector-national-dvc'
import { openCps } from '@cchc/connector-opencps'
import { SINCE } from './calendar.ts'
import { LOGIN, type Portal, type SourceId } from './portal.ts'
import type { Random } from './random.ts'

/** A real connector with a configuration that its own schema has read. */
export interface Source {
  readonly id: SourceId
  readonly connector: HttpConnector
  readonly config: HttpSource
}

/** Small pages and windows, so that few dossiers make many exchanges; drawn for each year. */
export function sourcesOf(portals: Readonly<Record<SourceId, Portal>>, random: Random): Source[] {
  const http = { retries: 2, timeoutSeconds: 60, longestWaitSeconds: 60 }
  const pageSize = random.pick([3, 10, 30])
  const own = { since: SINCE, windowDays: random.pick([120, 366]), pageSize }
  const login = { username: LOGIN.username, password: LOGIN.password }
  return [
    {
      id: 'one-stop',
      connector: openCps as unknown as HttpConnector,
      config: openCps.config.parse({
        ...own,
        ...login,
        baseUrl: portals['one-stop'].baseUrl,
        groupId: LOGIN.groupId,
        format: random.pick(['xml', 'json']),
        http: { ...http, concurrency: 1 },
      }),
    },
    {
      id: 'national',
      connector: nationalDvc as unknown as HttpConnector,
      config: nationalDvc.config.parse({
        ...login,
        baseUrl: portals.national.baseUrl,
        unitCode: LOGIN.unitCode,
        reporting: { since: 2025, pageSize: random.pick([2, 100]) },
        http: { ...http, concurrency: random.pick([1, 4]) },
      }),
    },
  ]
}
