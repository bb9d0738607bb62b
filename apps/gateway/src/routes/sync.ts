import type { Hub } from '@cchc/hub'
import { BegunSync } from '@cchc/hub/actions/begun-reading'
import { retryQuarantine } from '@cchc/hub/actions/retry-quarantine'
import { sync } from '@cchc/hub/actions/sync'
import { z } from 'zod'
import { callerOf } from '../access/caller-of.ts'
import { languageOf } from '../language.ts'
import { describedBy, type Route, some } from '../route.ts'
import { RememberedAnswers } from '../syncing/remembered-answers.ts'
import type { RunningSyncs } from '../syncing/running-syncs.ts'
import type { Reading } from '../syncing/syncer.ts'

/** The header that tells a request that is sent again from a new one. */
export const KEY = 'Idempotency-Key'

const headers = z.strictObject({
  [KEY]: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .describe('Of your choice, 1 to 200 visible characters of ASCII; new for each new request'),
})

const DESCRIPTION =
  'Answers when the first run has begun, with where it is in Location; `/v1/runs/{id}/events` follows it. The same key with the same body gets the same answer for a day, of any gateway on the same database, and begins nothing.'

/** What begins from afar, and what of it makes sense there: what is let through or accepted needs a person who looks at it. */
export const READINGS = [
  {
    action: 'sync',
    exchange: sync,
    path: '/v1/sync',
    summary: 'Begins to read the portals into the database',
    takes: ['source', 'stream', 'from', 'to', 'full', 'by'],
  },
  {
    action: 'retry',
    exchange: retryQuarantine,
    path: '/v1/quarantine/retry',
    summary: 'Begins to read refused records again from their portals',
    takes: ['id', 'source', 'by'],
  },
] as const

interface SyncRouteOptions {
  readonly syncs: RunningSyncs
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined
}

/** Begins syncs, and retries of refused records, that go on when they are answered. */
export function syncRoutes(
  hub: Pick<Hub, 'repeats'>,
  { syncs, onError }: SyncRouteOptions,
): readonly Route[] {
  const remembered = new RememberedAnswers(hub, BegunSync)
  return READINGS.map(({ action, exchange, path, summary, takes }) => ({
    ...describedBy(exchange, path),
    method: 'post',
    tag: 'Operation',
    status: 202,
    summary,
    description: DESCRIPTION,
    query: z.strictObject({}),
    headers,
    body: some(exchange.parameters, takes),
    answer: BegunSync,
    handle: async ({ [KEY]: key, ...asked }, context) => {
      const requestId = context.get('requestId')
      const reading = { action, asked, language: languageOf(context) } as Reading
      const who = callerOf(context).id
      const request = { who, key: String(key), asked: { action, ...asked } }
      const begun = await remembered.answer(request, () =>
        syncs.begin(reading, (error) => onError?.(error, requestId)),
      )
      const [first] = begun.runs
      return context.json(begun, 202, { Location: first ? `/v1/runs/${first.id}` : '/v1/runs' })
    },
  }))
}
