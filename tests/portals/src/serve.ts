import { type ServeHandlersOptions, serveHandlers } from '@cchc/connector-kit/serving'
import type { RequestHandler } from 'msw'
import type { FaultPlan } from './faults.ts'
import { igateHandlers } from './igate/handlers.ts'
import { keycloakHandlers, TOKEN_PATH } from './igate/keycloak.ts'
import { agencyObjectId, levelIds, STATUSES_TO_NAME } from './igate/lists.ts'
import type { IgateOptions } from './igate/options.ts'
import { nationalHandlers } from './national/handlers.ts'
import type { RelayOptions } from './national/options.ts'
import { openCpsHandlers } from './opencps/handlers.ts'
import type { OpenCpsQuirks } from './opencps/quirks.ts'
import type { PagingFault } from './paging.ts'
import type { Divergence } from './world/divergence.ts'
import { ministryView } from './world/divergent-views.ts'
import { formerView } from './world/former-view.ts'
import type { World } from './world/world.ts'

export interface ServeOptions extends ServeHandlersOptions {
  readonly world: World
  readonly faults?: FaultPlan
  readonly quirks?: OpenCpsQuirks
  /** Beside its credentials: how long its tokens live, what its account may see. */
  readonly igate?: Pick<IgateOptions, 'tokenSeconds' | 'mayReport' | 'endFields'>
  /** How the portals page their lists wrongly; absent = not at all. */
  readonly paging?: PagingFault | undefined
  /** How the portals come to show different figures; absent = not at all. */
  readonly divergence?: Divergence
  /** The relay through which the national portal is reached, given where it is served; absent = none. */
  readonly relay?: (url: string) => RelayOptions
}

export interface ServedPortals {
  readonly url: string
  readonly openCps: Readonly<Record<'url' | 'username' | 'password' | 'groupId', string>>
  /** A ministry's central system, an OpenCPS of its own; it holds what the divergence says. */
  readonly ministry: ServedPortals['openCps']
  /** The OpenCPS of a province that became part of the world's, as far as it still answers. */
  readonly former: ServedPortals['openCps']
  readonly national: Readonly<Record<'url' | 'username' | 'password' | 'unitCode', string>>
  readonly igate: ServedIgate
  /** How many requests have come in so far. */
  requests(): number
  close(): Promise<void>
}

/** An iGate, its Keycloak at another port, and the ids of its deployment. */
interface ServedIgate
  extends Readonly<
    Record<
      | 'url'
      | 'loginUrl'
      | 'tokenUrl'
      | 'clientId'
      | 'clientSecret'
      | 'username'
      | 'password'
      | 'agencyId',
      string
    >
  > {
  readonly statuses: typeof STATUSES_TO_NAME
  readonly levels: ReturnType<typeof levelIds>
}

/** Serves the portals of a world on 127.0.0.1 with the same handlers that tests use in process. */
export async function servePortals(options: ServeOptions): Promise<ServedPortals> {
  const { port = 0, world, faults, divergence, paging, quirks } = options
  const [handlers, loginHandlers]: [RequestHandler[], RequestHandler[]] = [[], []]
  const service = await serveHandlers(() => handlers, options)
  const next = { ...options, port: port === 0 ? 0 : port + 1 }
  const login = await serveHandlers(() => loginHandlers, next)
  const portals = credentials(service.url, login.url, world)
  const shared = { baseUrl: service.url, divergence, paging, ...(faults && { faults }) }
  const clock = options.now && { now: options.now }
  const igate = { ...portals.igate, ...shared, ...clock, ...options.igate, quirks }
  handlers.push(
    ...openCpsHandlers(world, { ...portals.openCps, ...shared, quirks }),
    ...[
      { held: ministryView(world, divergence), system: portals.ministry },
      { held: formerView(world), system: portals.former },
    ].flatMap(({ held, system }) =>
      openCpsHandlers(held, {
        ...system,
        ...shared,
        baseUrl: system.url,
        divergence: undefined,
        quirks,
      }),
    ),
    ...nationalHandlers(world, {
      ...portals.national,
      ...shared,
      relay: options.relay?.(service.url),
    }),
    ...igateHandlers(world, igate),
  )
  loginHandlers.push(...keycloakHandlers(igate))
  return {
    url: service.url,
    ...portals,
    requests: () => service.requests() + login.requests(),
    close: async () => void (await Promise.all([service.close(), login.close()])),
  }
}

function credentials(
  url: string,
  loginUrl: string,
  world: World,
): Pick<ServedPortals, 'openCps' | 'ministry' | 'former' | 'national' | 'igate'> {
  return {
    igate: {
      url,
      loginUrl,
      tokenUrl: loginUrl + TOKEN_PATH,
      clientId: 'web-onegate',
      clientSecret: 'igate-client-secret',
      username: 'cchc-hub',
      password: 'igate-password',
      agencyId: agencyObjectId(world.provinceCode),
      levels: levelIds(world.provinceCode),
      statuses: STATUSES_TO_NAME,
    },
    openCps: { url, username: 'cchc-hub', password: 'opencps-password', groupId: '20126' },
    ministry: {
      url: `${url}/bo`,
      username: 'cchc-hub',
      password: 'ministry-password',
      groupId: '30126',
    },
    former: {
      url: `${url}/tinh-cu`,
      username: 'cchc-hub',
      password: 'former-password',
      groupId: '40126',
    },
    national: {
      url,
      username: 'cchc-hub',
      password: 'national-password',
      unitCode: `000.00.00.${world.provinceCode}`,
    },
  }
}
