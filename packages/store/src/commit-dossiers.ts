import { CLOCK_ALLOWANCE_MS, type Dossier, isAhead } from '@cchc/domain'
import type { Bulk } from './dialect.ts'
import {
  codeOf,
  type DossierRow,
  decodeDossier,
  encodeDossier,
  lastingIdOf,
  type Origin,
  sameContent,
  versionOf,
  withLastingId,
  withVersion,
} from './dossier-row.ts'
import { LedgerDeltas } from './ledger-deltas.ts'

/** What became of a batch's valid records. */
export interface Outcome {
  new: number
  changed: number
  unchanged: number
  outdated: number
  /** Whose code another dossier got. */
  removed: number
}

/** What a transaction changes, and what that does to the sums. */
interface Work {
  readonly bulk: Bulk
  readonly deltas: LedgerDeltas
  readonly origin: Origin
  readonly total: Outcome
  readonly clock: number
  /** Rows whose version is not believed and was made one from before the run. */
  readonly capped: ReadonlySet<DossierRow>
}

type Sums = Pick<Work, 'bulk' | 'deltas' | 'origin'>

interface DossierBatch {
  readonly records: readonly Dossier[]
  readonly origin: Origin
  /** What the clock shows, and what it showed when the run began, epoch ms. */
  readonly clock: number
  readonly since: number
}

/**
 * Stores the newest state of each dossier of a batch, the superseded states in the history and the difference in the
 * ledger. A state is new, or newer than or equal in version to what is stored; older ones are ignored. A version that
 * lies ahead of the clock is not believed: read now, it counts as one from before the run, so that whatever the portal
 * changed meanwhile is newer, by clocks that differ too; stored, as older than any. A dossier whose
 * lasting id is stored under another code was renumbered. The effect is that of the records one by one, so that it does
 * not depend on where a run was interrupted.
 */
export async function commitDossiers(
  bulk: Bulk,
  { records, origin, clock, since }: DossierBatch,
): Promise<Outcome> {
  const capped = new Set<DossierRow>()
  const rows = records.map((dossier) => {
    if (!isAhead(dossier.version, clock)) return encodeDossier(dossier, origin)
    const row = encodeDossier({ ...dossier, version: since - CLOCK_ALLOWANCE_MS }, origin)
    capped.add(row)
    return row
  })
  const deltas = new LedgerDeltas(origin.source)
  const known = await bulk.insertNew(rows)
  addNew(deltas, { records, known })
  const none = { changed: 0, unchanged: 0, outdated: 0, removed: 0 }
  const total = { new: records.length - known.length, ...none }
  const work = { bulk, deltas, origin, total, clock, capped }
  for (const round of roundsOf(known.map((index) => rows[index] ?? []))) {
    await takeIn(work, round)
  }
  await addSums(work)
  return work.total
}

/** Takes dossiers out of what is current; their states stay in the history. Returns how many there were. */
export async function removeDossiers(
  bulk: Bulk,
  { codes, origin }: { readonly codes: readonly string[]; readonly origin: Origin },
): Promise<number> {
  const deltas = new LedgerDeltas(origin.source)
  const stored = [...(await bulk.find(origin.source, codes)).values()]
  if (stored.length === 0) return 0
  await supersede({ bulk, deltas, origin }, stored)
  await bulk.remove(origin.source, stored.map(codeOf))
  await addSums({ bulk, deltas })
  return stored.length
}

async function addSums({ bulk, deltas }: Pick<Work, 'bulk' | 'deltas'>): Promise<void> {
  await bulk.addToLedger(deltas.rows())
  await bulk.addToDays(deltas.receivedRows())
}

async function supersede(
  { bulk, deltas, origin }: Sums,
  rows: readonly DossierRow[],
): Promise<void> {
  for (const row of rows) deltas.subtract(decodeDossier(row))
  await bulk.archive(rows, origin.now)
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

/** Rows of one round; those that may be renumbered come one by one, each after what the others changed. */
async function takeIn(work: Work, round: readonly DossierRow[]): Promise<void> {
  const { source } = work.origin
  const stored = await work.bulk.find(source, round.map(codeOf))
  const renumbered: DossierRow[] = []
  const pairs: Pair[] = []
  for (const incoming of round) {
    const old = stored.get(codeOf(incoming))
    const id = lastingIdOf(incoming)
    if (old && (id === null || id === lastingIdOf(old))) pairs.push({ old, incoming })
    else renumbered.push(incoming)
  }
  await replace(work, pairs)
  for (const row of renumbered) await takeInById(work, row)
}

/** A row whose code and lasting id do not belong to the same stored dossier. */
async function takeInById(work: Work, incoming: DossierRow): Promise<void> {
  const { bulk, origin, total } = work
  const old = (await bulk.find(origin.source, [codeOf(incoming)])).get(codeOf(incoming))
  const id = lastingIdOf(incoming)
  const holder = id === null ? undefined : await bulk.findByLastingId(origin.source, id)
  if (old && (!holder || codeOf(holder) === codeOf(old))) {
    return replace(work, [{ old, incoming }])
  }
  if (holder && isOutdated(work, { old: holder, incoming })) {
    total.outdated += 1
    return
  }
  const superseded = [holder, old].filter((row) => row !== undefined)
  if (superseded.length > 0) await supersede(work, superseded)
  await bulk.remove(origin.source, superseded.map(codeOf))
  await bulk.insertNew([incoming])
  work.deltas.add(decodeDossier(incoming))
  if (superseded.length === 0) total.new += 1
  else total.changed += 1
  total.removed += Math.max(0, superseded.length - 1)
}

interface Pair {
  readonly old: DossierRow
  readonly incoming: DossierRow
}

async function replace(work: Work, pairs: readonly Pair[]): Promise<void> {
  const { bulk, deltas, total } = work
  const current = pairs
    .filter((pair) => !isOutdated(work, pair))
    .map((pair) => believed(work, pair))
  const changed = current.filter(({ old, incoming }) => !sameContent(old, incoming))
  total.outdated += pairs.length - current.length
  total.unchanged += current.length - changed.length
  total.changed += changed.length
  const replacing = changed.map((pair) => withLastingId(pair.incoming, knownId(pair)))
  if (changed.length > 0)
    await supersede(
      work,
      changed.map(({ old }) => old),
    )
  for (const row of replacing) deltas.add(decodeDossier(row))
  const identified = current.filter(isOnlyIdentified)
  // What is known of such a dossier, and since when, stays.
  const named = identified.map((pair) => withLastingId(pair.old, knownId(pair)))
  const updated = [...replacing, ...named]
  if (updated.length > 0) await bulk.update(updated)
}

function isOutdated({ clock, capped }: Work, { old, incoming }: Pair): boolean {
  if (isAhead(versionOf(old), clock) || capped.has(incoming)) return false
  return versionOf(old) > versionOf(incoming)
}

/** What the portal shows now cannot be older; and read again with the same content it is no change. */
function believed({ clock, capped }: Work, { old, incoming }: Pair): Pair {
  const isCapped = capped.has(incoming) && !isAhead(versionOf(old), clock)
  return { old, incoming: isCapped ? withVersion(incoming, versionOf(old)) : incoming }
}

function knownId({ old, incoming }: Pair): string | null {
  return lastingIdOf(incoming) ?? lastingIdOf(old)
}

function isOnlyIdentified(pair: Pair): boolean {
  return knownId(pair) !== lastingIdOf(pair.old) && sameContent(pair.old, pair.incoming)
}
