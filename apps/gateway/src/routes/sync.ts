import type { Hub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import type { AskedOf } from '@cchc/hub/questions/question'
import { z } from 'zod'
import { callerOf } from '../access/caller-of.ts'
import { describedBy, type Route, some } from '../route.ts'
import { RememberedAnswers } from '../syncing/remembered-answers.ts'
import { BegunSync, type RunningSyncs } from '../syncing/running-syncs.ts'

const KEY = 'Idempotency-Key'

const headers = z.strictObject({
  [KEY]: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .describe('Of your choice, 1 to 200 visible characters of ASCII; new for each new request'),
})

/** What makes sense from afar: what is let through or accepted needs a person who looks at it. */
const FROM_AFAR = ['source', 'stream', 'from', 'to', 'full', 'by']

interface SyncRouteOptions {
  readonly syncs: RunningSyncs
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined
}

/** Begins syncs that go on when they are answered. */
export function syncRoute(hub: Pick<Hub, 'repeats'>, { syncs, onError }: SyncRouteOptions): Route {
  const remembered = new RememberedAnswers(hub, BegunSync)
  return {
    ...describedBy(sync, '/v1/sync'),
    method: 'post',
    tag: 'Operation',
    status: 202,
    summary: 'Begins to read the portals into the database',
    description:
      'Answers when the first run has begun, with where it is in Location; `/v1/runs/{id}/events` follows it. The same key with the same body gets the same answer for a day, of any gateway on the same database, and begins nothing.',
    query: z.strictObject({}),
    headers,
    body: some(sync.parameters, FROM_AFAR),
    answer: BegunSync,
    handle: async ({ [KEY]: key, ...asked }, context) => {
      const requestId = context.get('requestId')
      const request = { who: callerOf(context).id, key: String(key), asked }
      const begun = await remembered.answer(request, () =>
        syncs.begin(asked as AskedOf<typeof sync>, (error) => onError?.(error, requestId)),
      )
      const [first] = begun.runs
      return context.json(begun, 202, { Location: first ? `/v1/runs/${first.id}` : '/v1/runs' })
    },
  }
}
