import { dayNumberOf, type Message } from '@cchc/domain'
import type { Transaction } from 'kysely'
import type { Place } from '../run-context.ts'
import type { Tables } from '../tables.ts'
import type { ClosedGate, DayShare, GateLimits, GateMeasure } from './gate.ts'
import {
  keepGood,
  type LastGood,
  lastGood,
  listClosedGates,
  listGateEvents,
  recordGateEvent,
} from './gate-log.ts'
import { sharesKept } from './late-shares.ts'
import { measureSource } from './measure.ts'
import { isStaleReason, type Measured, reasonsOf, staleReason } from './reasons.ts'

interface Judged {
  readonly transaction: Transaction<Tables>
  readonly place: Place
  readonly limits: GateLimits
  /** What the clock shows, epoch ms. */
  readonly clock: number
  /** What a commit within a pass changed; at the end of one everything is looked at. */
  readonly changed?: 'dossiers' | 'records'
  readonly end?: {
    /** Whether all dossiers of the source were asked for. */
    readonly ofDossiers: boolean
    readonly acceptRemovals: boolean
  }
}

/**
 * Judges a source in the transaction that changes it, so that nothing beyond the limits is ever seen: closes its gate, opens
 * it again, or keeps that all is good up to here. Within a pass a gate is only closed.
 */
export async function judgeSource(judged: Judged): Promise<void> {
  const { transaction, place, clock, end, changed } = judged
  const { source, now } = place
  const good = await lastGood(transaction, source)
  if (!good && !end) return
  const today = dayNumberOf(clock)
  const measured = await measureSource(transaction, {
    ...{ source, today, changed },
    good: good?.measure,
  })
  if (!good) return keepGood(transaction, source, { at: now, measure: measureOf(measured) })
  const [closed] = await listClosedGates(transaction, { source })
  const before = ofFirst(judged, good.measure, measured)
  const reasons = reasonsFor(judged, {
    measured,
    closed,
    good: accepting(judged, before, measured),
  })
  if (reasons.length > 0) return close(judged, { reasons, closed, good })
  if (!end) return
  if (closed) await record(judged, { action: 'opened', asOf: closed.asOf, reasons: [] })
  const measure = withMost(measured, accepting(judged, before, measured))
  const day = end.ofDossiers ? measured.day : good.measure.day
  await keepGood(transaction, source, { at: now, measure: { ...measure, day } })
}

/** What a stream brings for the first time was never better, so that nothing would be left to show in its place. */
function ofFirst({ place }: Judged, good: GateMeasure, { broken }: Measured): GateMeasure {
  return (good.records[place.stream] ?? 0) > 0 ? good : { ...good, broken }
}

/** What a person says to be gone from a stream is no loss. */
function accepting({ place, end }: Judged, good: GateMeasure, { records }: Measured): GateMeasure {
  if (!end?.acceptRemovals) return good
  const own = { [place.stream]: records[place.stream] ?? 0 }
  return { ...good, records: { ...good.records, ...own } }
}

interface Found {
  readonly measured: Measured
  readonly closed: ClosedGate | undefined
  readonly good: GateMeasure
}

/** How fresh dossiers are is known only once they were all asked for; until then it is as it was. */
function reasonsFor({ limits, end }: Judged, { measured, closed, good }: Found): Message[] {
  const stale = end?.ofDossiers
    ? (staleReason(limits, good, measured) ?? [])
    : (closed?.reasons ?? []).filter(isStaleReason)
  return [...reasonsOf(limits, good, measured), ...[stale].flat()]
}

interface Closing {
  readonly reasons: readonly Message[]
  readonly closed: ClosedGate | undefined
  readonly good: LastGood
}

/** A gate that is closed is closed anew only where a whole pass gives other reasons. */
async function close(judged: Judged, { reasons, closed, good }: Closing): Promise<void> {
  if (closed && (!judged.end || isSame(reasons, closed.reasons))) return
  await record(judged, { action: 'closed', asOf: closed?.asOf ?? good.at, reasons })
}

function isSame(some: readonly Message[], others: readonly Message[]): boolean {
  const templates = (reasons: readonly Message[]) => reasons.map(({ template }) => template).join()
  return templates(some) === templates(others)
}

function record(
  { transaction, place }: Judged,
  event: {
    readonly action: 'closed' | 'opened'
    readonly asOf: number
    readonly reasons: readonly Message[]
  },
): Promise<void> {
  const { source, runId, now } = place
  const byItself = { by: null, note: null }
  return recordGateEvent(transaction, {
    ...{ source, runId: String(runId), recordedAt: now },
    ...event,
    ...byItself,
  })
}

function measureOf(
  { since: _, ...measure }: Measured,
  before: readonly DayShare[] = [],
): GateMeasure {
  return { ...measure, shares: sharesKept(before, measure) }
}

/** Many small losses are measured against the most that there was. */
function withMost(measured: Measured, good: GateMeasure): GateMeasure {
  const records = Object.entries(measured.records).map(([stream, count]) => {
    return [stream, Math.max(count, good.records[stream] ?? 0)] as const
  })
  return { ...measureOf(measured, good.shares), records: Object.fromEntries(records) }
}

/** A person's word that what a source brought is right. */
export interface Acceptance {
  readonly by: string
  readonly note: string | null
}

/** Lets through what waits, which is the measure from now on. Returns whether anything waited. */
export async function acceptSource(
  transaction: Transaction<Tables>,
  source: string,
  { by, note, clock, now }: Acceptance & { readonly clock: number; readonly now: number },
): Promise<boolean> {
  const [closed] = await listClosedGates(transaction, { source })
  if (!closed) return false
  const last = (await listGateEvents(transaction, { source })).at(-1)
  const { asOf, reasons } = closed
  await recordGateEvent(transaction, {
    ...{ source, action: 'accepted', asOf, reasons, by, note, recordedAt: now },
    runId: last?.runId ?? null,
  })
  const today = dayNumberOf(clock)
  const measure = measureOf(await measureSource(transaction, { source, today }))
  await keepGood(transaction, source, { at: now, measure })
  return true
}
