import {
  type DossierPass,
  type HttpIo,
  lookUpByCode,
  mapRecords,
  type Page,
  type PassBegin,
  type PassCursor,
  type Passes,
  parseIsoTime,
  passBegunAt,
  passCursor,
  passWindows,
  type ReadRequest,
  type Row,
  readAhead,
  readPasses,
  type StreamSpec,
  type Windows,
} from '@cchc/connector-kit'
import { Dossier, dayNumber, isAhead, startOfDay } from '@cchc/domain'
import { z } from 'zod'
import { knownOfDossier, mapDossier } from './map-dossier.ts'
import { type Searched, searchRows, searchSlice } from './search.ts'
import { ChangesPass, listsOf, type Slice } from './slices.ts'

/** Dossiers as counting facts. */
export const dossiers = {
  entity: 'dossier',
  record: Dossier,
  key: ['code'],
  cursor: passCursor(ChangesPass),
  cursorSteps: [withCompletePass],
  deletes: 'pages',
  lastingId: true,
  quiet: 'suspicious',
} satisfies StreamSpec

const Version1 = z.looseObject({
  complete: z.object({ startedAt: z.iso.datetime(), seenTo: z.iso.datetime() }).nullable(),
})

/** Version 1 kept no more of the last complete pass than these two. */
function withCompletePass(older: unknown): unknown {
  const { complete, ...cursor } = Version1.parse(older)
  if (complete === null) return { ...cursor, complete }
  const { startedAt, seenTo } = complete
  return { ...cursor, complete: { ...passBegunAt(startedAt), seenTo, changedSince: seenTo } }
}

interface Context extends Searched {
  readonly io: HttpIo
}

/** Reads what may have changed since the last complete pass; everything since `config.since` when there was none. */
export function readDossiers(
  context: Context,
  request: ReadRequest<PassCursor<ChangesPass>>,
): AsyncIterable<Page<typeof dossiers>> {
  return readPasses(passesOf(context), request)
}

/** So many lists of received dossiers are one window of a long reading. */
const LISTS_OF_WINDOW = 4

/** How a long reading is split by days of reception; what changed of older dossiers is read when all are there. */
export function dossierWindows(context: Context): Windows<typeof dossiers> {
  const { windowDays } = context.config
  const { read, ...windows } = passWindows(() => passesOf(context), LISTS_OF_WINDOW * windowDays)
  return { ...windows, read: (window) => readAhead(read(window)) }
}

function passesOf(context: Context): Passes<ChangesPass, Slice, Dossier> {
  const { config, io } = context
  return {
    ...config,
    now: io.now(),
    begin: (pass, begin) => beginPass(context, pass, begin),
    lists: (pass, isLimited) => listsOf(pass, config, isLimited),
    rows: (slice, place) => searchSlice(context, slice, place),
    map: (rows) => mapDossiers(context, rows),
  }
}

async function beginPass(
  context: Context,
  pass: DossierPass,
  { last, isLimited }: PassBegin<ChangesPass>,
): Promise<ChangesPass> {
  if (isLimited) return { ...pass, seenTo: pass.startedAt, changedSince: pass.startedAt }
  const { since, overlapMinutes } = context.config
  const changedSince =
    last === null ? startOfDay(dayNumber(since)) : Date.parse(last.seenTo) - overlapMinutes * 60_000
  const seenTo = new Date(await newestChange(context)).toISOString()
  return { ...pass, seenTo, changedSince: new Date(changedSince).toISOString() }
}

/** By the clock of the portal, which may run behind; one that runs ahead is not believed. */
async function newestChange(context: Context): Promise<number> {
  const now = context.io.now()
  const [newest] = await searchRows(context, { sort: 'updatedDate,desc' }, 1)
  const at = parseIsoTime(newest?.[context.config.fields.updated])
  return at === null || Number.isNaN(at) || isAhead(at, now) ? now : at
}

function mapDossiers({ config }: Searched, rows: readonly Row[]): readonly Dossier[] {
  return mapRecords(rows, (row) => mapDossier(row, config), knownOfDossier)
}

/** Reads single dossiers by their codes; one that the portal no longer has is left out. */
export function lookupDossiers(
  searched: Searched,
  keys: readonly Readonly<Record<string, string>>[],
): AsyncIterable<readonly Dossier[]> {
  return lookUpByCode(keys, {
    field: 'code',
    find: (code) => searchRows(searched, { code }, 10),
    map: (rows) => mapDossiers(searched, rows),
  })
}

/** One dossier: enough to know that address, login and rights are good. */
export async function tryDossiers(searched: Searched): Promise<void> {
  await searchRows(searched, { sort: 'updatedDate,desc' }, 1)
}
