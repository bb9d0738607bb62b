import type { Dossier } from '@cchc/domain'

/** A dossier as it is stored, with where it came from and when the hub learnt it. */
export interface StoredDossier extends Dossier {
  readonly source: string
  readonly runId: string
  readonly knownFrom: number
}
