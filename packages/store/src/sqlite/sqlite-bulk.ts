import type Database from 'better-sqlite3'
import type { Bulk } from '../dialect.ts'
import { DOSSIER_COLUMN_NAMES, type DossierRow, KEY_LENGTH } from '../dossier-row.ts'
import { LEDGER_KEY, LEDGER_MEASURES, type LedgerRow } from '../ledger-deltas.ts'

/** Prepared loops on the transaction's own handle: 2.5 times as fast as multi-row inserts. */
export function createSqliteBulk(database: Database.Database): Bulk {
  const insert = database.prepare<DossierRow>(insertSql('dossier', DOSSIER_COLUMN_NAMES, OR_IGNORE))
  const select = database.prepare<[string, string], DossierRow>(SELECT_DOSSIER).raw()
  const archive = database.prepare<DossierRow>(
    insertSql('dossier_version', [...DOSSIER_COLUMN_NAMES, 'known_to']),
  )
  const update = database.prepare<DossierRow>(UPDATE_DOSSIER)
  const addCell = database.prepare<LedgerRow>(ADD_CELL)
  return {
    async insertNew(rows) {
      const known: number[] = []
      rows.forEach((row, index) => {
        if (insert.run(row as never).changes === 0) known.push(index)
      })
      return known
    },
    async find(source, codes) {
      const found = new Map<string, DossierRow>()
      for (const code of codes) {
        const row = select.get(source, code)
        if (row !== undefined) found.set(code, row)
      }
      return found
    },
    async archive(rows, knownTo) {
      for (const row of rows) archive.run([...row, knownTo] as never)
    },
    async update(rows) {
      for (const row of rows) {
        update.run([...row.slice(KEY_LENGTH), ...row.slice(0, KEY_LENGTH)] as never)
      }
    },
    async addToLedger(rows) {
      for (const row of rows) addCell.run(row as never)
    },
  }
}

const OR_IGNORE = 'on conflict do nothing'

const SELECT_DOSSIER = `select ${DOSSIER_COLUMN_NAMES.join(', ')} from dossier where source = ? and code = ?`

const UPDATE_DOSSIER = `update dossier set ${DOSSIER_COLUMN_NAMES.slice(KEY_LENGTH)
  .map((column) => `${column} = ?`)
  .join(', ')} where source = ? and code = ?`

const ADD_CELL = insertSql(
  'ledger',
  [...LEDGER_KEY, ...LEDGER_MEASURES.map(({ column }) => column)],
  `on conflict do update set ${LEDGER_MEASURES.map(
    ({ column }) => `${column} = ${column} + excluded.${column}`,
  ).join(', ')}`,
)

function insertSql(table: string, columns: readonly string[], ending: string = ''): string {
  const marks = columns.map(() => '?').join(', ')
  return `insert into ${table} (${columns.join(', ')}) values (${marks}) ${ending}`
}
