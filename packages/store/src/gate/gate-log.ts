import type { Message } from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { KnownAt } from '../history/known-at.ts'
import type { GateEventTable, Tables } from '../tables.ts'
import type { ClosedGate, GateEvent, GateMeasure } from './gate.ts'

/** When what a source brought was last good, epoch ms, and how it measured then. */
export interface LastGood {
  readonly at: number
  readonly measure: GateMeasure
}

export async function lastGood(db: Kysely<Tables>, source: string): Promise<LastGood | undefined> {
  const row = await db
    .selectFrom('gate')
    .selectAll()
    .where('source', '=', source)
    .executeTakeFirst()
  return row && { at: row.good_at, measure: JSON.parse(row.measure) as GateMeasure }
}

export async function keepGood(
  db: Transaction<Tables>,
  source: string,
  { at, measure }: LastGood,
): Promise<void> {
  const values = { good_at: at, measure: JSON.stringify(measure) }
  await db
    .insertInto('gate')
    .values({ source, ...values })
    .onConflict((conflict) => conflict.column('source').doUpdateSet(values))
    .execute()
}

export async function recordGateEvent(
  db: Transaction<Tables>,
  event: Omit<GateEvent, 'id'>,
): Promise<void> {
  await db
    .insertInto('gate_event')
    .values({
      source: event.source,
      action: event.action,
      as_of: event.asOf,
      reasons: JSON.stringify(event.reasons),
      run_id: event.runId === null ? null : Number(event.runId),
      actor: event.by,
      note: event.note,
      recorded_at: event.recordedAt,
    })
    .execute()
}

/** Which events: of a source, or of a run. */
export interface GateQuery extends KnownAt {
  readonly source?: string
  readonly run?: string
}

/** In the order of writing. */
export async function listGateEvents(
  db: Kysely<Tables>,
  { source, run, asKnownAt }: GateQuery = {},
): Promise<readonly GateEvent[]> {
  let select = db.selectFrom('gate_event').selectAll()
  if (source !== undefined) select = select.where('source', '=', source)
  if (run !== undefined) select = select.where('run_id', '=', Number(run))
  if (asKnownAt !== undefined) select = select.where('recorded_at', '<=', asKnownAt)
  return (await select.orderBy('id').execute()).map(decodeEvent)
}

/** The gates that are closed, or were at an instant, by source. */
export async function listClosedGates(
  db: Kysely<Tables>,
  query: GateQuery = {},
): Promise<readonly ClosedGate[]> {
  const gates = new Map<string, ClosedGate>()
  for (const { source, action, asOf, reasons, recordedAt } of await listGateEvents(db, query)) {
    if (action !== 'closed') gates.delete(source)
    else {
      const since = gates.get(source)?.since ?? recordedAt
      gates.set(source, { source, since, asOf, reasons })
    }
  }
  return [...gates.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1))
}

function decodeEvent(row: Selectable<GateEventTable>): GateEvent {
  return {
    id: String(row.id),
    source: row.source,
    action: row.action as GateEvent['action'],
    asOf: row.as_of,
    reasons: JSON.parse(row.reasons) as Message[],
    runId: row.run_id === null ? null : String(row.run_id),
    by: row.actor,
    note: row.note,
    recordedAt: row.recorded_at,
  }
}
