import type { Failure } from '../dialect.ts'

const UNREACHABLE: Failure = {
  message: 'cannot be reached',
  fix: 'Check that the server runs and that host, port and firewall are right, then run the same command again.',
}

const DENIED: Failure = {
  message: 'refused the user name or the password',
  fix: 'Check the user and the password in the database URL and the server access rules (pg_hba.conf).',
}

/** By SQLSTATE or the operating system's code; the longest beginning that matches decides. */
const FAILURES: Readonly<Record<string, Failure>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  EPIPE: UNREACHABLE,
  CONNECTION_LOST: UNREACHABLE,
  '08': UNREACHABLE,
  '28': DENIED,
  '3D': {
    message: 'has no database of this name',
    fix: 'Create it (createdb), or correct the name in the database URL.',
  },
  '25006': {
    message: 'can only be read',
    fix: 'Configure the primary server instead of a read-only replica.',
  },
  '42501': {
    message: 'does not let this user do this',
    fix: 'Give the user the right to create and change tables in this database.',
  },
  '53100': {
    message: 'has no disk space left',
    fix: 'Free some space on the server and run the same command again; nothing committed is lost.',
  },
  '53': {
    message: 'is out of connections or memory',
    fix: 'Close other connections or raise the server limits, then run the same command again.',
  },
  '57': {
    message: 'is shutting down or starting up',
    fix: 'Wait until it is up and run the same command again.',
  },
  XX001: {
    message: 'reports damaged data',
    fix: 'Restore the database from a backup.',
  },
}

const OTHER: Failure = {
  message: 'refused a statement',
  fix: 'Check that the tables were made by CCHC Hub and that no other program changed them.',
}

/** What an error of the driver or the server means for a person; undefined for an error of ours. */
export function explainPostgresFailure(
  error: Error & { readonly code?: unknown },
  target: string,
): Failure | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  const failure = FAILURES[code] ?? FAILURES[code.slice(0, 2)] ?? OTHER
  return {
    message: `The PostgreSQL server ${target} ${failure.message} (${code}).`,
    fix: failure.fix,
  }
}

/** What the driver says of a broken or slow connection, in words only. */
const LOST =
  /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error)/i

function codeOf(error: Error & { readonly code?: unknown }): string | undefined {
  if (LOST.test(error.message)) return 'CONNECTION_LOST'
  const code = typeof error.code === 'string' ? error.code : ''
  return code in FAILURES || /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}
