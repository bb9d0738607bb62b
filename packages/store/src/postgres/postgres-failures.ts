import { type CertificateFault, certificateFault, type Message, say } from '@cchc/domain'
import type { Failure } from '../dialect.ts'
import { codeByWords } from './bounded-pool.ts'

type Explain = (at: { readonly target: string; readonly code: string }) => Failure

const unreachable: Explain = (at) => ({
  message: say('The PostgreSQL server {target} cannot be reached ({code}).', at),
  fix: say(
    'Check that the server runs and that host, port and firewall are right, then run the same command again.',
  ),
})

const broken: Explain = (at) => ({
  message: say('The connection to the PostgreSQL server {target} broke ({code}).', at),
  fix: say('Run the same command again; nothing that was committed is lost.'),
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

const blocked: Explain = (at) => ({
  message: say(
    'On the PostgreSQL server {target} another process was in the way for too long ({code}).',
    at,
  ),
  fix: say('Run the same command again; cchc runs shows what is at work.'),
})

const foreign: Explain = (at) => ({
  message: say('What answers at {target} is no PostgreSQL server ({code}).', at),
  fix: say('Check host and port in the database URL.'),
})

/** By SQLSTATE, the operating system's code or one for the driver's words; the longest beginning that matches decides. */
const FAILURES: Readonly<Record<string, Explain>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: broken,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  EPIPE: broken,
  CONNECTION_LOST: broken,
  '08': unreachable,
  '08P01': (at) => ({
    message: say(
      'What stands before the PostgreSQL server {target} refuses a session ({code}).',
      at,
    ),
    fix: say(
      'With PgBouncer, set ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout, options.',
    ),
  }),
  '28': denied,
  SASL: denied,
  NO_TLS: (at) => ({
    message: say('The PostgreSQL server {target} speaks no TLS, though the URL asks for it.', at),
    fix: say(
      'Have TLS switched on at the server; where the network can be trusted, take sslmode out of the database URL.',
    ),
  }),
  NOT_POSTGRESQL: foreign,
  ENOENT: (at) => ({
    message: say('A file of certificates that the database URL names is not there ({code}).', at),
    fix: say('Correct sslrootcert, sslcert or sslkey in the database URL.'),
  }),
  CONNECT_FAILED: (at) => ({
    message: say('No connection to the PostgreSQL server {target} can be made ({code}).', at),
    fix: say('Check host and port in the database URL, and that the server runs.'),
  }),
  POOL_BUSY: (at) => ({
    message: say('All connections to the PostgreSQL server {target} are in use ({code}).', at),
    fix: say('Wait until other work is done and run the same command again.'),
  }),
  NO_ANSWER: (at) => ({
    message: say('The PostgreSQL server {target} did not answer in time ({code}).', at),
    fix: say('Check the network to the server, then run the same command again.'),
  }),
  '25P03': (at) => ({
    message: say(
      'The PostgreSQL server {target} ended a transaction in which this process stood still ({code}).',
      at,
    ),
    fix: say('Run the same command again; nothing that was committed is lost.'),
  }),
  '40': blocked,
  '55P03': blocked,
  '57014': (at) => ({
    message: say('The PostgreSQL server {target} took too long for a statement ({code}).', at),
    fix: say(
      'Run the same command again when the server has less to do, or raise statement_timeout and query_timeout in the database URL.',
    ),
  }),
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

const TLS_FIXES: Readonly<Record<CertificateFault['remedy'], Message>> = {
  trust: say(
    'Get the certificate of its authority from the administrator of the server, check it, and add sslrootcert=FILE to the database URL.',
  ),
  name: say(
    'Write the host name for which the certificate was made into the database URL, or have the certificate corrected.',
  ),
  renew: say('Have the certificate of the server renewed; check the clock of this machine, too.'),
  plain: say('Check host and port in the database URL.'),
  client: say(
    'Add the certificate and the key that the administrator of the server gave you to the database URL: sslcert=FILE and sslkey=FILE.',
  ),
}

/** What an error of the driver, of TLS or of the server means for a person; undefined for an error of ours. */
export function explainPostgresFailure(
  error: Error & { readonly code?: unknown },
  target: string,
): Failure | undefined {
  const code = codeOf(error)
  const fault = certificateFault({ code, message: error.message })
  if (fault) {
    const { reason, remedy } = fault
    const message = say('The PostgreSQL server {target}: {reason}.', { target, reason })
    return { message, fix: TLS_FIXES[remedy] }
  }
  const known = FAILURES[code] ?? FAILURES[code.slice(0, 2)]
  const explain = known ?? (/^[0-9A-Z]{5}$/.test(code) ? other : undefined)
  return explain?.({ target, code })
}

function codeOf(error: Error & { readonly code?: unknown }): string {
  return typeof error.code === 'string' ? error.code : (codeByWords(error) ?? '')
}
