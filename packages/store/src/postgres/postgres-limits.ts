/**
 * How long anything on a connection may take, in milliseconds; nothing waits longer than a run's lease lasts. The URL of
 * the database may say otherwise: `?statement_timeout=600000&query_timeout=610000`.
 */
export const POSTGRES_LIMITS = {
  connectionTimeoutMillis: 10_000,
  /** A process that stands still within a transaction is put out of it, since it holds locks. */
  idle_in_transaction_session_timeout: 60_000,
  /** Longer than the one before, so that whoever waits for such a process gets his turn. */
  lock_timeout: 70_000,
  statement_timeout: 80_000,
  /** What the server has not answered until then it does not answer any more. */
  query_timeout: 90_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  /** The server drops a peer that is gone, or that takes none of what it is sent. */
  options: [
    'tcp_keepalives_idle=10',
    'tcp_keepalives_interval=10',
    'tcp_keepalives_count=3',
    'tcp_user_timeout=60000',
  ]
    .map((setting) => `-c ${setting}`)
    .join(' '),
} as const
