import { inARow, type Message, printInstant, say } from '@cchc/domain'
import type { ClosedGate } from '@cchc/store'
import type { HubContext } from '../context.ts'

/** The closed gates of sources that are not configured any more; their figures are held all the same. */
export async function gatesOfRemoved({
  store,
  config,
}: Pick<HubContext, 'store' | 'config'>): Promise<readonly ClosedGate[]> {
  const known = new Set(config.sources.map(({ id }) => id))
  return (await store.listClosedGates()).filter(({ source }) => !known.has(source))
}

/** That a source is gone and its figures are held, since when, why and what to do. */
export function heldThoughRemoved({ source, since, asOf, reasons }: ClosedGate): Message {
  return say(
    'Source {source} is not configured any more, and what it brought last waits at its gate since {since}: {reasons}. Its figures stay those of {instant}. If what waits is right: cchc sync {source} --accept',
    { source, since: printInstant(since), reasons: inARow(reasons), instant: printInstant(asOf) },
  )
}

/** Those of the ids that are not configured any more and of which something was read. */
export async function removedSources(
  { store, config }: Pick<HubContext, 'store' | 'config'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const known = new Set(config.sources.map(({ id }) => id))
  const removed: string[] = []
  for (const source of ids.filter((id) => !known.has(id))) {
    const { items } = await store.listRuns({ source, limit: 1 })
    if (items.length > 0) removed.push(source)
  }
  return removed
}
