import type { OpenStream } from '@cchc/connector-kit'
import { type AppError, isAppError } from '@cchc/domain'
import { endsRun } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { chooseSources } from './choose-sources.ts'
import { isRead, type ReadSource } from './configured-source.ts'
import { settingsOf } from './run-settings.ts'

/** What was found out about a source, and about each of its streams that was tried. */
export interface SourceCheck {
  readonly failure: AppError | undefined
  readonly streams: readonly { readonly stream: string; readonly failure: AppError | undefined }[]
}

/**
 * Reaches a source's portal, logs in and reads as little as possible of every stream. Where the login is refused or the
 * portal asks for a pause, no stream is tried. Throws what is no fault of the portal.
 */
export async function checkSource(hub: HubContext, id: string): Promise<SourceCheck> {
  const [source] = chooseSources(hub.config, [id])
  if (!source || !isRead(source)) return { failure: undefined, streams: [] }
  const ended = new AbortController()
  const { open } = settingsOf(hub, hasty(source))
  try {
    const opened = open(ended.signal, hub.now)
    const reached = await failureOf(opened.check)
    if (reached && endsRun(reached)) return { failure: reached, streams: [] }
    const streams: SourceCheck['streams'][number][] = []
    for (const [name, stream] of Object.entries(opened.streams)) {
      streams.push({ stream: name, failure: await failureOf(() => checkStream(stream)) })
    }
    return { failure: reached ?? streams.find(({ failure }) => failure)?.failure, streams }
  } finally {
    ended.abort()
  }
}

/** Whoever checks is waiting, and can ask again: what fails twice is told. */
function hasty(source: ReadSource): ReadSource {
  if (source.kind !== 'http') return source
  const { http, ...rest } = source.config
  return { ...source, config: { ...rest, http: { ...http, retries: Math.min(http.retries, 1) } } }
}

async function checkStream(stream: OpenStream): Promise<void> {
  if (stream.check) return stream.check()
  for await (const _page of stream.read({ cursor: undefined })) return
}

async function failureOf(check: () => Promise<void>): Promise<AppError | undefined> {
  try {
    await check()
    return undefined
  } catch (thrown) {
    if (isAppError(thrown)) return thrown
    throw thrown
  }
}
