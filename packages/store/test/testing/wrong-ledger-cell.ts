import type { LedgerQuery, Store, StoredDossier } from '../../src/index.ts'
import { countsOf, recount } from './recount.ts'

const EVER = 2 ** 31 - 1

/** Where halves of months begin, of 2019 to 2030: what sums are kept of. */
const HALVES = Array.from({ length: 12 * 12 }, (_, month) =>
  [1, 15].map((day) => Date.UTC(2019, month, day) / 86_400_000),
).flat()

/** The first sum (by day, or in detail by half of a month) that is not what its dossiers give when they are counted one by one, in words; undefined while none is. */
export async function wrongLedgerCell(
  store: Pick<Store, 'ledger'>,
  dossiers: readonly StoredDossier[],
  asked: Pick<LedgerQuery, 'rule' | 'detailed'> = {},
): Promise<string | undefined> {
  const [from = 0, ...cuts] = HALVES
  const days = asked.detailed ? { from, cuts, byDay: false } : { from: -EVER, byDay: true }
  const query = { ...asked, ...days, to: EVER }
  const [kept, counted] = [countsOf(await store.ledger(query)), recount(dossiers, query)]
  const wrong = [...new Set([...kept.keys(), ...counted.keys()])].find(
    (cell) => (kept.get(cell) ?? 0) !== (counted.get(cell) ?? 0),
  )
  if (wrong === undefined) return undefined
  return `${wrong}: the ledger holds ${kept.get(wrong) ?? 0}, a recount gives ${counted.get(wrong) ?? 0}`
}
