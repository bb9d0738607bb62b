import { wrongLedgerCell } from '@cchc/store/testing'
import type { Invariant } from './define-invariant.ts'

export const ledgerIsRecount: Invariant = {
  name: 'ledger-is-recount',
  when: 'written',
  sentence: 'Every cell of the ledger is what its dossiers give when they are counted one by one.',
  check: async (view) => wrongLedgerCell(view.store, await view.dossiers()),
}
