/** What a span says: ids, templates and counts; nothing of persons, no figures, no parameters of questions. */
export type SpanFacts = Readonly<Record<string, string | number>>

/** A piece of work that is timed. */
export interface NewSpan {
  readonly name: string
  readonly facts?: SpanFacts
  /** `server` = somebody else asked for it, `client` = somebody else is asked. */
  readonly kind?: 'server' | 'client'
  /** The `traceparent` (W3C) of whoever asked; the span around it unless given, or where it is malformed. */
  readonly parent?: string | undefined
}

/** A span that goes on. */
export interface OpenSpan {
  /** Adds what came up. */
  note(facts: SpanFacts): void
  rename(name: string): void
  /** It failed, though nothing was thrown. */
  fail(): void
}

/** Times work and tells it to whoever watches. */
export interface Tracing {
  /** Does work as a span; a throw marks it as failed and goes on. */
  span<T>(span: NewSpan, work: (span: OpenSpan) => Promise<T>): Promise<T>
  /** What another process or thread has to know to go on with the trace. */
  traceparent(): string | undefined
  /** Sends what was not sent yet, for a few seconds at most. */
  close(): Promise<void>
}

const UNSEEN: OpenSpan = { note: () => undefined, rename: () => undefined, fail: () => undefined }

/** Nobody watches. */
export const NO_TRACING: Tracing = {
  span: (_, work) => work(UNSEEN),
  traceparent: () => undefined,
  close: async () => undefined,
}
