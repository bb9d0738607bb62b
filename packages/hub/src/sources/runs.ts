import {
  type AppError,
  Day,
  dayNumber,
  dayNumberOf,
  type Fault,
  type Instant,
  isAppError,
  type Message,
  say,
  UsageError,
} from '@cchc/domain'
import type { Run } from '@cchc/store'
import { retryQuarantine, runSource } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { acceptWaiting } from './accept.ts'
import { chooseSources, requireAnySource } from './choose-sources.ts'
import { type Chosen, chooseStreams } from './choose-streams.ts'
import { type ConfiguredSource, isRead, type ReadSource } from './configured-source.ts'
import { rehearseSource } from './dry-run.ts'
import type { Rehearsed } from './dry-run-answer.ts'
import { removedSources } from './removed-gates.ts'
import { settingsOf } from './run-settings.ts'
import type { Watch } from './watch.ts'
import { watchedRun } from './watched-run.ts'

/** Which sources are to be read, and what of them. */
interface SyncAsked {
  /** Their ids; none = all, in the order of the configuration. */
  readonly source?: readonly string[] | undefined
  /** Only these of their streams. */
  readonly stream?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Forget the cursors and read everything again; stored data stays and is compared. */
  readonly full?: boolean | undefined
  readonly acceptRemovals?: boolean | undefined
  /** What waits at the gates of the named sources is let through, as `by` says for that `reason`. */
  readonly accept?: boolean | undefined
  readonly by?: string | undefined
  readonly reason?: string | undefined
  /** What the records look like now is usual from here on. */
  readonly acceptDrift?: boolean | undefined
  /** Nothing is written: only told what would be. */
  readonly dryRun?: boolean | undefined
}

/** What a sync did, and what it left alone. */
interface Synced {
  readonly runs: readonly Run[]
  readonly dryRuns?: readonly Rehearsed[]
  readonly notes: readonly Message[]
}

/** Sources that send by themselves are not read. */
function notesOf(sources: readonly ConfiguredSource[]): Message[] {
  return sources
    .filter((source) => !isRead(source))
    .map(({ id }) =>
      say('Source {source} sends by itself: there is nothing to read.', { source: id }),
    )
}

/** Runs the chosen sources one after the other; a source that another run holds is told after the others are done. */
export async function syncSources(
  hub: HubContext,
  asked: SyncAsked,
  watch: Watch,
): Promise<Synced> {
  const { source: ids = [], stream, from, to, dryRun, accept } = asked
  checkDays({ from, to }, hub.now())
  if (accept && dryRun) throw acceptedDryRun()
  const removed = accept ? await removedSources(hub, ids) : []
  const chosen = chosenBut(removed, hub, { ids, streams: stream })
  const read = chosen.filter(isReadOne)
  const told = accept ? await acceptWaiting(hub, { ...asked, ids, removed }) : []
  const notes = [...told, ...notesOf(chosen.map(({ source }) => source))]
  const { full = false, acceptRemovals = false, acceptDrift = false } = asked
  const accepted = { acceptRemovals, acceptDrift }
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const how = { ...days, full, ...accepted, ...watch, trigger: 'manual' as const }
  if (dryRun) {
    const rehearse = (one: Chosen<ReadSource>) => rehearseSource(hub, one, how)
    return { runs: [], dryRuns: await oneAfterAnother(read, watch.signal, rehearse), notes }
  }
  const run = ({ source, ...streams }: Chosen<ReadSource>) =>
    watchedRun(hub, { ...settingsOf(hub, source), ...how, ...streams }, runSource)
  return { runs: await oneAfterAnother(read, watch.signal, run), notes }
}

/** What is to be read; nothing where all that is named is gone from the configuration. */
function chosenBut(
  removed: readonly string[],
  { config }: Pick<HubContext, 'config'>,
  { ids, streams }: Parameters<typeof chooseStreams>[1],
): readonly Chosen[] {
  const left = ids.filter((id) => !removed.includes(id))
  if (removed.length > 0 && left.length === 0) return []
  requireAnySource(config)
  return chooseStreams(config, { ids: left, streams })
}

/** Reads the refused records of the chosen sources again; NotFoundError for an id that is none. */
export async function retryRefused(
  hub: HubContext,
  asked: Readonly<Partial<Record<'source' | 'id', readonly string[] | undefined>>>,
  watch: Watch,
): Promise<readonly Run[]> {
  const { source, id: ids } = asked
  for (const id of ids ?? []) await hub.store.getQuarantined(id)
  const chosen = chooseSources(hub.config, source?.length ? source : undefined)
  const how = { ...(ids?.length ? { ids } : {}), ...watch }
  return oneAfterAnother(chosen.filter(isRead), watch.signal, (one) =>
    watchedRun(hub, { ...settingsOf(hub, one), ...how }, retryQuarantine),
  )
}

function acceptedDryRun(): UsageError {
  return new UsageError(say('A dry run writes nothing, so it accepts nothing.'), {
    fix: say('Leave out --accept or --dry-run.'),
  })
}

function isReadOne(chosen: Chosen): chosen is Chosen<ReadSource> {
  return isRead(chosen.source)
}

async function oneAfterAnother<Source, Done>(
  sources: readonly Source[],
  signal: AbortSignal | undefined,
  run: (source: Source) => Promise<Done | undefined>,
): Promise<readonly Done[]> {
  const all: Done[] = []
  let conflict: AppError | undefined
  for (const source of sources) {
    if (signal?.aborted) break
    try {
      const done = await run(source)
      if (done) all.push(done)
    } catch (failure) {
      if (!isAppError(failure, 'run_conflict')) throw failure
      conflict ??= failure
    }
  }
  if (conflict) throw conflict
  return all
}

function checkDays({ from, to }: Pick<SyncAsked, 'from' | 'to'>, now: Instant): void {
  const faults: Fault[] = Object.entries({ from, to }).flatMap(([path, day]) =>
    day === undefined || Day.safeParse(day).success
      ? []
      : [{ path, message: say('must be a day such as {example}', { example: '2022-12-15' }) }],
  )
  if (faults.length === 0 && from !== undefined && to !== undefined && from > to) {
    faults.push({ path: 'to', message: say('is before from') })
  }
  if (faults.length === 0 && from !== undefined && dayNumber(from) > dayNumberOf(now)) {
    faults.push({ path: 'from', message: say('must not lie ahead') })
  }
  if (faults.length > 0) {
    throw new UsageError(say('The days to read cannot be used'), {
      faults,
      fix: say('Write days as 2022-12-15; both belong to what is read.'),
    })
  }
}
