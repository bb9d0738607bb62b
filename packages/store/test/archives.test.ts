import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inWords, RunConflict, RunInterrupted, UsageError } from '@cchc/domain'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { moveTo } from '../src/archive/move.ts'
import { openStore, readArchiveFacts, type Store } from '../src/index.ts'
import { openDialect } from '../src/open-dialect.ts'
import { batch, dossiers, FIRST_DAY } from './suite/dossiers.ts'
import { begin, finish } from './suite/fixture.ts'
import { startProcess } from './suite/other-process.ts'
import { dumpWhole, fillEveryTable } from './testing/every-table.ts'
import { type PostgresServer, startPostgres } from './testing/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-archives-'))
const opened: Store[] = []
let server: PostgresServer
let count = 0

beforeAll(async () => {
  server = await startPostgres()
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Kind = 'SQLite' | 'PostgreSQL'

function path(end: string): string {
  count += 1
  return join(folder, `${count}.${end}`)
}

async function fresh(kind: Kind): Promise<{ readonly store: Store; readonly url: string }> {
  const url = kind === 'SQLite' ? `sqlite:${path('db')}` : await server.url('cchc_archive')
  const store = await openStore({ url })
  opened.push(store)
  return { store, url }
}

async function filled(kind: Kind) {
  const made = await fresh(kind)
  await fillEveryTable(made.url)
  return { ...made, dump: await dumpWhole(made.url) }
}

const KINDS: readonly Kind[] = ['SQLite', 'PostgreSQL']
const PAIRS = KINDS.flatMap((from) => KINDS.map((to) => ({ from, to })))

describe.each(PAIRS)('from $from to $to', ({ from, to }) => {
  test('a restored store holds every row of every table, and its runs count on', async () => {
    const { store, dump } = await filled(from)
    for (const [table, rows] of Object.entries(dump)) expect(rows, table).toHaveLength(2)
    const file = path('cchc')
    await store.backUp({ file })
    const target = await fresh(to)
    expect(await target.store.restore({ file })).toEqual(await readArchiveFacts(file))
    expect(await dumpWhole(target.url)).toEqual(dump)
    expect((await begin(target.store)).runId).toBe('3')
  })

  test('a moved store holds every row of every table, and what comes next is synced there', async () => {
    const { store, dump, url } = await filled(from)
    const target = await fresh(to)
    const moved = await store.moveTo({ url: target.url })
    expect(await dumpWhole(target.url)).toEqual(dump)
    expect(moved.tables.dossier).toMatchObject({ rows: 2 })
    expect(JSON.stringify(moved)).not.toContain(new URL(target.url).password || '\0')
    const run = await begin(target.store)
    expect(await run.commit(batch(dossiers(3)))).toMatchObject({ new: 3 })
    expect(await finish(run)).toMatchObject({ id: '3', status: 'done' })
    expect(await dumpWhole(url)).toEqual(dump)
  })
})

describe.each(KINDS)('the keys in an archive put into %s', (kind) => {
  test('are good again unless all of them are revoked with it', async () => {
    const { store } = await fresh(kind)
    const own = { name: 'Trục', digest: 'a', scopes: [], organisations: null, createdBy: 'an' }
    const key = { ...own, isPublic: false }
    const first = await store.createAccessKey({ ...key, expiresAt: null })
    const second = await store.createAccessKey({ ...key, expiresAt: null })
    await store.revokeAccessKey(first.id, 'an')
    const file = path('cchc')
    await store.backUp({ file })
    await store.revokeAccessKey(second.id, 'an')
    const revokers = async () => (await store.listAccessKeys()).map(({ revokedBy }) => revokedBy)
    await store.restore({ file, overwrite: true })
    expect(await revokers()).toEqual(['an', null])
    await store.restore({ file, overwrite: true, keysRevokedBy: 'binh' })
    expect(await revokers()).toEqual(['an', 'binh'])
  })
})

describe.each(KINDS)('a backup of %s', (kind) => {
  test('holds one instant of a store to which another process commits', async () => {
    const { store, url } = await fresh(kind)
    const writer = startProcess(['write', url])
    await writer.line()
    const file = path('cchc')
    for (let turn = 0; turn < 3; turn += 1) {
      await store.backUp({ file, overwrite: true })
      await writer.line()
      const target = await fresh('SQLite')
      await target.store.restore({ file })
      await expectOneInstant(target.store)
    }
    writer.endInput()
    await writer.rest()
  })

  test('takes no place but that of an archive, and only when told', async () => {
    const { store, url } = await filled(kind)
    const file = path('cchc')
    await store.backUp({ file })
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const before = readFileSync(file)
    await expect(store.backUp({ file })).rejects.toThrow('is there already')
    expect(readFileSync(file)).toEqual(before)
    await store.backUp({ file, overwrite: true })
    const foreign = path('txt')
    writeFileSync(foreign, 'Báo cáo')
    await expect(store.backUp({ file: foreign, overwrite: true })).rejects.toThrow(UsageError)
    expect(readFileSync(foreign, 'utf8')).toBe('Báo cáo')
    if (kind === 'PostgreSQL') return
    const itself = store.backUp({ file: url.slice('sqlite:'.length), overwrite: true })
    await expect(itself).rejects.toThrow('the database itself')
  })

  test('that is stopped leaves nothing, and one that was killed is cleared away', async () => {
    const { store } = await filled(kind)
    const file = path('cchc')
    const killed = startProcess(['open', ''])
    await killed.line()
    await killed.kill()
    writeFileSync(`${file}.${killed.pid}.part`, 'half')
    const stopped = store.backUp({ file, signal: AbortSignal.abort() })
    await expect(stopped).rejects.toThrow(RunInterrupted)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
    expect(readdirSync(folder)).not.toContain(file)
  })

  test('holds neither password nor lease', async () => {
    const { store, url } = await fresh(kind)
    await begin(store)
    const file = path('cchc')
    await store.backUp({ file })
    const bytes = readFileSync(file)
    const { password } = new URL(url)
    if (password !== '') expect(bytes.includes(password)).toBe(false)
    expect(new Database(file, { readonly: true }).prepare('select * from lease').all()).toEqual([])
  })
})

/** What each commit of the writing process keeps: one more dossier, the next state of the changing one, all in the ledger. */
async function expectOneInstant(store: Store): Promise<void> {
  const found = []
  for await (const some of store.scanDossiers({ from: 0, to: FIRST_DAY })) found.push(...some)
  const version = found.find(({ code }) => code === 'changing')?.version ?? -1
  expect(version).toBeGreaterThanOrEqual(0)
  expect(found).toHaveLength(version + 2)
  const cells = await store.ledger({ from: FIRST_DAY, to: FIRST_DAY, byDay: false })
  expect(cells.reduce((sum, { received }) => sum + received, 0)).toBe(found.length)
  expect(await store.listRecords('procedure')).not.toHaveLength(0)
}

/** Opening one would wait for ever. */
function intoPipe(file: string): void {
  rmSync(file)
  spawnSync('sh', ['-c', 'mkfifo "$0"', file])
}

describe.each(KINDS)('a restore into %s', (kind) => {
  test.each<readonly [string, (file: string) => void, string]>([
    ['cut off', (file) => truncateSync(file, 40_000), 'is damaged'],
    ['altered', alter, 'is damaged'],
    ['with other facts', alterFacts, 'is damaged'],
    ['another database', (file) => writeFileSync(file, otherDatabase()), 'is no archive'],
    ['a text', (file) => writeFileSync(file, 'x'.repeat(5000)), 'is no archive'],
    ['empty', (file) => truncateSync(file, 0), 'is no archive'],
    ['gone', (file) => rmSync(file), 'There is no archive at'],
    ['a pipe', intoPipe, 'cannot be opened'],
  ])('refuses a file that is %s and leaves the store alone', async (_, spoil, words) => {
    const file = path('cchc')
    copyFileSync(await archive(), file)
    spoil(file)
    const target = await filled(kind)
    const restoring = target.store.restore({ file, overwrite: true })
    await expect(restoring).rejects.toThrow(UsageError)
    await expect(restoring).rejects.toThrow(words)
    expect(await dumpWhole(target.url)).toEqual(target.dump)
  })

  test('replaces what is there only when told, and nothing while a run lives', async () => {
    const file = await archive()
    const target = await fresh(kind)
    const run = await begin(target.store)
    await expect(target.store.restore({ file, overwrite: true })).rejects.toThrow(RunConflict)
    await run.commit(batch(dossiers(5)))
    await finish(run)
    const before = await dumpWhole(target.url)
    await expect(target.store.restore({ file })).rejects.toThrow('is not empty')
    expect(await dumpWhole(target.url)).toEqual(before)
    await target.store.restore({ file, overwrite: true })
    expect((await dumpWhole(target.url)).dossier).toHaveLength(2)
    expect(Number((await begin(target.store)).runId)).toBeGreaterThan(2)
  })

  test('shows a run that went on while the backup was made as interrupted by it, and what it brought', async () => {
    const { store } = await fresh(kind)
    const run = await begin(store)
    await run.commit(batch(dossiers(5)))
    const file = path('cchc')
    const { madeAt } = await store.backUp({ file })
    await run.commit(batch(dossiers(7)))
    const target = await fresh(kind)
    await target.store.restore({ file })
    expect((await target.store.listRuns()).items).toMatchObject([
      { id: run.runId, status: 'interrupted', finishedAt: madeAt, counts: { new: 5 } },
    ])
    const { error } = await target.store.getRun(run.runId)
    expect(error).toMatchObject({ code: 'run_interrupted', fix: expect.anything() })
    expect(inWords(error?.message ?? '')).toContain('The backup was made while this run went on')
    expect(await store.getRun(run.runId)).toMatchObject({ status: 'running', error: null })
    expect((await dumpWhole(target.url)).dossier).toHaveLength(5)
  })

  test('that ends in the middle has changed nothing', async () => {
    const file = await archive()
    const target = await filled(kind)
    const dialect = await openDialect(target.url)
    const { restore } = await import('../src/archive/restore.ts')
    let tables = 0
    const failing: typeof dialect = {
      ...dialect,
      copying: {
        ...dialect.copying,
        insert(transaction, table, rows) {
          tables += 1
          if (tables > 4) throw new RunInterrupted({ template: 'enough', values: {} })
          return dialect.copying.insert(transaction, table, rows)
        },
      },
    }
    await expect(
      restore(failing, { request: { file, overwrite: true }, now: Date.now }),
    ).rejects.toThrow('enough')
    await dialect.close()
    expect(await dumpWhole(target.url)).toEqual(target.dump)
  })
})

test.each(PAIRS)(
  'a move from $from to $to is refused where anything stands in its way',
  async (pair) => {
    const source = await filled(pair.from)
    const full = await filled(pair.to)
    await expect(source.store.moveTo({ url: full.url })).rejects.toThrow('is not empty')
    const target = await fresh(pair.to)
    const dialect = await openDialect(source.url)
    const written: typeof dialect = {
      ...dialect,
      copying: {
        ...dialect.copying,
        async *scan(db, table) {
          if (table === 'record') await finish(await begin(source.store))
          yield* dialect.copying.scan(db, table)
        },
      },
    }
    const meanwhile = moveTo(written, { url: target.url })
    await expect(meanwhile).rejects.toThrow('was written to while it was copied')
    await dialect.close()
    const run = await begin(source.store)
    await expect(source.store.moveTo({ url: target.url })).rejects.toThrow(RunConflict)
    await finish(run)
    expect(await target.store.listRuns()).toMatchObject({ items: [] })
    expect((await dumpWhole(target.url)).dossier).toEqual([])
  },
)

let sample: string | undefined
async function archive(): Promise<string> {
  const file = path('cchc')
  if (sample === undefined) {
    const { store } = await filled('SQLite')
    sample = path('cchc')
    await store.backUp({ file: sample })
  }
  copyFileSync(sample, file)
  return file
}

/** One letter within a stored text. */
function alter(file: string): void {
  const bytes = readFileSync(file)
  const at = bytes.indexOf('dossier procedure_code 0')
  bytes[at] = 'D'.charCodeAt(0)
  writeFileSync(file, bytes)
}

function alterFacts(file: string): void {
  const bytes = readFileSync(file)
  bytes[bytes.indexOf('"hubVersion":"') + '"hubVersion":"'.length] = '9'.charCodeAt(0)
  writeFileSync(file, bytes)
}

function otherDatabase(): Uint8Array {
  const other = path('db')
  const database = new Database(other)
  database.exec('create table archive (something integer)')
  database.close()
  return readFileSync(other)
}
