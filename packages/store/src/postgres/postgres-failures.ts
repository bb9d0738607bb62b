import { say } from '@cchc/domain'
import type { Failure } from '../dialect.ts'

type Explain = (at: { readonly target: string; readonly code: string }) => Failure

const unreachable: Explain = (at) => ({
  message: say('The PostgreSQL server {target} cannot be reached ({code}).', at),
  fix: say(
    'Check that the server runs and that host, port and firewall are right, then run the same command again.',
  ),
})

const denied: Explain = (at) => ({
  message: say(
    'The PostgreSQL server {target} refused the user name or the password ({code}).',
    at,
  ),
  fix: say(
    'Check the user and the password in the database URL and the server access rules (pg_hba.conf).',
  ),
})

/** By SQLSTATE or the operating system's code; the longest beginning that matches decides. */
const FAILURES: Readonly<Record<string, Explain>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  EPIPE: unreachable,
  CONNECTION_LOST: unreachable,
  '08': unreachable,
  '28': denied,
  '3D': (at) => ({
    message: say('The PostgreSQL server {target} has no database of this name ({code}).', at),
    fix: say('Create it (createdb), or correct the name in the database URL.'),
  }),
  '25006': (at) => ({
    message: say('The PostgreSQL server {target} can only be read ({code}).', at),
    fix: say('Configure the primary server instead of a read-only replica.'),
  }),
  '42501': (at) => ({
    message: say('The PostgreSQL server {target} does not let this user do this ({code}).', at),
    fix: say('Give the user the right to create and change tables in this database.'),
  }),
  '53100': (at) => ({
    message: say('The PostgreSQL server {target} has no disk space left ({code}).', at),
    fix: say(
      'Free some space on the server and run the same command again; nothing committed is lost.',
    ),
  }),
  '53': (at) => ({
    message: say('The PostgreSQL server {target} is out of connections or memory ({code}).', at),
    fix: say(
      'Close other connections or raise the server limits, then run the same command again.',
    ),
  }),
  '57': (at) => ({
    message: say('The PostgreSQL server {target} is shutting down or starting up ({code}).', at),
    fix: say('Wait until it is up and run the same command again.'),
  }),
  XX001: (at) => ({
    message: say('The PostgreSQL server {target} reports damaged data ({code}).', at),
    fix: say('Restore the database from a backup.'),
  }),
}

const other: Explain = (at) => ({
  message: say('The PostgreSQL server {target} refused a statement ({code}).', at),
  fix: say('Check that the tables were made by CCHC Hub and that no other program changed them.'),
})

/** What an error of the driver or the server means for a person; undefined for an error of ours. */
export function explainPostgresFailure(
  error: Error & { readonly code?: unknown },
  target: string,
): Failure | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  const explain = FAILURES[code] ?? FAILURES[code.slice(0, 2)] ?? other
  return explain({ target, code })
}

/** What the driver says of a broken or slow connection, in words only. */
const LOST =
  /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error)/i

function codeOf(error: Error & { readonly code?: unknown }): string | undefined {
  if (LOST.test(error.message)) return 'CONNECTION_LOST'
  const code = typeof error.code === 'string' ? error.code : ''
  return code in FAILURES || /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}
