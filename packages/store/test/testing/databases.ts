import { type PostgresServer, startPostgres } from './postgres.ts'

/** Gives the URL of an empty database at each call, until it is stopped. */
export type TestDatabases = Pick<PostgresServer, 'url' | 'stop'>

const sqlite: TestDatabases = { url: async () => 'sqlite:cchc.db', stop: async () => undefined }

/** Both databases that a hub works on, for one suite; that of SQLite is a file beside the configuration, empty in a new folder. */
export const BOTH_DATABASES: readonly [string, () => Promise<TestDatabases>][] = [
  ['SQLite', async () => sqlite],
  ['PostgreSQL', startPostgres],
]
