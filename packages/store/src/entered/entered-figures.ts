import {
  Cell,
  type Fault,
  instantText,
  type MessageValue,
  printCell,
  RunConflict,
  sameCell,
  say,
  UsageError,
} from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { inChunks } from '../in-chunks.ts'
import type { Tables } from '../tables.ts'
import type {
  EnteredFigureQuery,
  EntryOptions,
  EntryOutcome,
  NewEnteredFigure,
  StoredEnteredFigure,
} from './entered-store.ts'
import type { EnteredFigureTable } from './entered-tables.ts'
import { checkOptions, originOf, withSuccession } from './entry.ts'
import { requireOpen } from './open-period.ts'

type Row = Selectable<EnteredFigureTable>

/**
 * Enters figures, all or none; throws a UsageError where their period is closed, and one naming each figure that would be
 * replaced without leave, RunConflict where somebody else has replaced first what was to be.
 */
export async function setEnteredFigures(
  transaction: Transaction<Tables>,
  entries: readonly NewEnteredFigure[],
  options: EntryOptions & { readonly now: number },
): Promise<EntryOutcome> {
  checkOptions(options)
  checkOnce(entries)
  const stored = await currentOf(transaction, entries)
  const compared = entries.map((entry) => ({ entry, before: stored.get(keyOf(entry)) }))
  for (const one of compared) refuseOvertaken(one, options)
  const changed = compared.filter(({ entry, before }) => !before || !saysSame(entry, before))
  const conflicts = changed.flatMap(({ entry, before }) => {
    return before && !isBlank(before) && !options.replace ? [conflictOf(entry, before)] : []
  })
  if (conflicts.length > 0) throw conflicting(conflicts)
  if (!options.dryRun) await insert(transaction, { changed, options })
  const named = (some: typeof compared) => some.map(({ entry }) => entry.indicatorId)
  return {
    added: named(changed.filter(({ before }) => !before)),
    replaced: named(changed.filter(({ before }) => before)),
    unchanged: named(compared.filter((one) => !changed.includes(one))),
  }
}

/** Figures by organisation, period, indicator, and in the order of entering. */
export async function listEnteredFigures(
  db: Kysely<Tables>,
  query: EnteredFigureQuery = {},
): Promise<readonly StoredEnteredFigure[]> {
  const { organisation, from, to, indicatorId, includeHistory = false, asKnownAt } = query
  let select = db.selectFrom('manual_figure').selectAll()
  if (organisation !== undefined) select = select.where('organisation_code', '=', organisation)
  if (from !== undefined) select = select.where('from_day', '=', from)
  if (to !== undefined) select = select.where('to_day', '=', to)
  if (indicatorId !== undefined) select = select.where('indicator_id', '=', indicatorId)
  if (asKnownAt !== undefined) select = select.where('entered_at', '<=', asKnownAt)
  const rows = await select
    .orderBy('organisation_code')
    .orderBy('from_day')
    .orderBy('to_day')
    .orderBy('indicator_id')
    .orderBy('id')
    .execute()
  return withSuccession<Row, NewEnteredFigure>(rows, {
    includeHistory,
    decode,
    keyOf: (row) => [row.organisation_code, row.from_day, row.to_day, row.indicator_id].join(' '),
  })
}

/** The organisations of which any figure was ever entered, in the order of their codes. */
export async function listEnteringOrganisations(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('manual_figure')
    .select('organisation_code')
    .distinct()
    .orderBy('organisation_code')
    .execute()
  return rows.map(({ organisation_code }) => organisation_code)
}

function decode(row: Row): NewEnteredFigure {
  return {
    indicatorId: row.indicator_id,
    organisation: row.organisation_code,
    from: row.from_day,
    to: row.to_day,
    period: row.period_text,
    cell: Cell.parse(JSON.parse(row.cell)),
    note: row.note,
    origin: originOf(row),
  }
}

function keyOf({ organisation, from, to, indicatorId }: NewEnteredFigure): string {
  return [organisation, from, to, indicatorId].join(' ')
}

async function currentOf(
  transaction: Transaction<Tables>,
  entries: readonly NewEnteredFigure[],
): Promise<ReadonlyMap<string, StoredEnteredFigure>> {
  const scopes = Map.groupBy(
    entries,
    ({ organisation, from, to }) => `${organisation} ${from} ${to}`,
  )
  const found = new Map<string, StoredEnteredFigure>()
  for (const [first] of scopes.values()) {
    if (!first) continue
    await requireOpen(transaction, first)
    const { organisation, from, to } = first
    const stored = await listEnteredFigures(transaction, { organisation, from, to })
    for (const one of stored) found.set(keyOf(one), one)
  }
  return found
}

function saysSame(entry: NewEnteredFigure, before: StoredEnteredFigure): boolean {
  return sameCell(entry.cell, before.cell) && entry.note === before.note
}

/** A blank without a note holds nothing that could be lost. */
function isBlank({ cell, note }: StoredEnteredFigure): boolean {
  return cell.state === 'not_reported' && note === ''
}

function conflictOf(entry: NewEnteredFigure, before: StoredEnteredFigure): Fault {
  const at = entry.origin?.address
  const entered = {
    before: shown(before),
    person: before.enteredBy,
    instant: instantText(Math.floor(before.enteredAt / 1000) * 1000),
    value: shown(entry),
  }
  const message =
    before.origin === null
      ? say('holds {before}, entered by {person} on {instant}; now {value}', entered)
      : say('holds {before}, entered by {person} on {instant} from {file}; now {value}', {
          ...entered,
          file: before.origin.file,
        })
  return { path: at ? `${at} ${entry.indicatorId}` : entry.indicatorId, message }
}

function shown({ cell, note }: Pick<NewEnteredFigure, 'cell' | 'note'>): MessageValue {
  const printed = printCell(cell)
  const value = printed === '' ? say('no figure') : printed
  return note === '' ? value : say('{value} ({note})', { value, note: note.slice(0, 80) })
}

function conflicting(faults: readonly Fault[]): UsageError {
  const count = faults.length
  return new UsageError(
    count === 1
      ? say('Another figure was entered before.')
      : say('{count} other figures were entered before.', { count }),
    { fix: say('Look at each; to replace them, ask for it and give the reason.'), faults },
  )
}

function refuseOvertaken(
  {
    entry,
    before,
  }: { readonly entry: NewEnteredFigure; readonly before?: StoredEnteredFigure | undefined },
  { onlyInPlaceOf }: EntryOptions,
): void {
  if (!onlyInPlaceOf || (before && onlyInPlaceOf.includes(before.id))) return
  const values = { indicator: entry.indicatorId, period: entry.period }
  throw new RunConflict(
    say('Another figure of {indicator} was entered for {period} by someone else just now.', values),
    { fix: say('Look at the list of entries and try again if it is still needed.') },
  )
}

function checkOnce(entries: readonly NewEnteredFigure[]): void {
  const doubled = [...Map.groupBy(entries, keyOf).values()].filter(({ length }) => length > 1)
  if (doubled.length === 0) return
  throw new UsageError(say('An indicator is entered twice at once.'), {
    fix: say('Enter each indicator once.'),
    faults: doubled.flatMap(([first]) =>
      first ? [{ path: first.indicatorId, message: say('is given more than once') }] : [],
    ),
  })
}

async function insert(
  transaction: Transaction<Tables>,
  {
    changed,
    options,
  }: {
    readonly changed: readonly {
      readonly entry: NewEnteredFigure
      readonly before: StoredEnteredFigure | undefined
    }[]
    readonly options: EntryOptions & { readonly now: number }
  },
): Promise<void> {
  const rows = changed.map(({ entry }) => ({
    organisation_code: entry.organisation,
    from_day: entry.from,
    to_day: entry.to,
    indicator_id: entry.indicatorId,
    period_text: entry.period,
    cell: JSON.stringify(entry.cell),
    note: entry.note,
    entered_at: options.now,
    entered_by: options.by,
    origin_file: entry.origin?.file ?? null,
    origin_sha256: entry.origin?.sha256 ?? null,
    origin_address: entry.origin?.address ?? null,
    reason: options.reason || null,
  }))
  for (const chunk of inChunks(rows)) {
    await transaction.insertInto('manual_figure').values(chunk).execute()
  }
}
