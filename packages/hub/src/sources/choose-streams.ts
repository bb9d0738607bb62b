import { NotFoundError, say, UsageError } from '@cchc/domain'
import type { HubConfig } from '../config/check-config.ts'
import { didYouMean, nearest, quoted, requireKnown } from '../near.ts'
import { chooseSources } from './choose-sources.ts'
import { type ConfiguredSource, isRead } from './configured-source.ts'

/** A source that is to be read, and which of its streams; all where none are told. */
export interface Chosen<S extends ConfiguredSource = ConfiguredSource> {
  readonly source: S
  readonly streams?: readonly string[]
}

interface Asked {
  /** None = all, or those that alone have the streams. */
  readonly ids: readonly string[]
  readonly streams?: readonly string[] | undefined
}

/**
 * What is to be read, in the order of the configuration. Throws NotFoundError for a source or stream that is unknown, with
 * the streams that there are, and UsageError for a stream of several sources of which none is named.
 */
export function chooseStreams(
  config: Pick<HubConfig, 'sources'>,
  { ids, streams }: Asked,
): readonly Chosen[] {
  const named = chooseSources(config, ids.length > 0 ? ids : undefined)
  if (streams === undefined) return named.map((source) => ({ source }))
  if (ids.length > 0) return named.map((source) => ({ source, streams: ownOf(source, streams) }))
  const holders = streams.map((stream) => ({ stream, source: holderOf(named, stream) }))
  return named.flatMap((source) => {
    const own = holders.filter((one) => one.source === source).map(({ stream }) => stream)
    return own.length === 0 ? [] : [{ source, streams: own }]
  })
}

function streamsOf({ connector }: ConfiguredSource): readonly string[] {
  return Object.keys(connector.streams)
}

function ownOf(source: ConfiguredSource, wanted: readonly string[]): readonly string[] {
  const known = streamsOf(source)
  for (const stream of wanted) {
    if (known.includes(stream)) continue
    const fix = didYouMean(nearest(stream, known))
    const values = { source: source.id, stream: quoted(stream), streams: known.join(', ') }
    throw new NotFoundError(
      say('Source {source} has no stream {stream}. It has: {streams}.', values),
      fix && { fix },
    )
  }
  return wanted
}

/** The only source that reads a stream of that name. */
function holderOf(sources: readonly ConfiguredSource[], stream: string): ConfiguredSource {
  const read = sources.filter(isRead)
  const known = [...new Set(read.flatMap(streamsOf))]
  requireKnown(stream, known, say('No source has a stream {stream}.', { stream: quoted(stream) }))
  const [holder, ...others] = read.filter((source) => streamsOf(source).includes(stream))
  if (holder && others.length === 0) return holder
  const ids = [holder, ...others].flatMap((source) => source?.id ?? [])
  throw new UsageError(
    say('Several sources have a stream {stream}: {sources}.', { stream, sources: ids.join(', ') }),
    {
      fix: say('Name the source: cchc sync {source} --stream {stream}', {
        source: ids[0] ?? '',
        stream,
      }),
    },
  )
}
