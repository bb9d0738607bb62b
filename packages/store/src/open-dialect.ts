import { ConfigError, type Message, say } from '@cchc/domain'
import type { Dialect } from './dialect.ts'
import type { SqliteUse } from './sqlite/sqlite-dialect.ts'
import { toStoreError } from './store-failure.ts'

/** Loads only the driver that the URL needs. */
export async function openDialect(url: string, use: SqliteUse = {}): Promise<Dialect> {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'postgres':
    case 'postgresql':
      return openPostgresUrl(url)
    case 'sqlite':
      return openSqliteFile(url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, ''), use)
    case undefined:
      return openSqliteFile(url, use)
    default:
      throw badUrl(say('there is no database of kind {kind}', { kind: scheme }))
  }
}

async function openSqliteFile(path: string, use: SqliteUse): Promise<Dialect> {
  if (path === '') throw badUrl(say('the path is missing'))
  if (path.startsWith(':')) {
    throw badUrl(say('a database in memory is gone when the command ends, and no thread shares it'))
  }
  if (/^file:|\?\w+=/.test(path))
    throw badUrl(say('write the path alone, without file: and options'))
  const { openSqlite } = await import('./sqlite/sqlite-dialect.ts')
  const { explainSqliteFailure } = await import('./sqlite/sqlite-failures.ts')
  try {
    return await openSqlite(path, use)
  } catch (error) {
    throw toStoreError((thrown) => explainSqliteFailure(thrown, path), error)
  }
}

async function openPostgresUrl(url: string): Promise<Dialect> {
  if (!URL.canParse(url)) throw badUrl(say('the PostgreSQL URL cannot be read'))
  const { openPostgres } = await import('./postgres/postgres-dialect.ts')
  return openPostgres(url)
}

function badUrl(reason: Message): ConfigError {
  return new ConfigError(say('The database URL is wrong: {reason}.', { reason }), {
    faults: [{ path: 'url', message: reason }],
    fix: say('Write sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE.'),
  })
}
