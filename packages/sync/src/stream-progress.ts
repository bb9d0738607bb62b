import type { Page } from '@cchc/connector-kit'
import type { ActiveRun, SyncProgress } from './active-run.ts'

/**
 * Follows the pages of one stream: tells how far it is, `before` records further than these pages bring it, and keeps what the
 * portal states of its own rows.
 */
export function createProgress(
  { run, name }: { readonly run: ActiveRun; readonly name: string },
  before = 0,
) {
  const { sourceId, onProgress, log } = run.settings
  let expected: number | null = null
  let stated: number | undefined
  return {
    see(page: Pick<Page, 'records' | 'expected' | 'total'>) {
      stated = page.total ?? stated
      expected = page.expected ?? page.total ?? expected
      log.debug('page', { stream: name, records: page.records.length, expected })
    },
    /** As the last page said that did; undefined where none did. */
    stated: () => stated,
    tell(phase: SyncProgress['phase'], fetched: number) {
      onProgress?.({ source: sourceId, stream: name, phase, fetched: before + fetched, expected })
    },
  }
}
