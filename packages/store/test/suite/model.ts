import { isDeepStrictEqual } from 'node:util'
import {
  type DayNumber,
  type Dossier,
  type DossierStatistics,
  MEASURES,
  Tally,
  tt01,
} from '@cchc/domain'
import type { LedgerCell, StoredDossier } from '../../src/index.ts'

/** The store in ten lines: one record after the other into a map. */
export class ModelStore {
  readonly current = new Map<string, Dossier>()
  readonly history: Dossier[] = []
  readonly counts = { new: 0, changed: 0, unchanged: 0, outdated: 0 }

  add(dossier: Dossier): void {
    const old = this.current.get(dossier.code)
    if (old === undefined) this.counts.new += 1
    else if (dossier.version < old.version) this.counts.outdated += 1
    else if (isDeepStrictEqual(old, dossier)) this.counts.unchanged += 1
    else {
      this.counts.changed += 1
      this.history.push(old)
    }
    if (old === undefined || dossier.version >= old.version) {
      this.current.set(dossier.code, dossier)
    }
  }
}

export interface Window {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Form II.06 by a scan over the dossiers. */
export function scanned(dossiers: Iterable<Dossier>, { from, to }: Window): DossierStatistics {
  const tally = new Tally(from, to)
  for (const dossier of dossiers) {
    tt01.count(dossier, (measure, day) => tally.add({ measure, channel: dossier.channel, day }))
  }
  return tally.statistics()
}

/** Form II.06 from ledger cells; a cell without a day stands before the window, or for all of it. */
export function summed(cells: readonly LedgerCell[], { from, to }: Window): DossierStatistics {
  const tally = new Tally(from, to)
  for (const { channel, day, ...cell } of cells) {
    for (const measure of MEASURES) {
      tally.add({ measure, channel, day: day ?? from - 1, count: cell[measure] })
    }
  }
  return tally.statistics()
}

/** A stored dossier without where it came from. */
export function content({ source, runId, knownFrom, ...dossier }: StoredDossier): Dossier {
  return dossier
}
