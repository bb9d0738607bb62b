/** One HTTP request to a portal. `query` and `form` are encoded by the kit; secrets belong into headers or body, never into `url`. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST'
  /** Absolute, or relative to `Http`'s base. */
  readonly url: string
  readonly query?: Readonly<Record<string, string | number>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** Statuses that count as success; 200 alone unless named. Everything else throws a typed error. */
  readonly accept?: readonly number[]
  /**
   * Judges an accepted answer inside the retry loop: a PortalUnavailable that it throws is retried like a cut body,
   * every other throw ends the request.
   */
  readonly inspect?: (response: HttpResponse) => void
}

/** A portal's answer as text, decoded by its mark, header or declaration. Header names are lower case. */
export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * HTTP with everything a polite client owes a portal: time-outs, retry with backoff and jitter, Retry-After,
 * rate and concurrency limits, a response size cap, an honest User-Agent. Throws PortalUnavailable, PortalThrottled,
 * PortalDenied or PortalChanged; messages hold method, host, path and status, never queries or bodies.
 */
export interface Http {
  request(request: HttpRequest): Promise<HttpResponse>
}

/** Writes one line for operators; the message is constant words, what varies belongs into `facts`, which never hold records. */
export interface Log {
  debug(message: string, facts?: Readonly<Record<string, unknown>>): void
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
}

/** Everything outside memory that a connector may touch. */
export interface Io {
  readonly http: Http
  readonly log: Log
  /** The clock, epoch ms. */
  now(): number
  readonly signal: AbortSignal
}
