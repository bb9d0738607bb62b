import type { Store } from '../store.ts'
import type { CopiesOf, DossierField, DossierQuery, PartOfDossier } from '../stored-dossier.ts'

/** The dossiers that are copies. */
export function copiesOf<Field extends DossierField>(
  store: Pick<Store, 'scanDossiers'>,
  { from, to, asKnownAt, organisations, fields }: Omit<DossierQuery<Field>, 'sources' | 'copies'>,
  copies: readonly CopiesOf[],
): AsyncIterable<readonly PartOfDossier<Field>[]> {
  const sources = copies.map(({ source }) => source)
  return store.scanDossiers({
    ...{ from, to, asKnownAt, organisations, sources, fields },
    copies: { of: copies, are: 'all' },
  })
}
