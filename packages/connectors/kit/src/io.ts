/** How an answer is handed out: as text, decoded by its mark, header or declaration, or as the bytes that came. */
interface Bodies {
  readonly text: string
  readonly bytes: Uint8Array
}

/**
 * One HTTP request to a portal. `query` and `form` are encoded by the kit; secrets belong into headers or body, never into
 * `url`. At most one of `json`, `form`, `xml` and `raw` is its body.
 */
export interface HttpRequest<A extends keyof Bodies = keyof Bodies> {
  readonly method?: 'GET' | 'POST'
  /** Absolute, or relative to `Http`'s base. */
  readonly url: string
  readonly query?: Readonly<Record<string, string | number>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** A document, sent as `application/xml` in UTF-8 unless a header says otherwise. */
  readonly xml?: string
  readonly raw?: { readonly type: string; readonly content: string | Uint8Array }
  /** Headers that are made for each attempt of what is sent, such as a signature with its instant. */
  readonly sign?: (sent: SentRequest) => Readonly<Record<string, string>>
  /** Statuses that count as success; 200 alone unless named. Everything else throws a typed error. */
  readonly accept?: readonly number[]
  /** Less than the time-out of the source, in milliseconds; more is cut to it. */
  readonly timeoutMs?: number
  /** Text unless stated. */
  readonly as?: A
}

/** What goes over the wire, as far as it can be signed. `path` is with the query. */
export interface SentRequest {
  readonly method: string
  readonly path: string
  readonly body: string | Uint8Array
}

/** A portal's answer. Header names are lower case. */
export interface HttpResponse<A extends keyof Bodies = 'text'> {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Bodies[A]
}

/**
 * HTTP with everything a polite client owes a portal: time-outs, retry with backoff and jitter, Retry-After,
 * rate and concurrency limits, a response size cap, an honest User-Agent. Throws PortalUnavailable, PortalThrottled,
 * PortalDenied or PortalChanged; messages hold method, host, path and status, never queries or bodies.
 */
export interface Http {
  /**
   * What `parse` makes of an accepted answer. It is part of the attempt: a PortalUnavailable that it throws (as `parseJson`
   * and the XML readers do for a cut body or a web page) is tried again, every other throw ends the request.
   */
  read<T, A extends keyof Bodies = 'text'>(
    request: HttpRequest<A>,
    parse: (answer: HttpResponse<A>) => T,
  ): Promise<T>
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
