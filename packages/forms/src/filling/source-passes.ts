import type { Instant, ReportOrigin } from '@cchc/domain'
import type { Run, Store, StreamCompletion } from '@cchc/store'

type Source = ReportOrigin['sources'][number]

/** Every source with its last whole pass and the run that completed it, by id. */
export async function sourcesOf(store: Store): Promise<Source[]> {
  const bySource = Map.groupBy(await store.listCompletions(), ({ source }) => source)
  const sources: Source[] = []
  for (const [id, states] of [...bySource].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const lastCompletedAt = oldestPass(states)
    const run = lastCompletedAt === null ? undefined : await runAt(store, id, lastCompletedAt)
    sources.push({ id, lastCompletedAt, run: run ? passOf(run) : null })
  }
  return sources
}

/** A source is as fresh as the stream whose last whole pass is the oldest; null when one never had any. */
export function oldestPass(states: readonly StreamCompletion[]): Instant | null {
  const completed = states.map(({ completedAt }) => completedAt)
  const known = completed.filter((at) => at !== null)
  return known.length < completed.length ? null : Math.min(...known)
}

/** What of a run cannot change any more, even while it goes on. */
function passOf({ id, connector, connectorVersion, startedAt }: Run): NonNullable<Source['run']> {
  return { id, connector, connectorVersion, startedAt }
}

/** The first run that lasted over an instant; runs that begin later never change the answer. */
async function runAt(store: Store, source: string, at: Instant): Promise<Run | undefined> {
  let found: Run | undefined
  for await (const run of runsOf(store, source)) {
    if (run.finishedAt !== null && run.finishedAt < at) break
    if (run.startedAt <= at) found = run
  }
  return found
}

/** A source's runs, newest first. */
async function* runsOf(store: Store, source: string): AsyncGenerator<Run> {
  let after: string | undefined
  do {
    const page = await store.listRuns({ source, ...(after === undefined ? {} : { after }) })
    yield* page.items
    after = page.next ?? undefined
  } while (after !== undefined)
}
