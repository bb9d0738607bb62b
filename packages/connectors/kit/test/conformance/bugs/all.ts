import { DECLARED } from './declared.ts'
import { FAILING } from './failing.ts'
import { HELD_BACK } from './held-back.ts'
import { LOGGED_IN } from './logged-in.ts'
import type { PlantedBug } from './planted-bug.ts'
import { QUEUED } from './queued.ts'
import { READ } from './read.ts'
import { RESUMED } from './resumed.ts'

/** What authors get wrong, one thing at a time. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...DECLARED,
  ...READ,
  ...RESUMED,
  ...FAILING,
  ...LOGGED_IN,
  ...HELD_BACK,
  ...QUEUED,
]
