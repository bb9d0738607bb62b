import type { Dossier } from '@cchc/domain'
import type { Bulk } from './dialect.ts'
import {
  codeOf,
  type DossierRow,
  decodeDossier,
  encodeDossier,
  type Origin,
  sameContent,
  versionOf,
} from './dossier-row.ts'
import { LedgerDeltas } from './ledger-deltas.ts'

/** What became of a batch's valid records. */
export interface Outcome {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly outdated: number
}

/**
 * Stores the newest state of each dossier of a batch, the superseded states in the history and the difference in the
 * ledger. A state is new, or newer than or equal in version to what is stored; older ones are ignored.
 */
export async function commitDossiers(
  bulk: Bulk,
  { records, origin }: { readonly records: readonly Dossier[]; readonly origin: Origin },
): Promise<Outcome> {
  const { newest, unchanged, outdated } = newestStates(records, origin)
  const rows = newest.map((dossier) => encodeDossier(dossier, origin))
  const deltas = new LedgerDeltas(origin.source)
  const known = await bulk.insertNew(rows)
  const isKnown = new Set(known)
  newest.forEach((dossier, index) => {
    if (!isKnown.has(index)) deltas.add(dossier)
  })
  const changes = compare(
    known.map((index) => rows[index] ?? []),
    known.length === 0
      ? new Map()
      : await bulk.find(
          origin.source,
          known.flatMap((index) => newest[index]?.code ?? []),
        ),
  )
  await replace(bulk, changes, { deltas, now: origin.now })
  await bulk.addToLedger(deltas.rows())
  return {
    new: newest.length - known.length,
    changed: changes.replacing.length,
    unchanged: unchanged + changes.unchanged,
    outdated: outdated + changes.outdated,
  }
}

interface Changes {
  readonly superseded: readonly DossierRow[]
  readonly replacing: readonly DossierRow[]
  readonly unchanged: number
  readonly outdated: number
}

function compare(
  incoming: readonly DossierRow[],
  stored: ReadonlyMap<string, DossierRow>,
): Changes {
  const superseded: DossierRow[] = []
  const replacing: DossierRow[] = []
  let unchanged = 0
  let outdated = 0
  for (const row of incoming) {
    const old = stored.get(codeOf(row))
    if (old === undefined) throw new Error('a stored dossier was not found in its own transaction')
    if (versionOf(old) > versionOf(row)) outdated += 1
    else if (sameContent(old, row)) unchanged += 1
    else {
      superseded.push(old)
      replacing.push(row)
    }
  }
  return { superseded, replacing, unchanged, outdated }
}

async function replace(
  bulk: Bulk,
  { superseded, replacing }: Changes,
  { deltas, now }: { readonly deltas: LedgerDeltas; readonly now: number },
): Promise<void> {
  if (replacing.length === 0) return
  for (const row of superseded) deltas.subtract(decodeDossier(row))
  for (const row of replacing) deltas.add(decodeDossier(row))
  await bulk.archive(superseded, now)
  await bulk.update(replacing)
}

interface NewestStates {
  readonly newest: readonly Dossier[]
  readonly unchanged: number
  readonly outdated: number
}

/** One state per dossier: the largest version, and of equal versions the one that came last. */
function newestStates(records: readonly Dossier[], origin: Origin): NewestStates {
  const byCode = new Map<string, Dossier>()
  let unchanged = 0
  let outdated = 0
  for (const dossier of records) {
    const other = byCode.get(dossier.code)
    if (other !== undefined) {
      if (
        other.version === dossier.version &&
        sameContent(encodeDossier(other, origin), encodeDossier(dossier, origin))
      )
        unchanged += 1
      else outdated += 1
      if (other.version > dossier.version) continue
    }
    byCode.set(dossier.code, dossier)
  }
  return { newest: [...byCode.values()], unchanged, outdated }
}
