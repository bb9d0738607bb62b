import type { OutlineRow } from './outline.ts'
import { TOTAL } from './vocabulary/labels.ts'
import { BEGUN, DONE, MANNER, OUGHT } from './vocabulary/stages.ts'

/**
 * How far what a row counts has come: 0 all that there has to be or is, 1 planned, assigned or received, 2 done, 3 done
 * in a certain way; undefined when the label does not say.
 */
export function stageOf({ key }: OutlineRow): number | undefined {
  if (OUGHT.test(key) || TOTAL.test(key)) return 0
  if (MANNER.test(key)) return 3
  if (DONE.test(key)) return 2
  return BEGUN.test(key) ? 1 : undefined
}
