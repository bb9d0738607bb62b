import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Row } from './suite/fixture.ts'
import { testStore } from './suite/index.ts'
import { type PostgresServer, startPostgres } from './testing/index.ts'

let server: PostgresServer
const free: string[] = []
const used: string[] = []

beforeAll(async () => {
  server = await startPostgres()
})

afterEach(() => void free.push(...used.splice(0)))

afterAll(() => server?.stop())

describe('PostgreSQL', () => {
  testStore(() => ({ create, query }))
})

/** Making a database takes longer than most tests; emptying one does not. */
async function create(): Promise<string> {
  const emptied = free.pop()
  if (emptied) await query(emptied, 'drop schema public cascade; create schema public')
  const url = emptied ?? (await server.url('cchc_store'))
  used.push(url)
  return url
}

async function query(url: string, statement: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const getTypeParser = ((oid: number) =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, 'text')) as typeof pg.types.getTypeParser
