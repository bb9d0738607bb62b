import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { StoreError } from '@cchc/domain'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { EXPIRED, KEY, OTHER_HOST, SELF_SIGNED } from '../../connectors/kit/test/certificates.ts'
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
  expect(all).not.toContain(new URL(wrong).password || 'password=')
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

  test.each([
    ['sslmode=verify-full', 'speaks no TLS', 'sslmode'],
    ['sslmode=verify-full&sslrootcert=/no/such.pem', 'is not there (ENOENT)', 'sslrootcert'],
    ['password=', 'refused the user name or the password (SASL)', 'password'],
  ])('when the URL says %s', async (query, told, fix) => {
    const failure = await openingFails(
      changed((parts) => {
        parts.search = query
        if (query === 'password=') parts.password = ''
      }),
    )
    expect(failure.message).toContain(told)
    expect(failure.fix).toContain(fix)
  })

  test.each([
    [
      'of an authority that nobody knows',
      SELF_SIGNED,
      'an authority that this machine does not know',
      'sslrootcert',
    ],
    ['of other days', EXPIRED, 'has expired (CERT_HAS_EXPIRED)', 'clock'],
    ['of another host', OTHER_HOST, 'is for another host name', 'host name'],
  ])('when its certificate is %s', async (_, cert, told, fix) => {
    const file = join(mkdtempSync(join(tmpdir(), 'cchc-authority-')), 'authority.pem')
    writeFileSync(file, cert)
    onTestFinished(() => rmSync(dirname(file), { recursive: true }))
    const port = await serveTls(cert)
    const failure = await openingFails(
      changed((parts) => {
        parts.port = String(port)
        parts.search = `sslmode=verify-full${cert === SELF_SIGNED ? '' : `&sslrootcert=${file}`}`
      }),
    )
    expect(failure.message).toContain(told)
    expect(failure.fix).toContain(fix)
  })

  test.each([
    ['sslmode=verify-full', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'is no PostgreSQL server'],
    ['', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'can be made (CONNECT_FAILED)'],
    ['', '', 'can be made (CONNECT_FAILED)'],
  ])('when something else answers, %s: %j', async (query, answer, told) => {
    const port = await serve((socket) => socket.once('data', () => socket.end(answer)))
    const failure = await openingFails(
      changed((parts) => {
        parts.port = String(port)
        parts.search = query
      }),
    )
    expect(failure.message).toContain(told)
    expect(failure.fix).toContain('URL')
  })

  test('when the host has no address', async () => {
    const failure = await openingFails(
      changed((parts) => {
        parts.hostname = 'no-such-host.invalid'
      }),
    )
    expect(failure.message).toMatch(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/)
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

/** Agrees to TLS as PostgreSQL does, with a certificate of its own, and says nothing more. */
function serveTls(cert: string): Promise<number> {
  return serve((socket) =>
    socket.once('data', () => {
      socket.write('S')
      const secure = new TLSSocket(socket, { isServer: true, key: KEY, cert })
      secure.on('error', () => socket.destroy())
    }),
  )
}

async function serve(speak: (socket: Socket) => void): Promise<number> {
  const listening = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    speak(socket)
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void listening.close())
  return (listening.address() as AddressInfo).port
}

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
