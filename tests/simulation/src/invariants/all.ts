import { countsAreRows } from './counts-are-rows.ts'
import { cursorCoversRows } from './cursor-covers-rows.ts'
import type { Invariant } from './define-invariant.ts'
import { figuresAddUp } from './figures-add-up.ts'
import { frozenStaysFrozen } from './frozen-stays-frozen.ts'
import { knownStaysKnown } from './known-stays-known.ts'
import { ledgerIsRecount } from './ledger-is-recount.ts'
import { nothingInvented } from './nothing-invented.ts'
import { nothingLost } from './nothing-lost.ts'
import { servedStays } from './served-stays.ts'
import { sumsAreRecount } from './sums-are-recount.ts'
import { sumsClose } from './sums-close.ts'

/** Every promise that is looked at after every step. */
export const INVARIANTS: readonly Invariant[] = [
  ledgerIsRecount,
  cursorCoversRows,
  nothingLost,
  nothingInvented,
  servedStays,
  countsAreRows,
  sumsClose,
  sumsAreRecount,
  figuresAddUp,
  knownStaysKnown,
  frozenStaysFrozen,
]
