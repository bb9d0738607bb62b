import { sql } from 'kysely'
import type { Dialect } from '../../src/dialect.ts'
import { openDialect } from '../../src/open-dialect.ts'

/** Every row of every table, as sorted JSON texts. */
export type WholeDump = Readonly<Record<string, readonly string[]>>

/** What is no content: who works now, and how the tables came to be. */
const BESIDES = new Set([
  ...['lease', 'schedule_lease', 'repeated_request'],
  ...['rollup', 'rollup_source', 'rollup_subject'],
  ...['kysely_migration', 'archive'],
])

/** Reads a database whole, serial numbers and times too; tables are those that the database names. */
export async function dumpWhole(url: string): Promise<WholeDump> {
  return withDialect(url, async (dialect) => {
    const dump: Record<string, string[]> = {}
    for (const { name } of await tablesOf(dialect)) {
      const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(dialect.reader)
      dump[name] = rows
        .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
        .sort()
    }
    return dump
  })
}

/** Puts rows into every table, with a value of its own in every column, or nothing where that may be. */
export async function fillEveryTable(url: string, rows = 2): Promise<void> {
  await withDialect(url, async (dialect) => {
    for (const { name, columns } of await tablesOf(dialect)) {
      const given = columns.filter((column) => !column.isAutoIncrementing)
      const names = sql.join(given.map((column) => sql.ref(column.name)))
      for (let row = 0; row < rows; row += 1) {
        const values = sql.join(given.map((column) => cellOf(name, { column, row })))
        await sql`insert into ${sql.table(name)} (${names}) values (${values})`.execute(
          dialect.writer,
        )
      }
    }
  })
}

/** Keys of which SQLite does not say that they are never null. */
const KEYS = new Set(['instant'])

type Table = Awaited<ReturnType<typeof tablesOf>>[number]

function cellOf(
  table: string,
  { column, row }: { readonly column: Table['columns'][number]; readonly row: number },
): string | number | null {
  if (column.isNullable && !KEYS.has(column.name) && row % 2 === 1) return null
  const type = column.dataType.toLowerCase()
  if (type === 'bigint' || type === 'int8') return 1_700_000_000_000 + row
  if (type.startsWith('int')) return row + 1
  return `${table} ${column.name} ${row} “Hồ sơ – Đắk Nông’’`
}

async function tablesOf({ reader }: Dialect) {
  const tables = await reader.introspection.getTables()
  return tables.filter(({ name, isView }) => !isView && !BESIDES.has(name))
}

async function withDialect<T>(url: string, work: (dialect: Dialect) => Promise<T>): Promise<T> {
  const dialect = await openDialect(url)
  try {
    return await work(dialect)
  } finally {
    await dialect.close()
  }
}
