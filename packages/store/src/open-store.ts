import { cleanTexts } from '@cchc/domain'
import { createAccess } from './access/access-store.ts'
import { createAlerts } from './alerts/create-alerts.ts'
import { createArchiving } from './archive/create-archiving.ts'
import { type Acting, actingOn } from './audit-log/acting.ts'
import type { Act, AuditStore } from './audit-log/audit-event.ts'
import { auditHead, checkAuditLog, listAuditEvents, logAct } from './audit-log/audit-log.ts'
import { listRecords } from './catalogue.ts'
import { listStreams } from './checkpoints.ts'
import { conditionOf } from './condition.ts'
import type { Dialect } from './dialect.ts'
import { findDossier, scanDossiers } from './dossiers.ts'
import { countEndless } from './endless-dossiers.ts'
import { listDocuments, saveDocument } from './entered/documents.ts'
import {
  listEnteredFigures,
  listEnteringOrganisations,
  setEnteredFigures,
} from './entered/entered-figures.ts'
import type { EnteredStore } from './entered/entered-store.ts'
import { listClosedGates, listGateEvents } from './gate/gate-log.ts'
import { acceptSource } from './gate/keep-gate.ts'
import { scanChanges } from './history/changes.ts'
import { contentVersion } from './history/content-version.ts'
import { listPeriodEvents, listPeriodFigures, recordPeriodEvent } from './history/period-log.ts'
import { clockBehind, lastCommitAt, settle, whileWritersWait } from './history/settle.ts'
import { listCompletions } from './history/stream-passes.ts'
import { requireFreeLease, takeLease } from './lease.ts'
import { openDialect } from './open-dialect.ts'
import { createParts } from './parts/create-parts.ts'
import { dismissRefusal, getQuarantined, listQuarantine } from './quarantine.ts'
import { openRehearsal } from './rehearsal/open-rehearsal.ts'
import { createRepeats } from './repeats/repeats.ts'
import { readSums } from './rollup/read-sums.ts'
import { rebuildRollups, rollUp } from './rollup/roll-up.ts'
import type { RunRequest, RunWriter } from './run.ts'
import type { SnapshotRules } from './run-context.ts'
import { StoreRunWriter } from './run-writer.ts'
import { abandonRuns, getRun, insertRun, listRuns } from './runs.ts'
import { migrate, refuseNewer } from './schema/migrate.ts'
import { keepSlotRun } from './slots/held-slots.ts'
import { requireHeldSlot } from './slots/slot-lease.ts'
import { createSlotStore } from './slots/slot-store.ts'
import type { Store } from './store.ts'
import { explained, withStoreErrors } from './store-failure.ts'
import type { RecordQuery } from './stored-record.ts'
import { listShapes } from './stream-shapes.ts'

/** Where the data is and whose clock dates it. */
export interface StoreOptions {
  /** `sqlite:PATH`, a bare path, or `postgres://user:password@host:port/database`. */
  readonly url: string
  /** Epoch ms; the system's clock unless given. Leases always run on the database's own clock. */
  readonly now?: () => number
  readonly snapshotRules?: SnapshotRules
  /** Its process answers while others write much: on SQLite it leaves to them what makes a commit wait for the disk. */
  readonly writesLittle?: boolean | undefined
}

const SNAPSHOT_RULES: SnapshotRules = { minimumShare: 0.5 }

/**
 * Opens a database, creating or migrating its tables first. Throws ConfigError for a URL of no known kind and
 * StoreError where the database cannot be opened; messages never hold the URL's password.
 *
 * @example const store = await openStore({ url: 'sqlite:data/cchc.db' })
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return openStoreOn(await openDialect(options.url, options), options)
}

/** The same on a database that is open already; closes it where its tables cannot be made. */
export async function openStoreOn(
  dialect: Dialect,
  options: Omit<StoreOptions, 'url'>,
): Promise<Store> {
  try {
    await withStoreErrors(dialect.explain, () => migrate(dialect))
  } catch (error) {
    await dialect.close()
    throw error
  }
  return createStore(dialect, options)
}

/** A store on a database; what is written is done for somebody where an act is named. */
function createStore(dialect: Dialect, options: Omit<StoreOptions, 'url'>, act?: Act): Store {
  const acting = actingOn(dialect, act)
  const { reader } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    close: () => dialect.close(),
    beginRun: (request) => attempt(() => beginRun(acting, { request, options })),
    rehearse: (source) =>
      attempt(() =>
        openRehearsal(dialect, { source, open: (scratch) => openStoreOn(scratch, options) }),
      ),
    listRuns: (query = {}) => attempt(() => listRuns(reader, query)),
    getRun: (id) => attempt(() => getRun(reader, id)),
    listQuarantine: (query = {}) => attempt(() => listQuarantine(reader, query)),
    getQuarantined: (id) => attempt(() => getQuarantined(reader, id)),
    dismissRefusal: (id, word) =>
      attempt(() =>
        whileWritersWait(acting, options.now ?? Date.now, async (transaction, at) => {
          await dismissRefusal(transaction, id, { ...cleanTexts(word), at })
          return getQuarantined(transaction, id)
        }),
      ),
    listStreams: () => attempt(() => listStreams(reader)),
    listShapes: () => attempt(() => listShapes(reader)),
    ledger: (query) => attempt(() => readSums(dialect, query)),
    rollUp: (request) => attempt(() => rollUp(dialect, request, options.now ?? Date.now)),
    rebuildRollups: (signal) =>
      attempt(() => rebuildRollups(dialect, { signal, now: options.now ?? Date.now })),
    scanDossiers: (query) => explained(dialect, scanDossiers(dialect, query)),
    findDossier: (source, code) => attempt(() => findDossier(reader, [source, code])),
    listRecords: <T>(entity: string, query: RecordQuery = {}) =>
      attempt(() => listRecords<T>(dialect, { ...query, entity })),
    ...createHistory(acting, options.now ?? Date.now),
    ...createParts(acting, options.now ?? Date.now),
    ...createSlotStore(dialect),
    ...createGates(acting, options.now ?? Date.now),
    ...createEntered(acting, options.now ?? Date.now),
    ...createAccess(acting, options.now ?? Date.now),
    ...createAlerts(dialect, options.now ?? Date.now),
    ...createArchiving(acting, options.now ?? Date.now),
    ...createRepeats(dialect, options.now ?? Date.now),
    ...createAuditLog(acting, options.now ?? Date.now),
    actingFor: (other) => createStore(dialect, options, other),
    condition: () => attempt(() => conditionOf(dialect)),
    ping: () => attempt(() => refuseNewer(reader, dialect.target)),
  }
}

function createAuditLog(dialect: Acting, now: () => number): Omit<AuditStore<Store>, 'actingFor'> {
  const { reader } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    logAttempts: (attempts) =>
      attempt(() =>
        whileWritersWait(actingOn(dialect, undefined), now, async (transaction, at) => {
          for (const { outcome, ...act } of attempts)
            await logAct(transaction, act, { at, outcome })
        }),
      ),
    listAuditEvents: (query) => attempt(() => listAuditEvents(reader, query)),
    auditHead: () => attempt(() => auditHead(reader)),
    checkAuditLog: (known) => attempt(() => checkAuditLog(reader, known)),
  }
}

type History =
  | 'listCompletions'
  | 'scanChanges'
  | 'settle'
  | 'contentVersion'
  | 'lastCommitAt'
  | 'clockBehind'
  | 'recordPeriodEvent'
  | 'listPeriodEvents'
  | 'listPeriodFigures'

function createHistory(dialect: Acting, now: () => number): Pick<Store, History> {
  const { reader } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  // That an instant is given out changes nothing.
  const unlogged = actingOn(dialect, undefined)
  return {
    listCompletions: (query) => attempt(() => listCompletions(reader, query)),
    scanChanges: (query) => explained(dialect, scanChanges(dialect, query)),
    settle: () => attempt(() => settle(unlogged, now)),
    contentVersion: () => attempt(() => contentVersion(reader)),
    lastCommitAt: () => attempt(() => lastCommitAt(reader)),
    clockBehind: (instant) => attempt(() => clockBehind(reader, instant)),
    recordPeriodEvent: (event) =>
      attempt(() =>
        whileWritersWait(dialect, now, (transaction, instant) =>
          recordPeriodEvent(transaction, cleanTexts(event), instant),
        ),
      ),
    listPeriodEvents: (query) => attempt(() => listPeriodEvents(reader, query)),
    listPeriodFigures: (eventId) => attempt(() => listPeriodFigures(reader, eventId)),
  }
}

type Gates = 'listClosedGates' | 'listGateEvents' | 'acceptSource' | 'countEndless'

function createGates(dialect: Acting, now: () => number): Pick<Store, Gates> {
  const { reader, clock } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    countEndless: () => attempt(() => countEndless(reader)),
    listClosedGates: (query) => attempt(() => listClosedGates(reader, query)),
    listGateEvents: (query) => attempt(() => listGateEvents(reader, query)),
    acceptSource: (source, word) =>
      attempt(() =>
        whileWritersWait(dialect, now, async (transaction, instant) => {
          await requireFreeLease(transaction, { source, clock })
          return acceptSource(transaction, source, {
            ...cleanTexts(word),
            clock: now(),
            now: instant,
          })
        }),
      ),
  }
}

function createEntered(dialect: Acting, now: () => number): EnteredStore {
  const { reader } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    setEnteredFigures: (entries, options) =>
      attempt(() =>
        whileWritersWait(dialect, now, (transaction, instant) =>
          setEnteredFigures(transaction, cleanTexts(entries), {
            ...cleanTexts(options),
            now: instant,
          }),
        ),
      ),
    listEnteredFigures: (query) => attempt(() => listEnteredFigures(reader, query)),
    listEnteringOrganisations: () => attempt(() => listEnteringOrganisations(reader)),
    saveDocument: (document, options) =>
      attempt(() =>
        whileWritersWait(dialect, now, (transaction, instant) =>
          saveDocument(transaction, cleanTexts(document), {
            ...cleanTexts(options),
            now: instant,
          }),
        ),
      ),
    listDocuments: (query) => attempt(() => listDocuments(reader, query)),
  }
}

async function beginRun(
  dialect: Acting,
  {
    request,
    options,
  }: { readonly request: RunRequest; readonly options: Omit<StoreOptions, 'url'> },
): Promise<RunWriter> {
  const { source, slot } = request
  const { clock } = dialect
  const now = options.now ?? Date.now
  const startedAt = now()
  const runId = await dialect.writer.transaction().execute(async (transaction) => {
    if (dialect.act) await dialect.holdWriters.execute(transaction)
    await refuseNewer(transaction, dialect.target)
    await requireFreeLease(transaction, { source, clock })
    await abandonRuns(transaction, { source, now: now() })
    const id = await insertRun(transaction, { ...request, now: startedAt })
    await takeLease(transaction, { source, runId: id, clock })
    if (dialect.act) await logAct(transaction, dialect.act, { at: startedAt, outcome: `run ${id}` })
    if (slot) {
      await requireHeldSlot(transaction, { slot, clock })
      await keepSlotRun(transaction, slot, { source, runId: id })
    }
    return id
  })
  const rules = options.snapshotRules ?? SNAPSHOT_RULES
  const { gate } = request
  return new StoreRunWriter({ dialect, source, runId, startedAt, now, rules, gate })
}
