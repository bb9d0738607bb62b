import { StoreError } from '@cchc/domain'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../src/index.ts'
import { batch, dossiers, FIRST_DAY } from './suite/dossiers.ts'
import { begin } from './suite/fixture.ts'
import { type PostgresServer, startPostgres } from './testing/index.ts'

let server: PostgresServer
let url: string

beforeAll(async () => {
  server = await startPostgres()
  url = await server.url('cchc_failing')
})

afterAll(() => server?.stop())

function changed(change: (parts: URL) => void): string {
  const parts = new URL(url)
  change(parts)
  return parts.href
}

async function openingFails(wrong: string): Promise<StoreError> {
  const failure = await openStore({ url: wrong }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StoreError)
  const { message, fix, cause } = failure as StoreError
  const all = [message, fix, String((cause as Error).message), (cause as Error).stack].join()
  expect(all).not.toContain(new URL(wrong).password)
  return failure as StoreError
}

describe('a PostgreSQL store tells what is wrong and what to do, without the password', () => {
  test('when nothing listens', async () => {
    const failure = await openingFails(
      changed((parts) => {
        parts.port = '1'
      }),
    )
    expect(failure.message).toMatch(/cannot be reached \(ECONNREFUSED\)/)
    expect(failure.fix).toContain('Check that the server runs')
  })

  test('when the password is wrong', async () => {
    const failure = await openingFails(
      changed((parts) => {
        parts.password = 'wrong-password'
      }),
    )
    expect(failure.message).toMatch(/refused the user name or the password \(28P01\)/)
  })

  test('when the database does not exist', async () => {
    const failure = await openingFails(
      changed((parts) => {
        parts.pathname = '/no_such_database'
      }),
    )
    expect(failure.message).toMatch(/no_such_database has no database of this name \(3D000\)/)
    expect(failure.fix).toContain('createdb')
  })

  test('when the user may not write', async () => {
    await execute(`create role reader login password 'reader-password'`)
    const failure = await openingFails(
      changed((parts) => {
        parts.username = 'reader'
        parts.password = 'reader-password'
      }),
    )
    expect(failure.message).toMatch(/does not let this user do this \(42501\)/)
  })

  test('when the server breaks the connections, after which the store goes on', async () => {
    const store = await openStore({ url })
    const run = await begin(store)
    await run.commit(batch(dossiers(5001)))
    const scan = store.scanDossiers({ from: 0, to: FIRST_DAY })[Symbol.asyncIterator]()
    expect((await scan.next()).value).toHaveLength(5000)
    await execute(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await expect(scan.next()).rejects.toThrow(StoreError)
    await expect.poll(() => store.ping().then(() => 'answers', nameOf)).toBe('answers')
    expect(await run.commit(batch(dossiers(5002)))).toMatchObject({ unchanged: 5001, new: 5002 })
    await store.close()
  })
})

/** A connection that broke without the pool's knowing is told as a StoreError, once. */
function nameOf(error: unknown): string {
  expect(error).toBeInstanceOf(StoreError)
  return 'fails'
}

async function execute(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
