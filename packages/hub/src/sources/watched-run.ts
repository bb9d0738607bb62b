import type { Run } from '@cchc/store'
import type { WritingSettings } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { nowDoing, within } from '../doing.ts'
import type { OpenSpan } from '../tracing/tracing.ts'

type Watched = Pick<WritingSettings, 'sourceId' | 'onBegun'>

/** Does a run as a span; its lines of the log name it and its source, and tell how it began and ended. */
export function watchedRun<S extends Watched, R extends Run | undefined>(
  { log, tracing }: Pick<HubContext, 'log' | 'tracing'>,
  settings: S,
  run: (settings: S) => Promise<R>,
): Promise<R> {
  const { sourceId: source, onBegun } = settings
  return within({ source }, () =>
    tracing.span({ name: 'run', facts: { 'cchc.source': source } }, async (span) => {
      const ended = await run({
        ...settings,
        onBegun: (begun: { readonly id: string; readonly source: string }) => {
          nowDoing({ run: begun.id })
          span.note({ 'cchc.run': begun.id })
          log.info('run began')
          onBegun?.(begun)
        },
      })
      if (ended) tellEnd(ended, { log, span })
      return ended
    }),
  )
}

/** The words of its error stand in the run itself. */
function tellEnd(
  { status, error, counts, startedAt, finishedAt }: Run,
  { log, span }: Pick<HubContext, 'log'> & { readonly span: OpenSpan },
): void {
  const { pages, fetched, refused } = counts
  const ms = finishedAt === null ? {} : { ms: finishedAt - startedAt }
  const facts = { status, pages, fetched, refused, ...ms, ...(error && { code: error.code }) }
  span.note({ 'cchc.status': status, 'cchc.pages': pages, 'cchc.records': fetched })
  if (status === 'failed') span.fail()
  if (status === 'done') log.info('run ended', facts)
  else log.warn('run ended', facts)
}
