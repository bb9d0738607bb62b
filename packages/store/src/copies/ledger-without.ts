import { MEASURES } from '@cchc/domain'
import { countLedger } from '../history/ledger-known-at.ts'
import type { LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import type { Store } from '../store.ts'
import { COUNTED_FIELDS, type CopiesOf } from '../stored-dossier.ts'
import { copiesOf } from './copies-of.ts'

type WindowQuery = LedgerQuery & { readonly from: number; readonly byDay: boolean }

const [FIRST_DAY, LAST_DAY] = [-(2 ** 31), 2 ** 31 - 2]

type Copied = (copies: readonly CopiesOf[], committedAt: number) => Promise<readonly LedgerCell[]>

/** The ledger of the copies by day, read once for what is committed. */
export function copiesKept(store: Store): Copied {
  const kept = new Map<string, Promise<readonly LedgerCell[]>>()
  let latest = Number.NaN
  return (copies, committedAt) => {
    if (latest !== committedAt) kept.clear()
    latest = committedAt
    const key = JSON.stringify(copies)
    const cells = kept.get(key) ?? countCopies(store, copies)
    kept.set(key, cells)
    cells.catch(() => kept.delete(key))
    return cells
  }
}

const EVER = { from: FIRST_DAY, to: LAST_DAY }
const EVERY = { from: FIRST_DAY, fields: COUNTED_FIELDS }

function countCopies(store: Store, copies: readonly CopiesOf[]): Promise<readonly LedgerCell[]> {
  return countLedger(copiesOf(store, { ...EVER, fields: COUNTED_FIELDS }, copies), {
    ...EVER,
    byDay: true,
  })
}

/** The ledger less that of the copies; counted from the dossiers where a commit came between the two. */
export async function ledgerWithout(
  store: Store,
  query: WindowQuery,
  { copies, copied }: { readonly copies: readonly CopiesOf[]; readonly copied: Copied },
): Promise<readonly LedgerCell[]> {
  const committedAt = query.asKnownAt ?? (await store.lastCommitAt())
  if (query.asKnownAt === undefined) {
    const less = (await copied(copies, committedAt)).flatMap((cell) => inWindow(cell, query))
    const cells = await store.ledger(query)
    if ((await store.lastCommitAt()) === committedAt) return minus(cells, less)
  }
  const left = { of: copies, are: 'left-out' } as const
  return countLedger(store.scanDossiers({ ...query, ...EVERY, copies: left }), query)
}

function inWindow(cell: LedgerCell, query: WindowQuery): LedgerCell[] {
  const { organisations = [], from, to, byDay } = query
  const day = cell.day ?? FIRST_DAY
  const isAsked = organisations.length === 0 || organisations.includes(cell.organisationCode)
  if (!isAsked || day > to) return []
  return [{ ...cell, day: day < from ? null : byDay ? day : from }]
}

function minus(cells: readonly LedgerCell[], less: readonly LedgerCell[]): LedgerCell[] {
  const rest = new Map(cells.map((cell) => [keyOf(cell), cell]))
  for (const cell of less) {
    const from = rest.get(keyOf(cell))
    if (!from) continue
    const counts = MEASURES.map((measure) => [measure, from[measure] - cell[measure]])
    rest.set(keyOf(cell), { ...from, ...Object.fromEntries(counts) })
  }
  return [...rest.values()].filter((cell) => MEASURES.some((measure) => cell[measure] !== 0))
}

function keyOf({ source, organisationCode, channel, day }: LedgerCell): string {
  return [source, organisationCode, channel, day].join('|')
}
