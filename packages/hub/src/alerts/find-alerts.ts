import type { Holding } from './alert.ts'
import type { AlertId } from './alert-ids.ts'
import { ALERTS } from './all.ts'
import type { Known } from './known.ts'

/** Something that holds, and which alert says so. */
export interface FoundAlert extends Holding {
  readonly alert: AlertId
}

/** Everything that holds, but for what is not to be told; in the order in which it is told. */
export function findAlerts(known: Known, without: readonly AlertId[]): readonly FoundAlert[] {
  return ALERTS.filter(({ id }) => !without.includes(id)).flatMap(({ id, find }) =>
    find(known).map((holding) => ({ alert: id, ...holding })),
  )
}
