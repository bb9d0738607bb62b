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

interface States {
  readonly records: readonly Dossier[]
  readonly origin: Origin
}

/**
 * Stores the newest state of each dossier of a batch, the superseded states in the history and the difference in the
 * ledger. A state is new, or newer than or equal in version to what is stored; older ones are ignored. The effect is
 * that of the records one by one, so that it does not depend on where a run was interrupted.
 */
export async function commitDossiers(bulk: Bulk, { records, origin }: States): Promise<Outcome> {
  const deltas = new LedgerDeltas(origin.source)
  const total = { new: 0, changed: 0, unchanged: 0, outdated: 0 }
  for (const round of roundsOf(records)) {
    const outcome = await commitRound(bulk, { records: round, origin, deltas })
    total.new += outcome.new
    total.changed += outcome.changed
    total.unchanged += outcome.unchanged
    total.outdated += outcome.outdated
  }
  await bulk.addToLedger(deltas.rows())
  return total
}

/** The first states of all dossiers, then the second states of those that have more than one, and so on. */
function roundsOf(records: readonly Dossier[]): Dossier[][] {
  const rounds: Dossier[][] = []
  const seen = new Map<string, number>()
  for (const dossier of records) {
    const round = seen.get(dossier.code) ?? 0
    seen.set(dossier.code, round + 1)
    const states = rounds[round]
    if (states) states.push(dossier)
    else rounds.push([dossier])
  }
  return rounds
}

async function commitRound(
  bulk: Bulk,
  { records, origin, deltas }: States & { readonly deltas: LedgerDeltas },
): Promise<Outcome> {
  const rows = records.map((dossier) => encodeDossier(dossier, origin))
  const known = await bulk.insertNew(rows)
  const isKnown = new Set(known)
  records.forEach((dossier, index) => {
    if (!isKnown.has(index)) deltas.add(dossier)
  })
  const changes = await compare(bulk, {
    incoming: known.map((index) => rows[index] ?? []),
    source: origin.source,
  })
  await replace(bulk, changes, { deltas, now: origin.now })
  return {
    new: records.length - known.length,
    changed: changes.replacing.length,
    unchanged: changes.unchanged,
    outdated: changes.outdated,
  }
}

interface Changes {
  readonly superseded: readonly DossierRow[]
  readonly replacing: readonly DossierRow[]
  readonly unchanged: number
  readonly outdated: number
}

async function compare(
  bulk: Bulk,
  { incoming, source }: { readonly incoming: readonly DossierRow[]; readonly source: string },
): Promise<Changes> {
  const stored = incoming.length > 0 ? await bulk.find(source, incoming.map(codeOf)) : new Map()
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
