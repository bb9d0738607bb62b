import { simulatedPortal } from '@cchc/connector-kit/conformance'
import { dayNumber, startOfDay } from '@cchc/domain'
import { type IgateOptions, igateHandlers, type World } from '@cchc/portals'
import { igate } from '../src/index.ts'
import { access, config } from './access.ts'

interface Settings extends Partial<IgateOptions> {
  readonly config?: object
  /** The clock of the hub and of the logins, 01:00 of this day. */
  readonly today?: string
}

/** A simulated iGate in process, and every request that it got. */
export function simulate(world: World) {
  const portal = simulatedPortal(igate)
  const open = ({ config: own, today = '2023-01-01', ...behaviour }: Settings = {}) => {
    const now = () => startOfDay(dayNumber(today)) + 3_600_000
    return portal.open({
      config: { ...config, pageSize: 20, windowDays: 31, ...own },
      handlers: igateHandlers(world, { ...access, now, ...behaviour }),
      now,
    })
  }
  return { ...portal, open }
}
