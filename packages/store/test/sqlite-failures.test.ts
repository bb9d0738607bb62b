import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, StoreError } from '@cchc/domain'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '../src/index.ts'
import { batch, dossiers, FIRST_DAY } from './suite/dossiers.ts'
import { begin, finish } from './suite/fixture.ts'
import { startProcess } from './suite/other-process.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-failing-'))
  file = join(folder, 'cchc.db')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function openingFails(url: string): Promise<StoreError> {
  const failure = await openStore({ url }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StoreError)
  return failure as StoreError
}

async function fill(rows: number): Promise<void> {
  const store = await openStore({ url: file })
  const run = await begin(store)
  await run.commit(batch(dossiers(rows)))
  await finish(run)
  await store.close()
}

describe('a SQLite store tells what is wrong and what to do', () => {
  test('when the directory is missing, without making it', async () => {
    const failure = await openingFails(`sqlite:${folder}/no/such/cchc.db`)
    expect(failure.message).toBe(
      `The directory ${folder}/no/such of the database file does not exist.`,
    )
    expect(failure.fix).toContain(`mkdir -p ${folder}/no/such`)
  })

  test('when the path is a directory', async () => {
    const failure = await openingFails(folder)
    expect(failure.message).toBe(`The database file ${folder} cannot be opened (SQLITE_CANTOPEN).`)
  })

  test('when the file is something else, and leaves it as it is', async () => {
    const text = 'không phải cơ sở dữ liệu '.repeat(500)
    writeFileSync(file, text)
    const failure = await openingFails(file)
    expect(failure.message).toBe(
      `The database file ${file} is damaged or is no SQLite database (SQLITE_NOTADB).`,
    )
    expect(failure.fix).toContain('backup')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  test('when pages of the file are damaged', async () => {
    await fill(2000)
    const bytes = readFileSync(file)
    bytes.fill(0xff, 4096 * 2)
    writeFileSync(file, bytes)
    const reading = async () => {
      const store = await openStore({ url: file })
      try {
        for await (const some of store.scanDossiers({ from: 0, to: FIRST_DAY })) void some
      } finally {
        await store.close()
      }
    }
    await expect(reading()).rejects.toThrow(StoreError)
    await expect(reading()).rejects.toThrow('is damaged')
  })

  test('when the file was cut short', async () => {
    await fill(2000)
    truncateSync(file, 20_000)
    const reading = async () => {
      const store = await openStore({ url: file })
      try {
        for await (const some of store.scanDossiers({ from: 0, to: FIRST_DAY })) void some
      } finally {
        await store.close()
      }
    }
    await expect(reading()).rejects.toThrow(StoreError)
  })

  test('when the file may only be read', async () => {
    await fill(1)
    chmodSync(folder, 0o755)
    chmodSync(file, 0o444)
    const warmUp = join(mkdtempSync(join(folder, 'own-')), 'warm-up.db')
    const process = startProcess(['unprivileged', file, warmUp])
    const answer = JSON.parse((await process.rest())[0] ?? '')
    expect(answer).toMatchObject({ code: 'store_failed' })
    expect(answer.message).toContain(`The database file ${file} or its directory cannot be written`)
    expect(answer.fix).toContain('right to write')
  })

  test('when the disk is full, and keeps what was committed', async () => {
    const process = startProcess(['fill', file], { fileSizeLimit: 4_000_000 })
    const lines = await process.rest()
    const failure = JSON.parse(lines.pop() ?? '')
    expect(failure).toMatchObject({ code: 'store_failed' })
    expect(failure.message).toContain(file)
    expect(failure.fix).toMatch(/free (some|its) disk space|disk and its free space/i)
    const committed = Number(lines.at(-1)?.split(' ')[1])
    expect(committed).toBeGreaterThan(0)

    const store = await openStore({ url: file })
    const run = await begin(store)
    expect(await store.listStreams()).toMatchObject([{ records: committed }])
    expect((await run.position('dossiers'))?.cursor).toEqual({ start: committed - 2000 })
    expect(await run.commit(batch(dossiers(10)))).toMatchObject({ new: 10 })
    await store.close()
  })

  test('when another process never ends its transaction', async () => {
    await fill(1)
    const holder = new Database(file)
    holder.exec('begin immediate')
    const store = await openStore({ url: file })
    let time = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 30_000))
    const failure = await store.settle().catch((error: unknown) => error)
    vi.restoreAllMocks()
    holder.close()
    expect(failure).toBeInstanceOf(StoreError)
    expect((failure as StoreError).message).toBe(
      `Another process keeps the database file ${file} locked (SQLITE_BUSY).`,
    )
    expect((failure as StoreError).fix).toContain('Wait for it to end')
    await store.close()
  })

  test('when a closed store is used', async () => {
    const store = await openStore({ url: file })
    await store.close()
    await expect(store.ping()).rejects.toThrow()
  })
})

test('a process that stands still in a transaction holds up who writes, while reading and all else go on', async () => {
  await fill(1)
  const store = await openStore({ url: file })
  const stalled = startProcess(['stall', file])
  expect(await stalled.line()).toBe('stalling')
  await stopped(stalled.pid)
  const settled = store.settle()
  await store.ping()
  expect(await store.findDossier('one-stop', 'STALLED')).toBeUndefined()
  stalled.signal('SIGCONT')
  expect(await settled).toBeGreaterThan(0)
  await stalled.rest()
  expect(await store.findDossier('one-stop', 'STALLED')).toBeDefined()
  await store.close()
})

/** Waits until a process was stopped: the letter after its name in /proc. */
async function stopped(pid: number): Promise<void> {
  const state = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]
  await expect.poll(state, { timeout: 300_000 }).toBe('T')
}

describe('the URL of a store', () => {
  test.each(['mysql://root:secret@db/cchc', 'sqlite:', '', 'postgres://[bad'])(
    '%o is refused before anything is opened',
    async (url) => {
      const failure = await openStore({ url }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(ConfigError)
      const { message, fix, faults } = failure as ConfigError
      expect(fix).toContain('sqlite:PATH')
      expect(faults).toMatchObject([{ path: 'url' }])
      expect([message, JSON.stringify(faults)].join()).not.toContain('secret')
    },
  )

  test('may be a path, or name its kind, with one slash or three', async () => {
    mkdirSync(join(folder, 'data'))
    for (const url of [`${folder}/a.db`, `sqlite:${folder}/a.db`, `sqlite://${folder}/a.db`]) {
      const store = await openStore({ url })
      await finish(await begin(store))
      await store.close()
    }
    const store = await openStore({ url: `${folder}/a.db` })
    expect((await store.listRuns()).items).toHaveLength(3)
    await store.close()
  })
})

test.each(['sqlite::memory:', 'sqlite:file:hub.db', 'sqlite:hub.db?mode=ro', 'sqlite:'])(
  '%s is no file that every command and thread would find',
  async (url) => {
    await expect(openStore({ url })).rejects.toBeInstanceOf(ConfigError)
  },
)
