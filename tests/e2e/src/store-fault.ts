import type { Store } from '@cchc/store'
import { wrongLedgerCell } from '@cchc/store/testing'

/** What is written with every commit, and what is derived. */
const RULES = [undefined, 'tt01-2020', 'qd766-2022', 'opencps-2', 'btp-07a']

/** What is not sound about a store that has been synced, when nobody works on it; undefined when it is. */
export async function faultOf(store: Store): Promise<string | undefined> {
  await store.condition()
  const everything = { from: -(2 ** 31), to: 2 ** 31 - 1 }
  const dossiers = []
  for await (const some of store.scanDossiers(everything)) dossiers.push(...some)
  if (dossiers.length === 0) return 'there are no dossiers'
  for (const rule of RULES) {
    const wrong = await wrongLedgerCell(store, dossiers, { rule, detailed: rule !== undefined })
    if (wrong) return `${rule}: ${wrong}`
  }
  return undefined
}
