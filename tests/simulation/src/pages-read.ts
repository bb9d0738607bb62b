import type { HttpConnector, OpenStream, StreamSpec } from '@cchc/connector-kit'

/** A record by its key, with the version that must be stored at least and the id that it keeps under another key. */
export interface RecordRead {
  readonly key: string
  readonly version: number
  readonly lastingId: string | undefined
}

/** A page that a reader handed to the engine, with its cursor as text. */
export interface PageRead {
  readonly cursor: string
  readonly records: readonly RecordRead[]
}

interface Reading {
  /** The cursor that it went on from, as text. */
  readonly from: string
  readonly pages: PageRead[]
}

/** What the readers of a year yielded, by `source stream`: one by one. */
export class PagesRead {
  readonly #readings = new Map<string, Reading[]>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** The pages up to the first that has this cursor, in the newest reading that came to it. */
  coveredBy(place: string, cursor: unknown): readonly PageRead[] {
    const text = JSON.stringify(cursor)
    for (const { from, pages } of this.#readings.get(place)?.toReversed() ?? []) {
      if (from === text) continue
      const last = pages.findIndex((page) => page.cursor === text)
      if (last !== -1) return pages.slice(0, last + 1)
    }
    return []
  }

  /** The same connector, of which every page is noted before the engine has it. */
  noting(source: string, connector: HttpConnector): HttpConnector {
    return {
      ...connector,
      open: (config, io) => {
        const opened = Object.entries(connector.open(config, io))
        return Object.fromEntries(
          opened.map(([name, stream]) => {
            const spec = connector.streams[name] as StreamSpec
            const now = () => Math.min(this.#now(), io.now())
            return [name, this.#notingStream(`${source} ${name}`, { stream, spec, now })]
          }),
        )
      },
    }
  }

  #notingStream(name: string, { stream, spec: { key }, now }: Noting): OpenStream {
    const readings = this.#readings.get(name) ?? []
    this.#readings.set(name, readings)
    return {
      ...stream,
      read: async function* (request) {
        const pages: PageRead[] = []
        readings.push({ from: JSON.stringify(request.cursor), pages })
        for await (const page of stream.read(request)) {
          const records = page.records.map((record) => noted(record as Noted, key, now()))
          pages.push({ cursor: JSON.stringify(page.cursor), records })
          yield page
        }
      },
    }
  }
}

interface Noting {
  readonly stream: OpenStream
  readonly spec: StreamSpec
  /** The true time, or that of the machine where it is slow. */
  readonly now: () => number
}

type Noted = Readonly<Record<string, unknown>>

/** A version that lies ahead of the clock of its machine is stored as of that clock; one may be a day behind by then. */
function noted(record: Noted, key: readonly string[], now: number): RecordRead {
  const stated = typeof record.version === 'number' ? record.version : 0
  const version = stated < now - DAY_AND_HOUR_MS ? stated : 0
  const lastingId = typeof record.lastingId === 'string' ? record.lastingId : undefined
  return { key: key.map((name) => String(record[name] ?? '')).join('|'), version, lastingId }
}

const DAY_AND_HOUR_MS = 25 * 3_600_000
