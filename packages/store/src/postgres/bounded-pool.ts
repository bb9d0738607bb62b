import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

/**
 * A pool that gives up a connection whose server was silent for too long, so that nobody else gets it. Whatever a
 * connection ended of is told by the next statement on it. An error of connecting bears the code of the server or the
 * system, or one for the driver's words.
 */
export function openBoundedPool(config: pg.PoolConfig): PostgresPool {
  const pool = new pg.Pool(config)
  // Lost connections are replaced by the pool; without a listener the event itself would end the process.
  pool.on('error', () => {})
  return {
    options: {},
    end: () => pool.end(),
    async connect() {
      try {
        return lend(await pool.connect())
      } catch (error) {
        throw withCode(error as Error)
      }
    },
  }
}

function lend(client: pg.PoolClient): PostgresPoolClient {
  let lost: Error | undefined
  const lose = (error: Error) => {
    lost ??= error
  }
  client.on('error', lose)
  const query = async (statement: string, parameters: readonly unknown[]) => {
    if (lost) throw lost
    try {
      return await client.query(statement, [...parameters])
    } catch (error) {
      if (codeByWords(error as Error) === 'NO_ANSWER') lose(error as Error)
      throw lost ?? error
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release(destroy) {
      client.off('error', lose)
      client.release(lost ?? destroy)
    },
  }
}

/** What the driver says in words only. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^query read timeout/i, 'NO_ANSWER'],
  [/^timeout exceeded when trying to connect/i, 'POOL_BUSY'],
  [/^(connection terminated due to connection timeout|timeout expired)/i, 'ETIMEDOUT'],
  [/^(connection terminated|client has encountered a connection error)/i, 'CONNECTION_LOST'],
  [/does not support SSL/i, 'NO_TLS'],
  [/^SASL/, 'SASL'],
  [/^(received (invalid|unexpected)|there was an error establishing an SSL)/i, 'NOT_POSTGRESQL'],
]

/** A code for what the driver tells without one. */
export function codeByWords({ message }: Error): string | undefined {
  return WORDS.find(([words]) => words.test(message))?.[1]
}

function withCode(error: Error & { code?: unknown }): Error {
  const words = codeByWords(error) ?? 'CONNECTION_LOST'
  error.code ??= words === 'CONNECTION_LOST' ? 'CONNECT_FAILED' : words
  return error
}
