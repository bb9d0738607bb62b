import { CompiledQuery, type Transaction } from 'kysely'
import type { Bulk } from '../dialect.ts'
import {
  codeOf,
  DOSSIER_COLUMN_NAMES,
  DOSSIER_COLUMNS,
  type DossierRow,
  KEY_LENGTH,
  lastingIdOf,
  type Value,
} from '../dossier-row.ts'
import { inChunks } from '../in-chunks.ts'
import { LEDGER_KEY, LEDGER_MEASURES } from '../ledger-deltas.ts'
import { columnsBeside, ROLLUP_KEY } from '../rollup/cell-figures.ts'
import type { Tables } from '../tables.ts'

const TEXTS: ReadonlySet<string> = new Set(['source', 'organisation_code', 'channel'])

/** Rows whose columns are sent as arrays in one statement. */
const MOST_ROWS = 20_000

type Column = readonly [name: string, type: string]

const VERSION_COLUMNS: readonly Column[] = [...DOSSIER_COLUMNS, ['known_to', 'bigint']]

const INSERT_DOSSIERS = `${insertSql('dossier', DOSSIER_COLUMNS)} on conflict do nothing returning code, lasting_id`

const INSERT_VERSIONS = insertSql('dossier_version', VERSION_COLUMNS)

const FIND = `select ${DOSSIER_COLUMN_NAMES.join(', ')} from dossier where source = $1`
const FIND_DOSSIERS = `${FIND} and code = any($2)`
const FIND_BY_ID = `${FIND} and lasting_id = $2`
const REMOVE_DOSSIERS = 'delete from dossier where source = $1 and code = any($2)'

const UPDATE_DOSSIERS = `update dossier set ${DOSSIER_COLUMN_NAMES.slice(KEY_LENGTH)
  .map((name) => `${name} = incoming.${name}`)
  .join(', ')} from ${unnestSql(DOSSIER_COLUMNS)}
  where dossier.source = incoming.source and dossier.code = incoming.code`

const ADD_CELLS = addSql(
  'ledger',
  LEDGER_KEY,
  LEDGER_MEASURES.map(({ column }) => column),
)

function addSumsSql(sums: readonly string[]): string {
  const columns = integers([...ROLLUP_KEY, ...sums])
  const others = columnsBeside(sums)
  const names = [...ROLLUP_KEY, ...sums]
  const zeros = others.map(() => '0')
  return `insert into rollup (${[...names, ...others].join(', ')})
    select ${[...names, ...zeros].join(', ')} from ${unnestSql(columns)}
    ${addedOnConflict('rollup', ROLLUP_KEY, sums)}`
}

const ADD_DAYS = addSql('dossier_day', ['source', 'day'], ['dossiers'])

/** One statement for all rows, its columns sent as arrays. */
export function createPostgresBulk(transaction: Transaction<Tables>): Bulk {
  async function run<Row>(statement: string, parameters: readonly unknown[]): Promise<Row[]> {
    const result = await transaction.executeQuery<Row>(
      CompiledQuery.raw(statement, [...parameters]),
    )
    return result.rows
  }
  return {
    async insertNew(rows) {
      if (rows.length === 0) return []
      const inserted = await run<{ code: string; lasting_id: string | null }>(
        INSERT_DOSSIERS,
        columnsOf(rows),
      )
      if (inserted.length === rows.length) return []
      const names = new Set(inserted.map(({ code, lasting_id: id }) => `${code} ${id}`))
      const nameOf = (row: DossierRow) => `${codeOf(row)} ${lastingIdOf(row)}`
      return [...rows.keys()].filter((index) => !names.delete(nameOf(rows[index] ?? [])))
    },
    async find(source, codes) {
      const found = await run<Record<string, Value>>(FIND_DOSSIERS, [source, codes])
      return new Map(found.map((row) => [String(row.code), valuesOf(row)]))
    },
    async findByLastingId(source, id) {
      const [row] = await run<Record<string, Value>>(FIND_BY_ID, [source, id])
      return row && valuesOf(row)
    },
    async remove(source, codes) {
      await run(REMOVE_DOSSIERS, [source, codes])
    },
    async archive(rows, knownTo) {
      await run(INSERT_VERSIONS, columnsOf(rows.map((row) => [...row, knownTo])))
    },
    async update(rows) {
      await run(UPDATE_DOSSIERS, columnsOf(rows))
    },
    async addToLedger(rows) {
      if (rows.length > 0) await run(ADD_CELLS, columnsOf(rows))
    },
    async addToRollup({ columns, rows }) {
      const statement = addSumsSql(columns)
      for (const some of inChunks([...rows], MOST_ROWS)) await run(statement, columnsOf(some))
    },
    async addToDays(rows) {
      if (rows.length > 0) await run(ADD_DAYS, columnsOf(rows))
    },
  }
}

function valuesOf(row: Readonly<Record<string, Value>>): DossierRow {
  return DOSSIER_COLUMN_NAMES.map((name) => row[name] ?? null)
}

function columnsOf(rows: readonly (readonly Value[])[]): Value[][] {
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null))
}

/** Adds to the sums of what a key names; all columns but the texts of keys are integers. */
function addSql(table: string, key: readonly string[], sums: readonly string[]): string {
  return `${insertSql(table, integers([...key, ...sums]))} ${addedOnConflict(table, key, sums)}`
}

function integers(names: readonly string[]): readonly Column[] {
  return names.map((name) => [name, TEXTS.has(name) ? 'text' : 'integer'])
}

function addedOnConflict(table: string, key: readonly string[], sums: readonly string[]): string {
  const added = sums.map((sum) => `${sum} = ${table}.${sum} + excluded.${sum}`)
  return `on conflict (${key.join(', ')}) do update set ${added.join(', ')}`
}

function insertSql(table: string, columns: readonly Column[]): string {
  const names = columns.map(([name]) => name).join(', ')
  return `insert into ${table} (${names}) select ${names} from ${unnestSql(columns)}`
}

function unnestSql(columns: readonly Column[]): string {
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type}[]`)
  return `unnest(${arrays.join(', ')}) as incoming (${columns.map(([name]) => name).join(', ')})`
}
