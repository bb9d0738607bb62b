import { simulatedPortal } from '@cchc/connector-kit/conformance'
import { dayNumber, startOfDay } from '@cchc/domain'
import {
  type FaultPlan,
  type OpenCpsQuirks,
  openCpsHandlers,
  type PagingFault,
  type World,
} from '@cchc/portals'
import { openCps } from '../src/index.ts'

const access = {
  baseUrl: 'http://opencps.test',
  username: 'cchc',
  password: 's3cret-pass',
  groupId: '55301',
}

interface Settings {
  readonly config?: object
  readonly quirks?: OpenCpsQuirks
  readonly faults?: FaultPlan
  readonly paging?: PagingFault
  /** The clock of the hub, 01:00 of this day. */
  readonly today?: string
}

/** A simulated OpenCPS in process, and every request that it got. */
export function simulate(world: World) {
  const portal = simulatedPortal(openCps)
  const open = ({ config, today = '2023-01-01', ...behaviour }: Settings = {}) =>
    portal.open({
      config: { ...access, since: '2021-09-01', pageSize: 20, windowDays: 31, ...config },
      handlers: openCpsHandlers(world, { ...access, ...behaviour }),
      now: () => startOfDay(dayNumber(today)) + 3_600_000,
    })
  return { ...portal, open }
}
