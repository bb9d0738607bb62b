import type { PiecewiseBody } from './body-pieces.ts'

/** How an answer is handed out: as text, decoded by its mark, header or declaration, as the bytes that came, or to be decoded piece by piece. */
interface Bodies {
  readonly text: string
  readonly bytes: Uint8Array
  readonly pieces: PiecewiseBody
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

/** One file of a source; `path` is relative to its folder, with `/` between the parts, in NFC. */
export interface SourceFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Of what it holds, in lower-case hex; of a file that is too large to be read, of its size and its date. */
  readonly sha256: string
  /** Epoch ms. */
  readonly modifiedAt: number
}

/**
 * The files of a source, within the limits of its configuration. Links are not followed, and names that begin with a dot
 * are left out. Throws PortalUnavailable, PortalDenied or PortalChanged, with the path of the file.
 */
export interface Files {
  /** All files in the order of their paths. */
  list(): Promise<readonly SourceFile[]>
  /** What a listed file holds; throws where it is no longer what was listed. */
  read(file: SourceFile): Promise<Uint8Array>
}

/** What every connector that reads may touch outside memory, whatever its kind. */
export interface Io {
  readonly log: Log
  /** The clock, epoch ms. */
  now(): number
  readonly signal: AbortSignal
  /** Waits; throws RunInterrupted as soon as the run is stopped. */
  sleep(ms: number): Promise<void>
  /** Keeps a secret that only came up now, such as a token, out of logs and errors; returns it. */
  secret(value: string): string
}

/** Everything outside memory that a connector of kind `http` may touch. */
export interface HttpIo extends Io {
  readonly http: Http
}

/** Everything outside memory that a connector of kind `files` may touch. */
export interface FilesIo extends Io {
  readonly files: Files
}
