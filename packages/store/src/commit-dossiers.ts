import { type Dossier, isAhead } from '@cchc/domain'
import type { Bulk } from './dialect.ts'
import {
  codeOf,
  type DossierRow,
  decodeDossier,
  encodeDossier,
  type Origin,
  sameContent,
  versionOf,
  withVersion,
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
 * ledger. A state is new, or newer than or equal in version to what is stored; older ones are ignored. A version that
 * lies ahead of the clock is not believed: read now, it counts as the clock's; stored, as older than any. The effect is
 * that of the records one by one, so that it does not depend on where a run was interrupted.
 */
export async function commitDossiers(
  bulk: Bulk,
  {
    records,
    origin,
    clock,
  }: { readonly records: readonly Dossier[]; readonly origin: Origin; readonly clock: number },
): Promise<Outcome> {
  const capped = new Set<DossierRow>()
  const rows = records.map((dossier) => {
    if (!isAhead(dossier.version, clock)) return encodeDossier(dossier, origin)
    const row = encodeDossier({ ...dossier, version: clock }, origin)
    capped.add(row)
    return row
  })
  const deltas = new LedgerDeltas(origin.source)
  const known = await bulk.insertNew(rows)
  addNew(deltas, { records, known })
  const total = { new: records.length - known.length, changed: 0, unchanged: 0, outdated: 0 }
  for (const incoming of roundsOf(known.map((index) => rows[index] ?? []))) {
    const stored = await bulk.find(origin.source, incoming.map(codeOf))
    const changes = compare(incoming, stored, { clock, capped })
    await replace(bulk, changes, { deltas, now: origin.now })
    total.changed += changes.replacing.length
    total.unchanged += changes.unchanged
    total.outdated += changes.outdated
  }
  await bulk.addToLedger(deltas.rows())
  return total
}

function addNew(
  deltas: LedgerDeltas,
  { records, known }: { readonly records: readonly Dossier[]; readonly known: readonly number[] },
): void {
  let position = 0
  records.forEach((dossier, index) => {
    if (known[position] === index) position += 1
    else deltas.add(dossier)
  })
}

/** The first states of all dossiers, then the second states of those that have more than one, and so on. */
function roundsOf(rows: readonly DossierRow[]): DossierRow[][] {
  const rounds: DossierRow[][] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const round = seen.get(codeOf(row)) ?? 0
    seen.set(codeOf(row), round + 1)
    const states = rounds[round]
    if (states) states.push(row)
    else rounds.push([row])
  }
  return rounds
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
  { clock, capped }: { readonly clock: number; readonly capped: ReadonlySet<DossierRow> },
): Changes {
  const superseded: DossierRow[] = []
  const replacing: DossierRow[] = []
  let unchanged = 0
  let outdated = 0
  for (const given of incoming) {
    const old = stored.get(codeOf(given))
    if (old === undefined) throw new Error('a stored dossier was not found in its own transaction')
    const isBelieved = !isAhead(versionOf(old), clock)
    // What the portal shows now cannot be older; and read again with the same content it is no change.
    const row = isBelieved && capped.has(given) ? withVersion(given, versionOf(old)) : given
    if (isBelieved && versionOf(old) > versionOf(row)) outdated += 1
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
