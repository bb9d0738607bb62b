import { RunInterrupted, StoreError, say } from '@cchc/domain'
import type { Kysely, Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { explained } from '../store-failure.ts'
import type { Tables } from '../tables.ts'
import { CONTENT_TABLES, type ContentSums, createTableSum, type StoredRow } from './content.ts'

/** Tables that stay as they are while they are read: a snapshot, a transaction, or a file that nobody writes to. */
export interface Content {
  readonly dialect: Pick<Dialect, 'copying' | 'explain'>
  readonly db: Kysely<Tables>
}

interface Reading {
  readonly tables: readonly string[]
  readonly signal?: AbortSignal | undefined
  readonly each?: (table: string, rows: readonly StoredRow[]) => Promise<void>
}

/** Reads tables once, hands each batch on and returns the sums. Throws StoreError for what cannot be read, RunInterrupted once stopped. */
export async function readContent(
  { dialect, db }: Content,
  { tables, signal, each }: Reading,
): Promise<ContentSums> {
  const sums: Record<string, ContentSums[string]> = {}
  for (const table of tables) {
    const counting = createTableSum()
    for await (const rows of explained(dialect, dialect.copying.scan(db, table))) {
      if (signal?.aborted) throw stopped()
      for (const row of rows) counting.add(row)
      await each?.(table, rows)
    }
    sums[table] = counting.sum()
  }
  return sums
}

/** Copies all content into tables of the same layout that are empty; returns what was read. */
export async function copyContent(
  from: Content,
  to: {
    readonly dialect: Pick<Dialect, 'copying'>
    readonly transaction: Transaction<Tables>
    readonly tables?: readonly string[]
  },
  signal?: AbortSignal,
): Promise<ContentSums> {
  const { dialect, transaction, tables = CONTENT_TABLES } = to
  const sums = await readContent(from, {
    ...{ tables, signal },
    each: (table, rows) => dialect.copying.insert(transaction, table, rows),
  })
  await dialect.copying.continueSerials(transaction)
  return sums
}

/** The tables of which two databases do not hold the same. */
export function unequalTables(one: ContentSums, other: ContentSums): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter(
    (name) => one[name]?.rows !== other[name]?.rows || one[name]?.digest !== other[name]?.digest,
  )
}

/** Reads a copy back. Throws StoreError where it is not what was read from the original. */
export async function requireEqual(
  copy: Content,
  { sums, signal }: { readonly sums: ContentSums; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const tables = Object.keys(sums)
  const unequal = unequalTables(sums, await readContent(copy, { tables, signal }))
  if (unequal.length === 0) return
  throw new StoreError(
    say('What was copied is not what was read, in the tables {tables}; nothing was kept of it.', {
      tables: unequal.join(', '),
    }),
    { fix: say('Check the disk and its free space, then run the same command again.') },
  )
}

function stopped(): RunInterrupted {
  return new RunInterrupted(
    say('The copying was stopped before it was finished; nothing was kept of it.'),
    {
      fix: say('Run the same command again.'),
    },
  )
}
