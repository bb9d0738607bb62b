import {
  type HttpIo,
  looseText,
  mapEach,
  type Page,
  type ReadRequest,
  type Row,
  type StreamSpec,
} from '@cchc/connector-kit'
import { Dossier, dayNumber, dayNumberOf, dayText, isAhead, startOfDay } from '@cchc/domain'
import { DossierCursor, type Pass, PHASES } from './dossier-cursor.ts'
import { knownOfDossier, mapDossier } from './map-dossier.ts'
import { type Searched, searchRows, searchSlice } from './search.ts'
import { plusDays, slicesFrom } from './slices.ts'
import { igateInstant } from './time.ts'

/** Dossiers as counting facts. */
export const dossiers = {
  entity: 'dossier',
  record: Dossier,
  key: ['code'],
  cursor: DossierCursor,
  deletes: 'pages',
  lastingId: true,
  quiet: 'suspicious',
} satisfies StreamSpec

type DossierPage = Page<typeof dossiers>

interface Context extends Searched {
  readonly io: HttpIo
}

const NOTHING_READ: DossierCursor = { complete: null, pass: null, limited: null }

/** Reads what may have changed since the last whole pass; everything since `config.since` when there was none. */
export async function* readDossiers(
  context: Context,
  request: ReadRequest<DossierCursor>,
): AsyncGenerator<DossierPage, void, undefined> {
  const cursor = request.cursor ?? NOTHING_READ
  if (request.from !== undefined || request.to !== undefined) {
    const pass = limitedPass(context, request)
    for await (const { at, ...page } of readPass(context, pass, ['received'])) {
      yield { ...page, cursor: { ...cursor, limited: at } }
    }
    yield { records: [], cursor: { ...cursor, limited: null } }
    return
  }
  const pass = await wholePass(context, cursor)
  for await (const { at, ...page } of readPass(context, pass, PHASES)) {
    yield { ...page, cursor: { ...cursor, pass: at } }
  }
  const { startedAt, seenTo } = pass
  yield { records: [], cursor: { ...cursor, complete: { startedAt, seenTo }, pass: null } }
}

async function wholePass(context: Context, { complete, pass }: DossierCursor): Promise<Pass> {
  const { config, io } = context
  const today = dayAt(io.now())
  if (pass !== null) return { ...pass, to: later(pass.to, today) }
  const seenTo = instantText(await newestChange(context))
  if (complete === null) {
    const changedSince = instantText(startOfDay(dayNumber(config.since)))
    return newPass(io.now(), { seenTo, from: config.since, to: today, changedSince })
  }
  const from = plusDays(dayAt(Date.parse(complete.startedAt)), -config.overlapDays)
  const changedSince = instantText(Date.parse(complete.seenTo) - config.overlapMinutes * 60_000)
  const days = { from: later(from, config.since), to: today }
  return newPass(io.now(), { seenTo, ...days, changedSince })
}

function limitedPass({ config, io }: Context, request: ReadRequest<DossierCursor>): Pass {
  const from = request.from ?? config.since
  const to = request.to ?? dayAt(io.now())
  const earlier = request.cursor?.limited
  if (earlier?.from === from && earlier.to === to) return earlier
  const now = instantText(io.now())
  return newPass(io.now(), { seenTo: now, from, to, changedSince: now })
}

function newPass(now: number, pass: Pick<Pass, 'seenTo' | 'from' | 'to' | 'changedSince'>): Pass {
  return { startedAt: instantText(now), ...pass, phase: 'received', at: null, start: 0 }
}

/** By the clock of the portal, which may run behind; one that runs ahead is not believed. */
async function newestChange(context: Context): Promise<number> {
  const now = context.io.now()
  const [newest] = await searchRows(context, { sort: 'updatedDate,desc' }, 1)
  const at = igateInstant(newest?.[context.config.fields.updated])
  return at === null || Number.isNaN(at) || isAhead(at, now) ? now : at
}

function later(day: string, other: string): string {
  return [day, other].toSorted()[1] ?? day
}

function dayAt(instant: number): string {
  return dayText(dayNumberOf(instant))
}

function instantText(instant: number): string {
  return new Date(instant).toISOString()
}

async function* readPass(context: Context, pass: Pass, phases: readonly Pass['phase'][]) {
  let { start, mark } = pass
  for (const slice of slicesFrom(pass, context.config, phases)) {
    let at: Pass = { ...pass, phase: slice.phase, at: slice.at, start, mark }
    for await (const { rows, next, mark: row } of searchSlice(context, slice, { start, mark })) {
      at = { ...at, start: next, mark: row }
      yield { records: mapDossiers(context, rows), at }
    }
    if (slice.isWhole && start === 0) yield { records: [], at, whole: slice.received }
    start = 0
    mark = undefined
  }
}

function mapDossiers({ config }: Searched, rows: readonly Row[]): readonly Dossier[] {
  const { mapped, unreadable } = mapEach(rows, (row) => mapDossier(row, config), knownOfDossier)
  return unreadable.length === 0 ? mapped : [...mapped, ...unreadable]
}

/** Reads single dossiers by their codes; one that the portal no longer has is left out. */
export async function* lookupDossiers(
  searched: Searched,
  keys: readonly Readonly<Record<string, string>>[],
): AsyncGenerator<readonly Dossier[], void, undefined> {
  for (const { code } of keys) {
    if (code === undefined) continue
    const rows = await searchRows(searched, { code }, 10)
    yield mapDossiers(
      searched,
      rows.filter((row) => looseText(row.code).trim() === code),
    )
  }
}

/** One dossier: enough to know that address, login and rights are good. */
export async function tryDossiers(searched: Searched): Promise<void> {
  await searchRows(searched, { sort: 'updatedDate,desc' }, 1)
}
