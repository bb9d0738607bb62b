import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { type PostgresServer, startPostgres } from '../src/testing/index.ts'
import { testStore } from './suite/index.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(() => server?.stop())

describe('PostgreSQL', () => {
  testStore(() => ({
    create: () => server.url('cchc_store'),
    async query(url, statement) {
      const client = new pg.Client({ connectionString: url, types: { getTypeParser } })
      await client.connect()
      try {
        return (await client.query(statement)).rows
      } finally {
        await client.end()
      }
    },
  }))
})

const getTypeParser = ((oid: number) =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, 'text')) as typeof pg.types.getTypeParser
