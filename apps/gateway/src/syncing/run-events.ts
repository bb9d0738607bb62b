import { setTimeout as pause } from 'node:timers/promises'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { oneRun } from '@cchc/hub/questions/runs'

type RunDetails = AnswerOf<typeof oneRun>

/** The id of the last event of a run. */
export const END = 'end'

const LOOK_MS = 1000
/** Proxies end what is silent for long. */
const LOOKS_UNTIL_HEARTBEAT = 15
/** A quarter of an hour; whoever wants more asks again with Last-Event-ID. */
const MOST_LOOKS = 900

interface Followed {
  look(): Promise<RunDetails>
  /** The id of the last event that the client has. */
  readonly seen: string
  /** Looks once more and ends. */
  readonly signal: AbortSignal
}

/**
 * What becomes of a run, as text of server-sent events: `progress` of each stream whenever it was committed, `end` with the
 * run. An id holds what was told so far of each stream, so that whoever comes back is told only what is new.
 */
export async function* runEvents({ look, seen, signal }: Followed): AsyncGenerator<string> {
  const told = new URLSearchParams(seen)
  yield 'retry: 2000\n\n'
  for (let looks = 1; ; looks += 1) {
    const isLast = signal.aborted || looks >= MOST_LOOKS
    const run = await look()
    yield* progressOf(run, told)
    if (run.status !== 'running') return yield eventOf('end', { id: END, data: run })
    if (isLast) return
    if (looks % LOOKS_UNTIL_HEARTBEAT === 0) yield ': still running\n\n'
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

function* progressOf({ streams }: RunDetails, told: URLSearchParams): Generator<string> {
  for (const [stream, { fetched: records, pages }] of Object.entries(streams)) {
    const reached = `${pages}-${records}`
    if (told.get(stream) === reached) continue
    told.set(stream, reached)
    yield eventOf('progress', { id: told.toString(), data: { stream, records, pages } })
  }
}

function eventOf(event: string, { id, data }: { readonly id: string; readonly data: object }) {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}
