import type { LedgerQuery, Store, StoredDossier } from '../../src/index.ts'
import { countsOf, recount } from './recount.ts'

const EVER = 2 ** 31 - 1

type Asked = Pick<LedgerQuery, 'rule' | 'detailed'>
type Days = Omit<LedgerQuery, keyof Asked>

/**
 * The first sum that is not what its dossiers give when they are counted one by one, in words; undefined while none is. What
 * is written is compared by day, what is derived by every time that sums are kept of.
 */
export async function wrongLedgerCell(
  store: Pick<Store, 'ledger'>,
  dossiers: readonly StoredDossier[],
  asked: Asked = {},
): Promise<string | undefined> {
  for (const days of asked.detailed ? KEPT : [BY_DAY]) {
    const wrong = await wrongCell(store, dossiers, { ...asked, ...days })
    if (wrong) return wrong
  }
  return undefined
}

const BY_DAY: Days = { from: -EVER, to: EVER, byDay: true }

/** Halves of months, calendar years and years of reports, of 2021 to 2026. */
const KEPT: readonly Days[] = [
  beginningOn((month) => [firstOf(month, 1), firstOf(month, 15)]),
  beginningOn((month) => (month % 12 === 0 ? [firstOf(month, 1)] : [])),
  beginningOn((month) => (month % 12 === 11 ? [firstOf(month, 15)] : [])),
]

function beginningOn(beginsIn: (month: number) => readonly number[]): Days {
  const [from = 0, ...cuts] = Array.from({ length: 72 }, (_, month) => beginsIn(month)).flat()
  return { from, cuts, to: EVER, byDay: false }
}

function firstOf(month: number, day: number): number {
  return Date.UTC(2021, month, day) / 86_400_000
}

async function wrongCell(
  store: Pick<Store, 'ledger'>,
  dossiers: readonly StoredDossier[],
  query: LedgerQuery,
): Promise<string | undefined> {
  const [kept, counted] = [countsOf(await store.ledger(query)), recount(dossiers, query)]
  const wrong = [...new Set([...kept.keys(), ...counted.keys()])].find(
    (cell) => (kept.get(cell) ?? 0) !== (counted.get(cell) ?? 0),
  )
  if (wrong === undefined) return undefined
  return `${wrong}: the ledger holds ${kept.get(wrong) ?? 0}, a recount gives ${counted.get(wrong) ?? 0}`
}
