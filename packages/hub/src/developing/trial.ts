import type { Http, OpenStream, Page, StreamSpec } from '@cchc/connector-kit'
import { ConfigError, say } from '@cchc/domain'
import { createValidator, type Validated } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { quoted, requireKnown } from '../near.ts'
import { chooseSources } from '../sources/choose-sources.ts'
import { isRead } from '../sources/configured-source.ts'
import { settingsOf } from '../sources/run-settings.ts'

/** The first page of a stream, judged as a run would judge it. */
export interface JudgedPage extends Validated {
  readonly removed: NonNullable<Page['removed']>
  readonly cursor: unknown
}

interface StreamTrial {
  readonly name: string
  readonly entity: string
  /** The first page that holds something, from the beginning; undefined where the stream holds nothing. */
  firstPage(): Promise<JudgedPage | undefined>
}

/** A source that is read without a run: nothing is stored, and nobody is kept from it. */
export interface Trial {
  readonly connector: string
  readonly kind: 'http' | 'files'
  readonly streams: readonly StreamTrial[]
  end(): void
}

/**
 * Opens a source of the configuration, one stream of it or all. `through` may put itself between the connector and its HTTP.
 * Throws NotFoundError for names that are not known, ConfigError for a source that sends by itself.
 */
export function openForTrial(
  hub: HubContext,
  asked: { readonly source: string; readonly stream: string | undefined },
  through?: (http: Http) => Http,
): Trial {
  const [source] = chooseSources(hub.config, [asked.source])
  if (!source || !isRead(source)) throw sendsByItself(asked.source)
  const { connector } = source
  const names = Object.keys(connector.streams)
  const { stream } = asked
  if (stream !== undefined) {
    requireKnown(stream, names, say('No stream {name} of this source', { name: quoted(stream) }))
  }
  const ended = new AbortController()
  const opened = settingsOf(hub, source, through).open(ended.signal, hub.now).streams
  const chosen = names.filter((name) => stream === undefined || name === stream)
  return {
    connector: connector.id,
    kind: connector.kind,
    streams: chosen.map((name) => {
      const spec = connector.streams[name] as StreamSpec
      const read = opened[name] as OpenStream
      const { entity } = spec
      return { name, entity, firstPage: () => firstPage(read, createValidator(spec, hub.now)) }
    }),
    end: () => ended.abort(),
  }
}

/** Days without a dossier give pages without records. */
const MOST_EMPTY = 50

async function firstPage(
  stream: OpenStream,
  judge: (records: readonly unknown[]) => Validated,
): Promise<JudgedPage | undefined> {
  let empty = 0
  for await (const { records, removed = [], cursor } of stream.read({ cursor: undefined })) {
    const page = { ...judge(records), removed, cursor }
    if (records.length + removed.length > 0 || empty === MOST_EMPTY) return page
    empty += 1
  }
  return undefined
}

function sendsByItself(source: string): ConfigError {
  return new ConfigError(say('{source} sends by itself and cannot be read', { source }), {
    fix: say('See with cchc status when something last came from it.'),
  })
}
