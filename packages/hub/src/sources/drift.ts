import { type FieldKind, type FieldShape, instantText, type Message, say } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { chooseSources } from './choose-sources.ts'
import { driftAnswer } from './drift-answer.ts'

/** What the records of a source look like, stream by stream; of all sources where none is named. */
export async function shapesOfSources(hub: HubContext, id: string | undefined) {
  const { driftInWords } = await import('@cchc/sync')
  const chosen = chooseSources(hub.config, id === undefined ? undefined : [id])
  const kept = await hub.store.listShapes()
  return chosen.flatMap((one) =>
    kept
      .filter(({ source }) => source === one.id)
      .map(({ source, stream, shape, open, last }) => ({
        source,
        stream,
        policy: one.drift,
        settled: shape.settled,
        looked: shape.records,
        fields: shape.fields.map(fieldAnswer).toSorted(byPath),
        unnamed: shape.unnamed,
        open: open.map(driftAnswer),
        last: last && {
          run: last.runId,
          at: instantText(last.at),
          changes: hub.words(driftInWords(last.drift)),
          drift: last.drift.map(driftAnswer),
        },
      })),
  )
}

function fieldAnswer({ path, kinds, records, of }: FieldShape) {
  return { path, kinds: Object.keys(kinds) as FieldKind[], records, of }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1
}

/** What changed at the portals and nobody has accepted. */
export async function openDrift({ store, config }: HubContext): Promise<Message[]> {
  const { changesInWords, whatToLookAt } = await import('@cchc/sync')
  const kinds = new Map(config.sources.map(({ id, connector }) => [id, connector.kind]))
  const kept = await store.listShapes()
  return kept.flatMap(({ source, stream, open }) => {
    const kind = kinds.get(source)
    if (!kind || open.length === 0) return []
    return say(
      '{source} {stream}: {changed}. {look}; if all is right as it is: cchc sync {source} --accept-drift',
      { source, stream, changed: changesInWords(kind, open), look: whatToLookAt(kind) },
    )
  })
}
