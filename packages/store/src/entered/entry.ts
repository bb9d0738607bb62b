import { say, UsageError } from '@cchc/domain'
import type { Entered, EntryOptions, EntryOrigin } from './entered-store.ts'

/** Columns that every entry has. */
export interface EntryRow {
  readonly id: number
  readonly entered_at: number
  readonly entered_by: string
  readonly origin_file: string | null
  readonly origin_sha256: string | null
  readonly reason: string | null
}

/** Throws a UsageError where a person or the reason for a replacement is missing. */
export function checkOptions({ by, replace = false, reason }: EntryOptions): void {
  const faults = [
    ...(by.trim() === '' ? [{ path: 'by', message: say('must name who enters') }] : []),
    ...(replace && !reason?.trim()
      ? [{ path: 'reason', message: say('is needed to replace what was entered') }]
      : []),
  ]
  if (faults.length === 0) return
  throw new UsageError(say('The entry cannot be made.'), {
    fix: say('Say who enters it, and why it replaces what was entered before.'),
    faults,
  })
}

/** Marks each entry with the instant at which the next one of its key took its place, and drops those if not wanted. */
export function withSuccession<Row extends EntryRow, T>(
  rows: readonly Row[],
  options: {
    readonly keyOf: (row: Row) => string
    readonly decode: (row: Row) => T
    readonly includeHistory: boolean
  },
): (T & Omit<Entered, 'origin'>)[] {
  const next = new Map<string, number>()
  const marked = rows.toReversed().flatMap((row) => {
    const key = options.keyOf(row)
    const supersededAt = next.get(key) ?? null
    next.set(key, row.entered_at)
    if (supersededAt !== null && !options.includeHistory) return []
    return [{ ...options.decode(row), ...enteredOf(row), supersededAt }]
  })
  return marked.toReversed()
}

/** The file of an entry. */
export function originOf(row: EntryRow & { readonly origin_address?: string | null }) {
  const { origin_file: file, origin_sha256: sha256, origin_address: address = null } = row
  const origin: EntryOrigin | null = file === null ? null : { file, sha256: sha256 ?? '', address }
  return origin
}

function enteredOf(row: EntryRow): Omit<Entered, 'supersededAt' | 'origin'> {
  const { id, entered_at: enteredAt, entered_by: enteredBy, reason } = row
  return { id: String(id), enteredAt, enteredBy, reason }
}
