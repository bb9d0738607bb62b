import { countsAreRows } from './counts-are-rows.ts'
import { cursorCoversRows } from './cursor-covers-rows.ts'
import type { Invariant } from './define-invariant.ts'
import { ledgerIsRecount } from './ledger-is-recount.ts'
import { nothingInvented } from './nothing-invented.ts'
import { nothingLost } from './nothing-lost.ts'

/** Every promise that is looked at after every step. */
export const INVARIANTS: readonly Invariant[] = [
  ledgerIsRecount,
  cursorCoversRows,
  nothingLost,
  countsAreRows,
  nothingInvented,
]
