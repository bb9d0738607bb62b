import { type Message, printInstant, say, UsageError } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { personOf } from '../person.ts'
import { chooseSources } from './choose-sources.ts'

interface Accepted {
  readonly ids: readonly string[]
  /** Those of them that are not configured any more. */
  readonly removed: readonly string[]
  readonly by?: string | undefined
  readonly reason?: string | undefined
}

/**
 * Lets through what waits at the gates of sources, and tells each. Throws UsageError where no source is named: a person
 * accepts what was looked at.
 */
export async function acceptWaiting(
  { store, config }: HubContext,
  { ids, removed, by, reason }: Accepted,
): Promise<Message[]> {
  if (ids.length === 0) {
    throw new UsageError(say('What waits is accepted source by source.'), {
      fix: say('cchc status shows what waits and why; name the source.'),
    })
  }
  const word = { by: personOf(by), note: reason ?? null }
  const told: Message[] = []
  const configured = chooseSources(
    config,
    ids.filter((id) => !removed.includes(id)),
  )
  for (const id of [...configured.map((source) => source.id), ...removed]) {
    const hasWaited = await store.acceptSource(id, word)
    told.push(
      hasWaited
        ? say('What waited at the gate of {source} is let through.', { source: id })
        : await nothingWaits(store, id),
    )
  }
  return told
}

/** That nothing waits, and who let it through where somebody did. */
async function nothingWaits(store: HubContext['store'], source: string): Promise<Message> {
  const last = (await store.listGateEvents({ source })).at(-1)
  if (last?.action !== 'accepted') {
    return say('The gate of {source} is open: nothing waits.', { source })
  }
  return say(
    'The gate of {source} is open: nothing waits. What waited was let through by {person}, {instant}.',
    { source, person: last.by ?? '', instant: printInstant(last.recordedAt) },
  )
}
