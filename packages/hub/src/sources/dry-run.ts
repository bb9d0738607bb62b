import { type RunSourceOptions, runSource } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import type { Chosen } from './choose-streams.ts'
import type { ReadSource } from './configured-source.ts'
import type { Rehearsed } from './dry-run-answer.ts'
import { settingsOf } from './run-settings.ts'

const MOST_REFUSALS = 20

/** Reads a source as a sync would, into a copy that is thrown away. Throws RunConflict while a run holds the source. */
export async function rehearseSource(
  hub: HubContext,
  { source, streams }: Chosen<ReadSource>,
  how: Partial<RunSourceOptions>,
): Promise<Rehearsed> {
  const store = await hub.store.rehearse(source.id)
  try {
    // Nobody else could read a part of a copy.
    const { parts: _, ...settings } = settingsOf({ ...hub, store }, source)
    const run = await runSource({
      ...settings,
      ...how,
      ...(streams && { streams }),
      trigger: 'manual',
      dryRun: true,
    })
    const states = (await store.listStreams()).filter(({ stream }) => stream in run.streams)
    const { items } = await store.listQuarantine({ source: source.id })
    const refusals = items.filter(({ lastRunId }) => lastRunId === run.id)
    return {
      run,
      missing: Object.fromEntries(states.map(({ stream, missing }) => [stream, missing])),
      refusals: refusals.slice(0, MOST_REFUSALS),
    }
  } finally {
    await store.close()
  }
}
