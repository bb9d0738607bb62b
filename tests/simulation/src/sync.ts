import type { Run, Store } from '@cchc/store'
import { type RunSettings, retryQuarantine, runSource } from '@cchc/sync'
import { openSimulated, SILENT } from './exchange.ts'
import { judgeRun } from './judge.ts'
import { overridden } from './overridden.ts'
import type { SourceId } from './portal.ts'
import type { SimulatedProcess } from './process.ts'
import type { Year } from './year.ts'

/** What one sync is to do. */
export interface SyncJob {
  readonly source: SourceId
  readonly full?: boolean
  /** A person says that what the portal no longer holds is gone. */
  readonly acceptRemovals?: boolean
  /** Only the days of reception from and to these. */
  readonly days?: { readonly from: string; readonly to: string }
  /** Absent = all. */
  readonly streams?: readonly string[] | undefined
  /** Pages are committed from so many rows on. */
  readonly rows: number
  readonly onRun?: (run: Run) => void
}

/** Exchanges after which a run of so small a province is endless. */
const MOST_EXCHANGES = 3000

interface At {
  readonly process: SimulatedProcess
  readonly store: Store
}

/** Reads one source as `cchc sync` does, with the real engine and connector. */
export async function syncIn(year: Year, job: SyncJob, { process, store }: At): Promise<void> {
  const { source, full = false, acceptRemovals = false, days, streams, rows, onRun } = job
  let began = Number.POSITIVE_INFINITY
  const now = () => {
    const instant = process.now()
    // What a slow clock does not know yet is left to the next pass, also where it was set back meanwhile.
    began = Math.min(began, instant)
    return instant
  }
  const beginRun: Store['beginRun'] = async (request) => {
    const writer = await store.beginRun(request)
    began = Math.min(year.time.now, process.now())
    if (!days) year.passBegins(source, began)
    return writer
  }
  const run = await runSource({
    ...settingsOf(year, source, { process, store }),
    store: overridden(store, { beginRun }),
    now,
    trigger: 'schedule',
    full,
    acceptRemovals,
    ...days,
    ...(streams && { streams }),
    limits: { rows, milliseconds: 2000, leastToSum: 3 },
  })
  ended(year, run, process)
  if (!days) year.passBegins(source, began)
  if (!days && isWhole(run)) year.passEnded(source, full ? began : undefined)
  onRun?.(run)
}

/** Has refused records read again, as `cchc quarantine retry` does. */
export async function retryIn(year: Year, source: SourceId, at: At): Promise<void> {
  const run = await retryQuarantine(settingsOf(year, source, at))
  if (run) ended(year, run, at.process)
}

function settingsOf(
  year: Year,
  id: SourceId,
  { process, store }: At,
): Omit<RunSettings, 'trigger'> {
  const source = year.source(id)
  const { time } = year
  const connector = year.pages.noting(id, source.connector)
  let exchanges = 0
  const onExchange = () => {
    exchanges += 1
    year.count('exchanges')
    if (exchanges < MOST_EXCHANGES) return
    year.report({ invariant: 'runs-end', message: `${id}: ${MOST_EXCHANGES} exchanges in a run` })
    process.die()
  }
  const line = { portal: year.portals[id], process, time, onExchange }
  return {
    store,
    connector,
    sourceId: id,
    open: (signal, now) => openSimulated({ ...source, connector }, line, { signal, now }),
    log: SILENT,
    now: process.now,
    every: process.every,
  }
}

function ended(year: Year, run: Run, process: SimulatedProcess): void {
  year.count(`run ${run.status}`)
  if (run.error) year.count(`error ${run.error.code}`)
  year.report(judgeRun(run, process))
}

/** A pass with refused records is partial, and whole; one of whose streams failed is not. */
function isWhole({ status, error, failures }: Run): boolean {
  return status === 'done' || (status === 'partial' && error === null && failures.length === 0)
}
