import Database from 'better-sqlite3'
import type { Format } from '../portal/record-pool.ts'
import { parseXml } from './parse-xml.ts'
import { COLUMNS, type Received, rowOf } from './rows.ts'

const TRANSACTION_ROWS = 10_000

/**
 * The same job by hand and with none of the care: fetch a page, parse it, upsert its rows in transactions of 10,000. No
 * validation, no history, no ledger, no checkpoint, no retry. Returns how many records it read.
 */
export async function readAll(job: {
  readonly url: string
  readonly format: Format
  readonly pageSize: number
  readonly file: string
}): Promise<number> {
  const database = openFile(job.file)
  const upsert = database.prepare(UPSERT)
  let read = 0
  let open = 0
  for (;;) {
    const records = await fetchPage(job, read)
    if (open === 0) database.exec('begin')
    for (const record of records) upsert.run(rowOf(record))
    read += records.length
    open += records.length
    const isLast = records.length < job.pageSize
    if (isLast || open >= TRANSACTION_ROWS) {
      database.exec('commit')
      open = 0
    }
    if (isLast) break
  }
  database.close()
  return read
}

/** One page from a row on. */
export async function fetchPage(
  { url, format, pageSize }: { url: string; format: Format; pageSize: number },
  start: number,
): Promise<readonly Received[]> {
  const query = `start=${start}&end=${start + pageSize}`
  const response = await fetch(`${url}/o/rest/v2/dossiers?${query}`, {
    headers: { accept: `application/${format}` },
  })
  if (format === 'xml') return parseXml(await response.text())
  return ((await response.json()) as { data: Received[] }).data
}

/** The settings under which SQLite takes rows fastest without giving up its promises. */
function openFile(file: string): Database.Database {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('wal_autocheckpoint = 16000')
  database.pragma('cache_size = -16384')
  database.exec(`create table dossier (${COLUMNS.join(', ')}) without rowid`)
  return database
}

const NAMES = COLUMNS.map((column) => column.split(' ')[0])

const UPSERT = `insert into dossier (${NAMES.join(', ')}) values (${NAMES.map(() => '?').join(', ')})
  on conflict (code) do update set ${NAMES.slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`
