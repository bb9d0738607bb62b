import type { RequestHandler } from 'msw'
import { nationalView } from '../world/divergent-views.ts'
import type { World } from '../world/world.ts'
import { adapterHandlers } from './adapter.ts'
import type { NationalOptions } from './options.ts'
import { reportingHandlers } from './reporting.ts'

/** The simulated national portal: adapter under `/adapter`, reporting under `/api/v1/reporting`. */
export function nationalHandlers(world: World, options: NationalOptions): RequestHandler[] {
  const shown = nationalView(world, options.divergence)
  return [...adapterHandlers(shown, options), ...reportingHandlers(shown, options)]
}
