import type { LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import { CELL_FIGURES } from '../rollup/cell-figures.ts'
import { countedDossiers } from '../rollup/counted-dossiers.ts'
import { cellKey, countLedger, withCounts } from '../rollup/ledger-cells.ts'
import { BEFORE, placeIn } from '../rollup/pieces.ts'
import type { Store } from '../store.ts'
import { COUNTED_FIELDS, type CopiesOf } from '../stored-dossier.ts'
import { copiesOf } from './copies-of.ts'

const [FIRST_DAY, LAST_DAY] = [-(2 ** 31), 2 ** 31 - 2]

type Asked = Pick<LedgerQuery, 'rule' | 'detailed'>
type Copied = (
  copies: readonly CopiesOf[],
  asked: Asked & { readonly committedAt: number },
) => Promise<readonly LedgerCell[]>

/** The ledger of the copies by day, read once for what is committed. */
export function copiesKept(store: Store): Copied {
  const kept = new Map<string, Promise<readonly LedgerCell[]>>()
  let latest = Number.NaN
  return (copies, { committedAt, rule, detailed }) => {
    if (latest !== committedAt) kept.clear()
    latest = committedAt
    const key = JSON.stringify([copies, rule, detailed])
    const cells = kept.get(key) ?? countCopies(store, copies, { rule, detailed })
    kept.set(key, cells)
    cells.catch(() => kept.delete(key))
    return cells
  }
}

const EVER = { from: FIRST_DAY, to: LAST_DAY }

function countCopies(
  store: Store,
  copies: readonly CopiesOf[],
  asked: Asked,
): Promise<readonly LedgerCell[]> {
  return countLedger(copiesOf(store, { ...EVER, fields: COUNTED_FIELDS }, copies), {
    ...asked,
    ...EVER,
    byDay: true,
  })
}

/** The ledger less that of the copies; counted from the dossiers where a commit came between the two. */
export async function ledgerWithout(
  store: Store,
  query: LedgerQuery,
  { copies, copied }: { readonly copies: readonly CopiesOf[]; readonly copied: Copied },
): Promise<readonly LedgerCell[]> {
  const committedAt = query.asKnownAt ?? (await store.lastCommitAt())
  if (query.asKnownAt === undefined) {
    const { rule, detailed } = query
    const all = await copied(copies, { committedAt, rule, detailed })
    const less = all.flatMap((cell) => inWindow(cell, query))
    const cells = await store.ledger(query)
    if ((await store.lastCommitAt()) === committedAt) return minus(cells, less)
  }
  const left = { of: copies, are: 'left-out' } as const
  return countLedger(store.scanDossiers({ ...countedDossiers(query), copies: left }), query)
}

function inWindow(cell: LedgerCell, query: LedgerQuery): LedgerCell[] {
  const { organisations = [] } = query
  const isAsked = organisations.length === 0 || organisations.includes(cell.organisationCode)
  const day = placeIn(query)(cell.day ?? FIRST_DAY)
  if (!isAsked || day === undefined) return []
  return [{ ...cell, day: day === BEFORE ? null : day }]
}

function minus(cells: readonly LedgerCell[], less: readonly LedgerCell[]): LedgerCell[] {
  const rest = new Map(cells.map((cell) => [keyOf(cell), cell]))
  for (const cell of less) {
    const from = rest.get(keyOf(cell))
    if (!from) continue
    rest.set(
      keyOf(cell),
      withCounts(from, (figure) => (from[figure] ?? 0) - (cell[figure] ?? 0)),
    )
  }
  return [...rest.values()].filter((cell) => CELL_FIGURES.some((figure) => cell[figure] ?? 0))
}

function keyOf(cell: LedgerCell): string {
  return `${cellKey(cell)} ${cell.day}`
}
