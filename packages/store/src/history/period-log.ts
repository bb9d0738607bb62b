import { isWithin, RunConflict, say } from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { inChunks } from '../in-chunks.ts'
import type { PeriodEventTable, Tables } from '../tables.ts'
import type { KnownAt } from './known-at.ts'
import type { NewPeriodEvent, PeriodEvent, PeriodFigure, PeriodKey } from './period-event.ts'

/**
 * Writes an event with its figures; throws RunConflict when the period has an event that the writer had not seen, and when
 * figures were entered since what a closing froze.
 */
export async function recordPeriodEvent(
  transaction: Transaction<Tables>,
  event: NewPeriodEvent,
  recordedAt: number,
): Promise<PeriodEvent> {
  const [last] = (await listPeriodEvents(transaction, event)).toReversed()
  if ((last?.id ?? null) !== event.after) throw changedMeanwhile(event)
  if (event.action === 'close') await requireNothingEntered(transaction, event)
  const row = await transaction
    .insertInto('period_event')
    .values({
      organisation_code: event.organisation,
      from_day: event.from,
      to_day: event.to,
      period_text: event.text,
      action: event.action,
      actor: event.by,
      note: event.note,
      as_of: event.asOf,
      recorded_at: recordedAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  for (const chunk of inChunks(event.figures)) {
    await transaction
      .insertInto('period_figure')
      .values(chunk.map((figure) => ({ ...encodeFigure(figure), event_id: row.id })))
      .execute()
  }
  return decodeEvent(row)
}

/** Every event in the order in which they were written; of one period where that is given. */
export async function listPeriodEvents(
  db: Kysely<Tables>,
  query: Partial<PeriodKey> & KnownAt = {},
): Promise<readonly PeriodEvent[]> {
  const { organisation, from, to, asKnownAt } = query
  let select = db.selectFrom('period_event').selectAll()
  if (organisation !== undefined) select = select.where('organisation_code', '=', organisation)
  if (from !== undefined) select = select.where('from_day', '=', from)
  if (to !== undefined) select = select.where('to_day', '=', to)
  if (asKnownAt !== undefined) select = select.where('recorded_at', '<=', asKnownAt)
  return (await select.orderBy('id').execute()).map(decodeEvent)
}

/** The figures that an event froze. */
export async function listPeriodFigures(
  db: Kysely<Tables>,
  eventId: string,
): Promise<readonly PeriodFigure[]> {
  const rows = await db
    .selectFrom('period_figure')
    .selectAll()
    .where('event_id', '=', Number(eventId))
    .orderBy('rule')
    .orderBy('organisation_code')
    .orderBy('scope')
    .execute()
  return rows.map((row) => ({
    rule: row.rule,
    ruleVersion: row.rule_version,
    organisation: row.organisation_code,
    scope: row.scope === 'all' ? 'all' : 'own',
    statistics: JSON.parse(row.statistics) as PeriodFigure['statistics'],
  }))
}

function encodeFigure({ rule, ruleVersion, organisation, scope, statistics }: PeriodFigure) {
  return {
    rule,
    rule_version: ruleVersion,
    organisation_code: organisation,
    scope,
    statistics: JSON.stringify(statistics),
  }
}

function decodeEvent(row: Selectable<PeriodEventTable>): PeriodEvent {
  return {
    id: String(row.id),
    organisation: row.organisation_code,
    from: row.from_day,
    to: row.to_day,
    text: row.period_text,
    action: row.action === 'reopen' ? 'reopen' : 'close',
    by: row.actor,
    note: row.note,
    asOf: row.as_of,
    recordedAt: row.recorded_at,
  }
}

function changedMeanwhile({ organisation, text }: NewPeriodEvent): RunConflict {
  return new RunConflict(
    say('The period {period} of {organisation} was closed or reopened by someone else just now.', {
      period: text,
      organisation,
    }),
    { fix: say('Look at the list of periods and try again if it is still needed.') },
  )
}

/** Throws a RunConflict where a figure of the period was entered after what a closing froze, and before it was written. */
async function requireNothingEntered(
  transaction: Transaction<Tables>,
  { organisation, from, to, text, asOf }: NewPeriodEvent,
): Promise<void> {
  const entered = await transaction
    .selectFrom('manual_figure')
    .select('organisation_code')
    .where('from_day', '=', from)
    .where('to_day', '=', to)
    .where('entered_at', '>', asOf)
    .execute()
  if (!entered.some((row) => isWithin(row.organisation_code, organisation))) return
  throw new RunConflict(
    say('A figure of {period} was entered while the period was being closed; it is still open.', {
      period: text,
    }),
    { fix: say('Close it again; what was entered is part of it then.') },
  )
}
