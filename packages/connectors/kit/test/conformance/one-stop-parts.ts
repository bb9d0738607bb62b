import type { PortalComparison } from '@cchc/domain/reconcile'
import { z } from 'zod'
import {
  type CursorStep,
  type HttpIo,
  HttpLimits,
  type HttpSource,
  type Page,
  type ReadRequest,
} from '../../src/index.ts'

export const Config = z.object({
  baseUrl: z.url(),
  username: z.string(),
  password: z.string().meta({ secret: true }),
  since: z.string(),
  http: HttpLimits.prefault({}),
})
export type Config = z.output<typeof Config>

const Pass = z.object({ startedAt: z.iso.datetime(), window: z.int(), start: z.int() })
export const Cursor = z.object({
  completeSince: z.iso.datetime().nullable(),
  pass: Pass.nullable(),
})
export type Cursor = z.output<typeof Cursor>
export const OldCursor = z.object({ since: z.iso.datetime() })

export type Row = Readonly<Record<string, unknown>>
export type Query = Readonly<Record<string, string | number>>
export const Answer = z.object({ total: z.int(), rows: z.array(z.unknown()) })
export type Answer = z.output<typeof Answer>

export interface Asked {
  readonly path: string
  readonly query: Query
}

/** What a connector is made of; a planted bug is another one of these. */
export interface Parts {
  readonly config: z.ZodType<HttpSource>
  readonly cursor: z.ZodType
  readonly cursorSteps: readonly CursorStep[]
  readonly phrases: Readonly<Record<string, string>>
  readonly id: string
  readonly key: readonly string[]
  readonly contract: number
  readonly hosts: () => readonly string[]
  readonly compares: readonly PortalComparison[] | undefined
  /** Sends one request with a token; undefined where the portal no longer knows it. */
  send(io: HttpIo, asked: Asked & { token: string }): Promise<Answer | undefined>
  login(io: HttpIo, config: Config): Promise<string>
  /** Answers with a token that is good. */
  fetch(parts: Parts, client: Client, asked: Asked): Promise<Answer>
  time(text: unknown): number | null
  dossier(parts: Parts, row: Row): object
  version(parts: Parts, row: Row): number
  map(rows: readonly Row[], map: (row: Row) => object): object[]
  windows(from: string, to: string): { from: string; to: string }[]
  list(parts: Parts, client: Client, list: { query: Query; start: number }): AsyncIterable<Rows>
  fields(
    parts: Parts,
    client: Client,
  ): AsyncIterable<{ records: readonly object[]; total?: number }>
  read(parts: Parts, client: Client, request: ReadRequest<Cursor>): AsyncIterable<DossierPage>
  /** Some days only, beside the main position. */
  days(parts: Parts, client: Client, request: DaysRequest): AsyncIterable<DossierPage>
  whole(parts: Parts, client: Client, cursor: Cursor): AsyncIterable<DossierPage>
  /** The days that a reading is split into, and the cursor behind them. */
  split(
    client: Client,
    asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  ): { readonly days: Days; readonly rest: unknown } | undefined
  window(
    parts: Parts,
    client: Client,
    window: Days & { readonly cursor: Cursor | undefined },
  ): AsyncIterable<DossierPage>
  /** Whether a list was read from its beginning, and is one of days. */
  isWhole(query: Query, start: number): boolean
  startOf(io: HttpIo): string
  /** The cursor of the last page. */
  last(io: HttpIo, startedAt: string): unknown
  pageCursor(cursor: Cursor, pass: NonNullable<Cursor['pass']>): unknown
  lookup(parts: Parts, client: Client, codes: readonly string[]): AsyncIterable<readonly object[]>
  check(parts: Parts, client: Client): Promise<void>
  open(parts: Parts, client: Client): Readonly<Record<string, object>>
}

type DaysRequest = ReadRequest<Cursor> & { readonly cursor: Cursor }

export interface Rows {
  readonly rows: readonly Row[]
  readonly next: number
}

export interface DossierPage {
  readonly records: readonly object[]
  readonly cursor: unknown
  readonly whole?: Days
}

export type Days = NonNullable<Page['whole']>

export interface Client {
  readonly io: HttpIo
  readonly config: Config
  token: string | undefined
  /** The first login, which all requests wait for that come meanwhile. */
  opening?: Promise<string> | undefined
}
