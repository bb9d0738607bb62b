import type { RelayOptions } from '@cchc/portals'
import { access } from './portal.ts'

const { baseUrl: _, ...account } = access

const LOGIN = {
  tokenUrl: 'http://gateway.test/token',
  clientId: 'cchc-hub',
  clientSecret: 'consumer-s3cret',
}
const TOKEN = { header: 'lgspaccesstoken', value: 'eyJBY2Nlc3NLZXkiOiJrLTEifQ==' }

/** One relay: how the connector is configured for it, how it behaves, and how it says that a login has run out. */
interface Relay {
  readonly config: object
  readonly portal: { readonly relay: RelayOptions }
  readonly sent: (envelope: object) => object
  readonly expired?: () => Response
}

const inField = (name: string) => (envelope: object) => ({ [name]: JSON.stringify(envelope) })
const unknownToken = (): Response => Response.json({ fault: { code: '900901' } }, { status: 401 })

/** The relays of docs and README, each as a province has it. */
export const RELAYS = {
  'whose answer is text in message': {
    config: { ...account, relay: {} },
    portal: { relay: { calls: 'post' } },
    sent: inField('message'),
  },
  'with tokens of another host and a header of its own': {
    config: { ...account, relay: { login: LOGIN, token: TOKEN, answer: 'data' } },
    portal: { relay: { calls: 'post', login: LOGIN, token: TOKEN, answer: 'data' } },
    sent: inField('data'),
    expired: unknownToken,
  },
  'that holds the session and is called by GET': {
    config: { relay: { calls: 'get', login: LOGIN } },
    portal: { relay: { calls: 'get', login: LOGIN } },
    sent: inField('message'),
    expired: unknownToken,
  },
} as const satisfies Readonly<Record<string, Relay>>
