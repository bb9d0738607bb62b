import type { Store } from '../store.ts'
import type { CopiesOf, DossierQuery, StoredDossier } from '../stored-dossier.ts'

/** The dossiers that are copies. */
export function copiesOf(
  store: Pick<Store, 'scanDossiers'>,
  { from, to, asKnownAt, organisations }: Omit<DossierQuery, 'sources' | 'copies'>,
  copies: readonly CopiesOf[],
): AsyncIterable<readonly StoredDossier[]> {
  const sources = copies.map(({ source }) => source)
  return store.scanDossiers({
    ...{ from, to, asKnownAt, organisations, sources },
    copies: { of: copies, are: 'all' },
  })
}
