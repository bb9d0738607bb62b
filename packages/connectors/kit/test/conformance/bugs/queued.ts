import { GOOD } from '../one-stop.ts'
import type { Client, Parts } from '../one-stop-parts.ts'
import type { PlantedBug } from './planted-bug.ts'

/** Tells the portal up to which position dossiers have arrived. */
function acknowledge(client: Client, cursor: unknown): Promise<void> {
  return client.io.http.read({ method: 'POST', url: 'received', json: { cursor } }, () => undefined)
}

type Committed = (client: Client, cursor: unknown) => Promise<void>

/** The connector with a queue of dossiers. */
export function queued(committed: Committed = acknowledge): Pick<Parts, 'open'> {
  return {
    open(parts, client) {
      const streams = GOOD.open(parts, client)
      const told = (cursor: unknown) => committed(client, cursor)
      return { ...streams, dossiers: { ...streams.dossiers, committed: told } }
    },
  }
}

export const QUEUED: readonly PlantedBug[] = [
  {
    bug: 'a page is acknowledged when it is handed out',
    check: 'acknowledges in committed alone',
    parts: {
      ...queued(),
      async *whole(parts, client, cursor) {
        for await (const page of GOOD.whole(parts, client, cursor)) {
          await acknowledge(client, page.cursor)
          yield page
        }
      },
    },
  },
  {
    bug: 'committed does nothing',
    check: 'acknowledges in committed alone',
    parts: queued(async () => undefined),
  },
  {
    bug: 'a failed acknowledgement is kept quiet',
    check: 'tells of an acknowledgement that failed',
    parts: queued((client, cursor) => acknowledge(client, cursor).catch(() => undefined)),
  },
  {
    bug: 'a guess is stated as total',
    check: 'states no total but that of what comes',
    parts: {
      async *fields(parts, client) {
        for await (const page of GOOD.fields(parts, client)) yield { ...page, total: 500 }
      },
    },
  },
  {
    bug: 'a host that nobody named',
    check: 'asks only the hosts that it names',
    parts: {
      login: (io) =>
        io.http.read({ method: 'POST', url: 'http://login.test/login', json: {} }, () => 'token-1'),
    },
  },
]
