import { isAppError } from '@cchc/domain'
import type { StreamSpec } from '../contract/stream.ts'
import { type Bench, fromStore, type Subject } from './bench.ts'
import type { Check } from './check.ts'
import { type Exchange, plainAnswer, turning } from './portal.ts'
import { keysOf } from './records.ts'
import type { Session } from './session.ts'

/** What a connector asks whom, what it says of the number of its rows, and how it tells a queue what has arrived. */
export const QUEUE_CHECKS: readonly Check[] = [
  {
    name: 'asks only the hosts that it names',
    of: 'action',
    fix: 'Name a host beside that of baseUrl, such as that of a login, in hosts of the connector.',
    run: async (bench, subject) => {
      const { connector, config, baseUrl } = bench
      const named = new Set([baseUrl.host, ...(connector.hosts?.(config) ?? [])])
      const { session } = await bench.act(subject, bench.healthy)
      const asked = session.asked.map((url) => new URL(url, baseUrl).host)
      const other = asked.find((host) => !named.has(host))
      return other === undefined
        ? undefined
        : { expected: [...named].join(', '), came: `a request to ${other}` }
    },
  },
  {
    name: 'states no total but that of what comes',
    of: 'stream',
    fix: 'total is the number of rows that the portal itself states for this reading, from its cursor on; what is a guess goes into expected.',
    run: async (bench, subject) => {
      const reading = await bench.whole(subject)
      const total = reading.pages.findLast((page) => page.total !== undefined)?.total
      const count = keysOf(subject.spec as StreamSpec, reading).length
      if (total === undefined || total === count) return undefined
      return { expected: `${count} as total`, came: `${total}` }
    },
  },
  {
    name: 'acknowledges in committed alone',
    of: 'stream',
    fix: 'Tell the queue what has arrived in committed and nowhere else, up to the cursor that it is given: only then is it stored. The stream needs a cursor.',
    run: async (bench, subject) => {
      if (!acknowledgingIn(bench.open(), subject)) return undefined
      if (subject.spec?.cursor === undefined) return { expected: 'a cursor', came: 'none' }
      const read = (await bench.whole(subject)).session.exchanges.map(whatIsAsked)
      const { acknowledged } = await acknowledge(bench, subject)
      if (acknowledged.length === 0) return { expected: 'a request in committed', came: 'none' }
      const early = acknowledged.map(whatIsAsked).find((asked) => read.includes(asked))
      return early === undefined
        ? undefined
        : { expected: 'no acknowledgement before the commit', came: early }
    },
  },
  {
    name: 'tells of an acknowledgement that failed',
    of: 'stream',
    fix: 'Let committed throw what the portal answered: the stream fails, its data stays, and the next run reads the same again.',
    run: async (bench, subject) => {
      if (!acknowledgingIn(bench.open(), subject)) return undefined
      const { length } = (await bench.whole(subject)).session.exchanges
      const failing = bench.with((portal) => turning(portal, length, async () => plainAnswer(500)))
      const { error } = await acknowledge(bench, subject, failing)
      if (isAppError(error)) return undefined
      return {
        expected: 'portal_unavailable',
        came: error === undefined ? 'no failure' : String(error),
      }
    },
  },
]

function acknowledgingIn({ streams }: Session, { name }: Subject) {
  return streams[name]?.committed
}

function whatIsAsked({ method, url, body }: Exchange): string {
  return [method, url.pathname + url.search, body].join(' ').trim()
}

interface Acknowledged {
  readonly acknowledged: readonly Exchange[]
  readonly error: unknown
}

/** Reads a stream to its end, and then says of each page that it is stored. */
async function acknowledge(
  bench: Bench,
  subject: Subject,
  world = bench.healthy,
): Promise<Acknowledged> {
  const session = bench.open(world)
  const { pages } = await bench.act(subject, world, { session })
  const before = session.exchanges.length
  const committed = acknowledgingIn(session, subject)
  let error: unknown
  for (const { cursor } of pages) {
    try {
      await committed?.(fromStore(subject.spec as StreamSpec, cursor) as undefined)
    } catch (thrown) {
      error ??= thrown
    }
  }
  return { acknowledged: session.exchanges.slice(before), error }
}
