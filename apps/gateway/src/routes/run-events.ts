import type { Hub } from '@cchc/hub'
import { oneRun } from '@cchc/hub/questions/runs'
import { z } from 'zod'
import { callerOf } from '../access/caller-of.ts'
import { languageOf, wordsIn } from '../language.ts'
import { describedBy, type Route } from '../route.ts'
import { OpenStreams } from '../syncing/open-streams.ts'
import { END, runEvents } from '../syncing/run-events.ts'
import type { RunningSyncs } from '../syncing/running-syncs.ts'

/** The header in which a browser that comes back says what it has. */
export const LAST = 'Last-Event-ID'

const headers = z.strictObject({
  [LAST]: z.string().max(4000).optional().describe('The id of the last event that has come'),
})

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** Follows a run of any process, by looking at the database each second. */
export function runEventsRoute(hub: Hub, { syncs }: { readonly syncs: RunningSyncs }): Route {
  const open = new OpenStreams({ most: 100, mostOfOne: 10, refusal: 'streams_busy' })
  return {
    ...describedBy(oneRun, '/v1/runs/{id}/events'),
    method: 'get',
    tag: 'Operation',
    streams: ['text/event-stream'],
    summary: 'What becomes of a run, as server-sent events',
    description:
      '`progress` (`stream`, `records`, `pages`) whenever pages of a stream are committed, and at last `end` with the run as `/v1/runs/{id}` shows it. It ends after a quarter of an hour too; Last-Event-ID goes on from there. A key has at most ten of them open.',
    query: z.strictObject({}),
    headers,
    handle: async ({ id, [LAST]: seen = '' }, context) => {
      const words = await wordsIn(languageOf(context))
      const look = () => hub.ask(oneRun, { id: String(id) }, words)
      const { status } = await look()
      if (seen === END && status !== 'running') return context.body(null, 204)
      if (context.req.method === 'HEAD') return context.body(null, 200, HEADERS)
      const gone = new AbortController()
      const release = open.take(callerOf(context).id)
      const signal = AbortSignal.any([syncs.over, gone.signal])
      const events = runEvents({ look, seen: String(seen), signal })
      const end = () => {
        release()
        gone.abort()
      }
      context.req.raw.signal.addEventListener('abort', end, { once: true })
      return context.body(streamOf(events, end), 200, HEADERS)
    },
  }
}

/** Whatever ends it calls `end`. Where the database fails it ends too: whoever asks again is told why. */
function streamOf(events: AsyncGenerator<string>, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const stream = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      const next = await events.next().catch(() => ({ done: true as const, value: undefined }))
      if (!next.done) return controller.enqueue(encoder.encode(next.value))
      end()
      controller.close()
    },
    cancel: end,
  }
  return new ReadableStream(stream, { highWaterMark: 0 })
}
