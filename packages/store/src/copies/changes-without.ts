import type { DossierChange } from '../history/dossier-change.ts'
import type { StoredDossier } from '../stored-dossier.ts'

type ByKey = ReadonlyMap<string, StoredDossier>

/** Dossiers by source and code. */
export async function byKey(scan: AsyncIterable<readonly StoredDossier[]>): Promise<ByKey> {
  const found = new Map<string, StoredDossier>()
  for await (const batch of scan) for (const one of batch) found.set(nameOf(one), one)
  return found
}

function nameOf({ source, code }: StoredDossier): string {
  return `${source}|${code}`
}

/** A copy is not there; one that became a copy is gone, one that is none any more has come. */
export async function* changesWithout(
  changes: AsyncIterable<readonly DossierChange[]>,
  copies: { readonly before: ByKey; readonly after: ByKey },
): AsyncGenerator<readonly DossierChange[]> {
  const told = new Set<string>()
  const unless = (copied: ByKey, dossier: StoredDossier | null) =>
    dossier && !copied.has(nameOf(dossier)) ? dossier : null
  for await (const batch of changes) {
    yield batch.flatMap((change) => {
      const dossier = change.after ?? change.before
      if (dossier) told.add(nameOf(dossier))
      const before = unless(copies.before, change.before)
      const after = unless(copies.after, change.after)
      return before || after ? [{ before, after }] : []
    })
  }
  const turned = (from: ByKey, to: ByKey) =>
    [...from].flatMap(([name, dossier]) => (to.has(name) || told.has(name) ? [] : [dossier]))
  yield turned(copies.after, copies.before).map((before) => ({ before, after: null }))
  yield turned(copies.before, copies.after).map((after) => ({ before: null, after }))
}
