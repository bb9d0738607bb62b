import { type MappedRows, mapEach, unreadableReason } from '@cchc/connector-kit'
import { changedInterface } from './changed-interface.ts'
import type { JsonObject } from './values.ts'

/** Maps the rows of a group. That no row can be read is the interface, not a row: PortalChanged. */
export function readableRows<T>(
  rows: readonly JsonObject[],
  map: (row: JsonObject) => T,
): MappedRows<T> {
  const read = mapEach(rows, map)
  const isEveryRow = rows.length > 1 && read.mapped.length === 0
  const reason = isEveryRow ? unreadableReason(read.unreadable[0])?.message : undefined
  if (reason) throw changedInterface(reason)
  return read
}
