import { type Http, keepSecrets, redactLog, type SecretKeeper } from '@cchc/connector-kit'
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
import { type RunSettings, retryQuarantine, runSource, type WritingSettings } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { chooseSources, requireAnySource } from './choose-sources.ts'
import { type ConfiguredSource, isRead, type ReadSource } from './configured-source.ts'
import { type OpenedConnector, openSource, secretsOfSource } from './open-source.ts'
import type { Watch } from './watch.ts'

/** Which sources are to be read, and what of them. */
interface SyncAsked {
  /** Their ids; none = all, in the order of the configuration. */
  readonly source?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Forget the cursors and read everything again; stored data stays and is compared. */
  readonly full?: boolean | undefined
  readonly acceptRemovals?: boolean | undefined
}

/** What a sync did, and what it left alone. */
interface Synced {
  readonly runs: readonly Run[]
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
  { source: ids = [], from, to, full = false, acceptRemovals = false }: SyncAsked,
  watch: Watch,
): Promise<Synced> {
  checkDays({ from, to }, hub.now())
  requireAnySource(hub.config)
  const chosen = chooseSources(hub.config, ids.length > 0 ? ids : undefined)
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const how = { ...days, full, acceptRemovals, ...watch, trigger: 'manual' as const }
  const run = (one: ReadSource) => runSource({ ...settingsOf(hub, one), ...how })
  return {
    runs: await eachSource(chosen.filter(isRead), watch.signal, run),
    notes: notesOf(chosen),
  }
}

/** Reads the refused records of the chosen sources again; NotFoundError for an id that is none. */
export async function retryRefused(
  hub: HubContext,
  asked: { readonly source?: string | undefined; readonly id?: readonly string[] | undefined },
  signal: AbortSignal | undefined,
): Promise<readonly Run[]> {
  const { source, id: ids } = asked
  for (const id of ids ?? []) await hub.store.getQuarantined(id)
  const chosen = chooseSources(hub.config, source === undefined ? undefined : [source])
  const how = { ...(ids?.length ? { ids } : {}), ...(signal ? { signal } : {}) }
  return eachSource(chosen.filter(isRead), signal, (one) =>
    retryQuarantine({ ...settingsOf(hub, one), ...how }),
  )
}

async function eachSource(
  sources: readonly ReadSource[],
  signal: AbortSignal | undefined,
  run: (source: ReadSource) => Promise<Run | undefined>,
): Promise<readonly Run[]> {
  const runs: Run[] = []
  let conflict: AppError | undefined
  for (const source of sources) {
    if (signal?.aborted) break
    try {
      const done = await run(source)
      if (done) runs.push(done)
    } catch (failure) {
      if (!isAppError(failure, 'run_conflict')) throw failure
      conflict ??= failure
    }
  }
  if (conflict) throw conflict
  return runs
}

interface ReadSettings extends Omit<RunSettings, 'trigger'> {
  open(signal: AbortSignal): OpenedConnector
}

/** What a run or a check of a source that is read needs. */
export function settingsOf(
  hub: HubContext,
  source: ReadSource,
  through?: (http: Http) => Http,
): ReadSettings {
  const secrets = keepSecrets(secretsOfSource(source))
  const settings = writingSettingsOf(hub, source, secrets)
  const { log, now } = settings
  return {
    ...settings,
    open: (signal: AbortSignal) => openSource(source, { signal, log, now, secrets, through }),
  }
}

/** What every run of a source needs, whether it is read or sends by itself. */
export function writingSettingsOf(
  { store, config, log, now }: HubContext,
  { id, connector }: ConfiguredSource,
  { redact }: SecretKeeper,
): Omit<WritingSettings, 'trigger'> {
  const { commitRows, commitSeconds } = config.sync
  return {
    store,
    connector,
    sourceId: id,
    log: redactLog(log, redact),
    redact,
    now,
    limits: { rows: commitRows, milliseconds: commitSeconds * 1000 },
  }
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
