import { PortalUnavailable, say } from '@cchc/domain'
import { FAULTS } from '../../../src/conformance/fault-list.ts'
import { GOOD } from '../one-stop.ts'
import type { Answer, Asked, Client, Parts } from '../one-stop-parts.ts'
import type { PlantedBug } from './planted-bug.ts'
import {
  ANY_STATUS,
  changing,
  exceptStop,
  fetching,
  lenient,
  nothing,
  orEmpty,
  parsedLater,
  same,
  sending,
  swallowing,
} from './wrong-parts.ts'

const INTERRUPTED = 'does not begin once the run was stopped'
const BETWEEN = 'sends nothing more once stopped between two pages'
const WITHIN = 'sends nothing more once stopped within a request'
const THROTTLED = 'stops softly when a 429 asks for a long wait'

export const FAILING: readonly PlantedBug[] = [
  ...FAULTS.flatMap(({ name }) => [
    {
      bug: `${name} is answered with an empty page`,
      check: `tells of ${name} that stays, whenever it begins`,
      parts: { list: swallowing },
    },
    {
      bug: `${name} in data requests is answered with an empty page, the stop respected`,
      check: `tells of ${name} that stays, whenever it begins`,
      parts: { list: exceptStop },
    },
    {
      bug: `${name} is answered with an empty list of fields`,
      check: `tells of ${name} that stays, whenever it begins`,
      parts: { fields: endingFields },
    },
  ]),
  ...FAULTS.filter(({ isPassing }) => isPassing !== undefined).map(({ name, isPassing }) => ({
    bug: `${name} that comes once is answered with an empty page`,
    check: `loses nothing to ${name} that comes once`,
    parts: {
      send: isPassing ? sending(() => ({ accept: ANY_STATUS }), lenient) : parsedLater,
      list: exceptStop,
    },
  })),
  {
    bug: 'an answer without rows is taken for an empty list',
    check: 'tells of an empty object that stays, whenever it begins',
    parts: { send: sending(same, lenient) },
  },
  {
    bug: 'a failure with HTTP 200 is taken for an empty list',
    check: 'tells of a failure in the words of the portal, whenever it begins',
    parts: { send: sending(same, lenient) },
    options: { failed: () => Response.json({ error: 'quá tải' }) },
  },
  {
    bug: 'a cursor that covers the page that is still to come',
    check: 'goes on after a failure where it stopped',
    parts: { list: changing(({ rows, next }) => ({ rows, next: next + 4 })) },
  },
  {
    bug: '429 is taken for an empty page',
    check: 'waits as a 429 asks, and goes on',
    parts: { send: sending(() => ({ accept: [200, 429] }), nothing), fetch: orEmpty },
  },
  {
    bug: 'a long wait becomes another failure',
    check: THROTTLED,
    parts: {
      async *list(parts, client, list) {
        try {
          yield* GOOD.list(parts, client, list)
        } catch {
          throw new PortalUnavailable(say('dossiers could not be read'))
        }
      },
    },
  },
  {
    bug: 'a stop is taken for the end',
    check: INTERRUPTED,
    parts: { list: swallowing, login: async () => 'token-1' },
  },
  { bug: 'a stop is taken for the end between pages', check: BETWEEN, parts: { list: swallowing } },
  {
    bug: 'data by a global fetch, whatever was stopped',
    check: BETWEEN,
    parts: { send: fetching },
  },
  {
    bug: 'a stop is taken for the end within a request',
    check: WITHIN,
    parts: { list: swallowing },
  },
  { bug: 'after a stop it asks on without end', check: WITHIN, parts: { fetch: stubborn } },
]

async function* endingFields(parts: Parts, client: Client) {
  try {
    yield* GOOD.fields(parts, client)
  } catch {
    yield { records: [] }
  }
}

async function stubborn(parts: Parts, client: Client, asked: Asked): Promise<Answer> {
  for (;;) {
    const answer = await GOOD.fetch(parts, client, asked).catch(() => undefined)
    if (answer) return answer
  }
}
