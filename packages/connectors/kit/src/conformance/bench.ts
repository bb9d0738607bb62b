import { getResponse, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import type { Connector, HttpConnector } from '../contract/connector.ts'
import type { OpenStream, Page, ReadRequest } from '../contract/page.ts'
import type { StreamSpec } from '../contract/stream.ts'
import type { HttpSource } from '../http-limits.ts'
import { secretsOf } from '../secret.ts'
import { failureOf, withConsole } from './machine.ts'
import type { ConformanceOptions, PortalState } from './options.ts'
import { withPeople } from './people.ts'
import { type Portal, portalOf } from './portal.ts'
import { Session, type World } from './session.ts'

/** What is looked at: the connector as a whole, its `check`, or one of its streams. */
export interface Subject {
  readonly name: string
  readonly spec?: StreamSpec
  /** The stream in which single records are looked up, where that is the subject. */
  readonly lookup?: string
  /** The stream that is checked by itself, where that is the subject. */
  readonly check?: string
}

/** What came of a reading; `error` is undefined where it ended by itself. */
export interface Reading {
  readonly pages: readonly Page[]
  readonly error: unknown
  readonly session: Session
  /** Pages, counted from 1, that were changed after they had been handed out. */
  readonly changed: readonly number[]
}

interface ReadSettings extends Partial<Pick<ReadRequest<unknown>, 'cursor' | 'from' | 'to'>> {
  readonly session?: Session
  /** What is read in the place of the stream itself. */
  readonly stream?: OpenStream
  /** Called with each page, counted from 1, before the next is asked for. */
  readonly onPage?: (nth: number) => void
}

/** More pages than a test portal can have. */
export const MOST_PAGES = 10_000

/** The connector on its simulated portal: sessions, readings, and those of the healthy portal kept. */
export class Bench {
  readonly connector: HttpConnector
  readonly options: ConformanceOptions
  readonly config: HttpSource
  readonly secrets: readonly string[]
  readonly healthy: World
  /** The portal some days later; undefined where the author states none. */
  readonly later: World | undefined
  readonly #outside: ReturnType<typeof setupServer>
  readonly #kept = new Map<string, Promise<Reading>>()
  #current: Session | undefined

  constructor(connector: HttpConnector, options: ConformanceOptions) {
    this.connector = connector
    this.options = options
    this.config = connector.config.parse(options.config)
    this.secrets = secretsOf(connector.config, this.config)
    const { later, personal = [] } = options
    const stateOf = ({ handlers, now }: PortalState): World => ({
      portal: withPeople(portalOf(handlers), personal),
      now: () => now,
    })
    this.healthy = stateOf(options)
    this.later = later && stateOf(later)
    this.#outside = setupServer(
      http.all('*', async ({ request }) => {
        this.#current?.notePast(request.url)
        return (await getResponse([...options.handlers], request)) ?? HttpResponse.error()
      }),
    )
  }

  /** From here on requests that go past `io.http` are noticed, and answered by the simulated portal. */
  start(): void {
    this.#outside.listen({ onUnhandledFrame: 'bypass' })
  }

  stop(): void {
    this.#outside.close()
  }

  /** The configured address. */
  get baseUrl(): URL {
    return new URL(this.config.baseUrl)
  }

  /** The connector opened anew. */
  open(world: World = this.healthy): Session {
    const session = new Session(this, world)
    this.#current = session
    session.streams = this.connector.open(this.config, session.io)
    return session
  }

  /** The healthy portal with something done to it. */
  with(change: (portal: Portal) => Portal): World {
    return { ...this.healthy, portal: change(this.healthy.portal) }
  }

  /** Reads a stream, or does `check`, on a portal; never throws. */
  async act(subject: Subject, world: World, settings: ReadSettings = {}): Promise<Reading> {
    const { name, spec, lookup } = subject
    const session = settings.session ?? this.open(world)
    if (lookup) return readStream(session, this.#found(session, lookup), settings)
    if (spec) return readStream(session, settings.stream ?? session.streams[name], settings)
    const own = session.streams[subject.check ?? '']?.check
    const check = own ?? (() => this.connector.check(this.config, session.io))
    const error = await failureIn(session, check)
    return { pages: [], error, session, changed: [] }
  }

  /** A reading that is made once and asked for again. */
  once(key: string, read: () => Promise<Reading>): Promise<Reading> {
    const known = this.#kept.get(key) ?? read()
    this.#kept.set(key, known)
    return known
  }

  /** The whole reading of the healthy portal; throws where there is none. */
  async whole(subject: Subject): Promise<Reading> {
    const reading = await this.once(`whole ${subject.name}`, () => this.act(subject, this.healthy))
    if (reading.error === undefined) return reading
    throw new Error(
      `${subject.name} cannot be read on the healthy portal: ${String(reading.error)}`,
    )
  }

  /** A stream of the samples, each looked up by its key, and of one record that is not there. */
  #found(session: Session, name: string): OpenStream {
    const { key = [] } = this.connector.streams[name] ?? {}
    const samples: readonly unknown[] = this.options.holds?.[name]?.samples ?? []
    const keys = [...samples, {}].map((sample) => {
      const fields = sample as Readonly<Record<string, unknown>>
      return Object.fromEntries(key.map((each) => [each, String(fields[each] ?? '9.999999')]))
    })
    const lookup = session.streams[name]?.lookup
    return {
      async *read() {
        for await (const records of lookup?.(keys) ?? []) yield { records, cursor: undefined }
      },
    }
  }

  /** The streams that can be checked by themselves. */
  get checks(): Subject[] {
    const { streams } = this.open()
    const own = this.streams.filter(({ name }) => streams[name]?.check)
    return [{ name: 'check' }, ...own.map(({ name }) => ({ name: `${name} check`, check: name }))]
  }

  /** The streams in which single records can be looked up. */
  get lookups(): Subject[] {
    const { streams } = this.open()
    return this.streams.flatMap(({ name, spec }) =>
      spec && streams[name]?.lookup ? [{ name: `${name} lookup`, spec, lookup: name }] : [],
    )
  }

  /** The whole readings of all streams, one after the other: a session has the console to itself. */
  async wholes(): Promise<Reading[]> {
    const readings: Reading[] = []
    for (const subject of this.streams) readings.push(await this.whole(subject))
    return readings
  }

  /** The streams of the connector. */
  get streams(): Subject[] {
    return streamsOf(this.connector)
  }
}

/** The streams that a connector declares. */
export function streamsOf({ streams }: Pick<Connector, 'streams'>): Subject[] {
  return Object.entries(streams).map(([name, spec]) => ({ name, spec }))
}

async function readStream(
  session: Session,
  stream: OpenStream | undefined,
  { cursor, from, to, onPage }: ReadSettings,
): Promise<Reading> {
  const pages: Page[] = []
  const printed: string[] = []
  const read = async () => {
    if (stream === undefined) throw new Error('the stream was declared and not opened')
    for await (const page of stream.read({ cursor: cursor as undefined, from, to })) {
      pages.push(page)
      printed.push(JSON.stringify(page))
      if (pages.length > MOST_PAGES) throw new Error('the reading has no end')
      onPage?.(pages.length)
    }
  }
  const error = await failureIn(session, read)
  const changed = pages.flatMap((page, i) => (JSON.stringify(page) === printed[i] ? [] : [i + 1]))
  return { pages, error, session, changed }
}

/** What an action throws; undefined when it does not. What it writes to the console counts as logged. */
function failureIn(session: Session, action: () => Promise<unknown>): Promise<unknown> {
  return failureOf(async () => {
    const end = await withConsole(session.logged, () => Promise.race([action(), session.endless]))
    if (end === 'endless') throw new Error('it asks without end')
  })
}

/** A cursor as it comes back from the store. */
export function fromStore({ cursor }: StreamSpec, saved: unknown): unknown {
  return cursor?.parse(JSON.parse(JSON.stringify(saved)))
}
