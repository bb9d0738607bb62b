import { openDialect } from '../../src/open-dialect.ts'
import type { Tables } from '../../src/tables.ts'

type Row = Readonly<Record<string, unknown>>

/** The whole content of a database, without what differs between two runs that did the same: run ids and times. */
export type StoreDump = Readonly<Record<keyof typeof TABLES, readonly string[]>>

/** The tables of facts and the columns in which equal stores may differ. */
const TABLES = {
  dossier: ['run_id', 'known_from'],
  dossier_version: ['run_id', 'known_from', 'known_to'],
  dossier_day: [],
  missing_dossier: ['since'],
  ledger: [],
  record: ['run_id', 'known_from'],
  record_version: ['run_id', 'known_from', 'known_to'],
  staged_record: [],
  checkpoint: ['completed_at', 'committed_at', 'began_run', 'pass_started_at'],
  quarantine: ['id', 'first_run_id', 'last_run_id', 'first_seen_at', 'last_seen_at', 'times_seen'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>

const SUMS: ReadonlySet<string> = new Set(['ledger', 'dossier_day'])

/** Reads a database for comparison with another one; rows are JSON texts in order. Holds everything in memory. */
export async function dumpStore(url: string): Promise<StoreDump> {
  const dialect = await openDialect(url)
  const dump: Record<string, string[]> = {}
  try {
    for (const [table, ignored] of Object.entries(TABLES)) {
      const rows = await dialect.reader
        .selectFrom(table as keyof Tables)
        .selectAll()
        .execute()
      dump[table] = rows
        .filter((row) => !SUMS.has(table) || hasEvents(row))
        .map((row) => normalise(row, ignored))
        .sort()
    }
  } finally {
    await dialect.close()
  }
  return dump as unknown as StoreDump
}

function normalise(row: Row, ignored: readonly string[]): string {
  const kept = Object.entries(row).filter(([name]) => !ignored.includes(name))
  const marked = kept.map(([name, value]) => [
    name,
    name === 'resolved_at' ? value !== null : value,
  ])
  return JSON.stringify(
    Object.fromEntries(marked.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))),
  )
}

/** A cell that was counted up and down again says the same as none. */
function hasEvents(row: Row): boolean {
  return Object.entries(row).some(
    ([name, value]) => name !== 'day' && typeof value === 'number' && value !== 0,
  )
}
