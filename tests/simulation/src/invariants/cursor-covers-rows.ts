import type { RecordRead } from '../pages-read.ts'
import type { View } from '../view.ts'
import type { Invariant } from './define-invariant.ts'

export const cursorCoversRows: Invariant = {
  name: 'cursor-covers-rows',
  when: 'written',
  sentence:
    'No cursor is stored before its records: what was read up to it is stored as new as it was read, or refused.',
  async check(view) {
    for (const { source, stream, cursor } of await view.streams()) {
      if (stream !== 'dossiers' || cursor === undefined) continue
      const missing = await missingBefore(view, `${source} ${stream}`, cursor)
      if (missing) return `${missing}, though ${source} ${stream} is at ${JSON.stringify(cursor)}`
    }
    return undefined
  },
}

async function missingBefore(
  view: View,
  place: string,
  cursor: unknown,
): Promise<string | undefined> {
  const dossiers = await view.dossiers()
  const stored = new Map(dossiers.map(({ code, version }) => [code, version]))
  const lasting = new Map(dossiers.map(({ lastingId, version }) => [lastingId, version]))
  const served = new Set(view.year.province.dossiers.map(({ code }) => code))
  const read = view.year.pages.coveredBy(place, cursor).flatMap(({ records }) => records)
  const behind = read.filter((record) => {
    const { key, version } = record
    return served.has(key) && !((stored.get(key) ?? -1) >= version) && !isOutdated(record, lasting)
  })
  const refused = behind.length > 0 ? await view.refused() : new Set()
  const missing = behind.find(({ key }) => !refused.has(`${place} ${key}`))
  if (!missing) return undefined
  const isStored = stored.has(missing.key)
  return `${missing.key} is ${isStored ? 'stored in an older state' : 'not stored'}`
}

/** A portal that serves an older state under a new number: the dossier is stored in a newer one, under the number of that. */
function isOutdated(
  { version, lastingId }: RecordRead,
  lasting: ReadonlyMap<string | undefined, number>,
): boolean {
  return lastingId !== undefined && (lasting.get(lastingId) ?? -1) > version
}
