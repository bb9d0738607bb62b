import { isAppError, RunConflict } from '@cchc/domain'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openStore, type Store, type StoreOptions } from '../src/index.ts'
import { LEASE_MS } from '../src/lease.ts'
import { openPostgres } from '../src/postgres/postgres-dialect.ts'
import { POSTGRES_LIMITS } from '../src/postgres/postgres-limits.ts'
import { openPath } from './silent-path.ts'
import { batch, dossier } from './suite/dossiers.ts'
import { begin, finish } from './suite/fixture.ts'
import { startProcess } from './suite/other-process.ts'
import { type PostgresServer, startPostgres } from './testing/index.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())

async function open(url: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ url, ...options })
  onTestFinished(() => store.close())
  return store
}

function withLimit(url: string, limits: Readonly<Record<string, number>>): string {
  const parts = new URL(url)
  for (const [name, value] of Object.entries(limits)) parts.searchParams.set(name, `${value}`)
  return parts.href
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'done',
    (thrown: unknown) => thrown,
  )
  if (!isAppError(error)) return String(error)
  expect(error.fix).toBeTruthy()
  return /\(([0-9A-Z_]+)\)\.$/.exec(error.message)?.[1] ?? error.message
}

test('every session has its limits, none longer than a lease, and the URL may say otherwise', async () => {
  const url = await server.url('cchc_limits')
  const names = [
    'idle_in_transaction_session_timeout',
    'lock_timeout',
    'statement_timeout',
  ] as const
  const shown = async (of: string, name: string) => {
    const dialect = openPostgres(of)
    const { rows } = await sql<{ setting: number }>`select cast(setting as integer) as setting
      from pg_settings where name = ${name}`.execute(dialect.reader)
    await dialect.close()
    return rows[0]?.setting
  }
  for (const name of names) {
    expect(await shown(url, name)).toBe(POSTGRES_LIMITS[name])
    expect(POSTGRES_LIMITS[name]).toBeLessThan(LEASE_MS)
    expect(await shown(withLimit(url, { [name]: 1234 }), name)).toBe(1234)
  }
  expect(POSTGRES_LIMITS.lock_timeout).toBeGreaterThan(
    POSTGRES_LIMITS.idle_in_transaction_session_timeout,
  )
  expect(POSTGRES_LIMITS.query_timeout).toBeGreaterThan(POSTGRES_LIMITS.statement_timeout)
  expect(POSTGRES_LIMITS.query_timeout).toBeLessThanOrEqual(LEASE_MS)
  expect(await shown(url, 'tcp_user_timeout')).toBeGreaterThanOrEqual(0)
})

test('a process that stands still in a transaction holds up nobody for longer than its limit', async () => {
  const url = await server.url('cchc_stalled')
  const store = await open(url)
  const stalled = startProcess([
    'stall',
    withLimit(url, { idle_in_transaction_session_timeout: 1000 }),
  ])
  onTestFinished(() => stalled.kill())
  expect(await stalled.line()).toBe('stalling')
  await holdsLease(url)
  // The takeover waits for the row of the lease, the others for everything that commits.
  await expect(begin(store)).rejects.toThrow(RunConflict)
  expect(await store.settle()).toBeGreaterThan(0)
  expect(await store.saveDocument(plan, { by: 'Lan' })).toBe(true)
  await execute(url, 'update lease set expires_at = 0')
  const next = await begin(store)
  await next.commit(batch([dossier('NEXT')]))
  await finish(next)
  stalled.signal('SIGCONT')
  const told = JSON.parse((await stalled.rest()).at(-1) ?? '')
  expect(told).toMatchObject({ code: 'store_failed', fix: expect.stringContaining('again') })
  expect(await store.findDossier('one-stop', 'STALLED')).toBeUndefined()
})

test('a lock that is never let go, and a statement that never ends, are told as what they are', async () => {
  const url = await server.url('cchc_locked')
  await open(url)
  const limited = (limits: Readonly<Record<string, number>>) => open(withLimit(url, limits))
  const impatient = await limited({ lock_timeout: 500 })
  const short = await limited({ statement_timeout: 500 })
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  onTestFinished(() => holder.end())
  await holder.query('begin; lock table lease in exclusive mode')
  expect(await codeOf(impatient.settle())).toBe('55P03')
  expect(await codeOf(short.settle())).toBe('57014')
  await holder.query('rollback')
  expect(await impatient.settle()).toBeGreaterThan(0)
})

test('after questions that a silent path swallowed the same store goes on', async () => {
  const path = await openPath(await server.url('cchc_silent'))
  onTestFinished(() => path.close())
  const store = await open(withLimit(path.url, { query_timeout: 2000 }))
  const run = await begin(store)
  path.silent(true)
  const lost = [
    run.commit(batch([dossier('LOST')])),
    ...Array.from({ length: 11 }, () => store.ping()),
  ]
  const codes = await Promise.all(lost.map(codeOf))
  expect(new Set(codes)).toContain('NO_ANSWER')
  for (const code of codes) expect(code).toMatch(/^(NO_ANSWER|POOL_BUSY|CONNECTION_LOST)$/)
  path.silent(false)
  await expect.poll(() => codeOf(store.ping()), { timeout: 300_000 }).toBe('done')
  await run.commit(batch([dossier('KEPT')]))
  await finish(run)
  expect(await store.findDossier('one-stop', 'KEPT')).toBeDefined()
})

const plan = { kind: 'plan', organisation: 'H99', year: 2022, content: {}, origin: null } as const

/** Waits until the other process is within its commit, which begins by renewing its lease. */
async function holdsLease(url: string): Promise<void> {
  const stopped = "select 1 from pg_stat_activity where state = 'idle in transaction'"
  await expect.poll(() => execute(url, stopped), { timeout: 300_000 }).toHaveLength(1)
}

async function execute(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
