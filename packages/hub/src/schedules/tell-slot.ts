import { instantText, type Text } from '@cchc/domain'
import type { SlotKey } from '@cchc/store'
import type { HubContext } from '../context.ts'
import type { Watch } from '../sources/watch.ts'
import type { Step } from './step.ts'

/** Tells that a slot was begun. */
export function tellBegun(slot: SlotKey, { onSlot }: Watch): void {
  onSlot?.({ ...nothingYet(slot), event: 'began' })
}

/** Tells how an attempt at a slot came out, once that is stored. */
export async function tellStep(
  { store, words }: Pick<HubContext, 'store' | 'words'>,
  { slot, step }: { readonly slot: SlotKey; readonly step: Step },
  { onSlot }: Watch,
): Promise<void> {
  if (!onSlot) return
  const runs = [...(await store.listSlotRuns(slot))]
  const told = step.told.map((text: Text) => words(text))
  const known = { ...nothingYet(slot), runs, told }
  if (step.ended) onSlot({ ...known, event: 'ended', state: step.state, files: [...step.files] })
  else onSlot({ ...known, event: 'later', dueAt: instantText(step.dueAt) })
}

function nothingYet({ schedule, at }: SlotKey) {
  const nothing = { state: null, dueAt: null, runs: [], files: [], told: [] }
  return { schedule, slot: instantText(at), ...nothing }
}
