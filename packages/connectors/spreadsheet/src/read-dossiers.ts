import type { Page, ReadRequest, SourceFile, StreamSpec } from '@cchc/connector-kit'
import {
  Dossier,
  dayNumberOf,
  dayText,
  type HeldDays,
  type Message,
  ProcedureCode,
  printDay,
  say,
  UNSTATED_PROCEDURE,
} from '@cchc/domain'
import { daysText } from './days-text.ts'
import { dossierRows } from './dossiers/dossier-rows.ts'
import type { DossierTable } from './dossiers/dossier-table.ts'
import { heldBy } from './dossiers/held-by.ts'
import { FolderCursor, folderCursorSteps, saved } from './folder-cursor.ts'
import { listFiles, planPass, type ReadFolder, type ReadOutcome } from './read-folder.ts'
import { type Settings, settingsOf } from './settings.ts'
import { placeOf } from './understand.ts'

/** Dossiers of the lists in a folder. */
export const dossiers = {
  entity: 'dossier',
  record: Dossier,
  key: ['code'],
  cursor: FolderCursor,
  cursorSteps: folderCursorSteps,
  deletes: 'pages',
  quiet: 'usual',
} satisfies StreamSpec

type DossierPage = Page<typeof dossiers>

/** Before the first dossier of any system. */
const FIRST_DAY = '1991-01-01'

/**
 * Reads the lists that are new. Where a file was replaced or is gone, all are read again, so that what no list holds any
 * more is known to be missing; unless one of them could not be read. One that cannot be read leaves what it gave before.
 */
export async function* readDossiers(
  folder: ReadFolder,
  { cursor }: ReadRequest<FolderCursor>,
): AsyncGenerator<DossierPage, void, undefined> {
  const { config, io } = folder
  const settings = settingsOf(config, io.now())
  const pass = await planPass(io, config, cursor)
  const known = pass.start.files
  const files = Object.fromEntries(
    Object.entries(known).filter(([path]) => !pass.gone.includes(path)),
  )
  const gone = pass.gone.filter((path) => (known[path]?.held ?? []).length > 0)
  const left = [...(pass.start.left ?? []), ...gone.flatMap((path) => known[path]?.held ?? [])]
  const position = () => saved({ ...pass.start, files, left })
  yield {
    records: [],
    warnings: gone.map(goneList),
    cursor: position(),
  }
  let isWhole = pass.again
  for (const file of pass.again ? pass.listed : pass.fresh) {
    const read = await folder.read(file, settings)
    const before = files[file.path]
    const given = givenBy(read, { file, settings, version: before?.version })
    isWhole &&= 'understood' in read
    const { records, notes, warnings, version } = given
    const held = given.held ?? before?.held
    if (given.isFinal)
      files[file.path] = { sha256: file.sha256, version, ...(held && { held: [...held] }) }
    yield { records, notes, warnings, cursor: position() }
  }
  const days = { from: FIRST_DAY, to: dayText(dayNumberOf(io.now())) }
  const done = saved({ ...pass.start, files, left, again: false })
  const held = [...left, ...Object.values(files).flatMap((file) => file.held ?? [])]
  yield { records: [], cursor: done, held, ...(isWhole && { whole: days }) }
}

function goneList(place: string): Message {
  return say(
    '{place}: is no longer in the folder; those of its dossiers that no other list holds are told as missing and still count. Put it back, or accept that they are gone.',
    { place },
  )
}

interface Given extends Pick<DossierPage, 'records'> {
  readonly notes: readonly Message[]
  readonly warnings: readonly Message[]
  readonly version: number
  readonly isFinal: boolean
  /** Absent where the file cannot be read. */
  readonly held?: readonly HeldDays[]
}

function givenBy(
  read: ReadOutcome,
  of: {
    readonly file: SourceFile
    readonly settings: Settings
    readonly version: number | undefined
  },
): Given {
  const { file, settings, version = 0 } = of
  if ('refused' in read) {
    const { refused, isFinal } = read
    return { records: [refused], notes: [], warnings: [], version, isFinal }
  }
  const { tables, warnings, columnWarnings } = read.understood
  const lists = tables.filter((table) => table.kind === 'dossiers')
  const given = lists.map((table) => ({
    table,
    ...dossierRows(table, settings, { version, document: file.path }),
  }))
  const told = given.map((list) => toldOf(file.path, { ...list, settings }))
  const found = given.flatMap((list) => list.dossiers)
  return {
    records: [...found, ...given.flatMap(({ refused }) => refused)],
    notes: told.flatMap(({ notes }) => notes),
    warnings: [...warnings, ...columnWarnings, ...told.flatMap((list) => list.warnings)],
    held: told.flatMap(({ held }) => held ?? []),
    version: found.reduce((latest, dossier) => Math.max(latest, dossier.version), version),
    isFinal: true,
  }
}

interface ReadList {
  readonly table: DossierTable
  readonly dossiers: readonly Dossier[]
  readonly refused: readonly unknown[]
  readonly warnings: readonly Message[]
  readonly settings: Settings
}

/** How many dossiers a list holds, of which days it takes itself to be, and what is wrong with it. */
function toldOf(path: string, { table, dossiers: found, refused, warnings, settings }: ReadList) {
  const place = placeOf(path, table.grid)
  const wrong = warnings.map((note) => say('{place}: {note}', { place: path, note }))
  const held = heldBy({ table, dossiers: found, refused, settings })
  const notes = [...peopleNote(place, table)]
  if (!held || (found.length === 0 && refused.length > 0)) {
    const none = say('{place}: a list of dossiers, none of which can be used', { place })
    return { notes, warnings: [none, ...wrong], held: held?.days }
  }
  const { days, basis } = held
  const told = say(
    '{place}: {count} dossiers, received from {first} to {last}; whole for {days} ({basis})',
    {
      ...{ place, count: found.length, days: daysText(days), basis },
      ...receivedDays(found, days),
    },
  )
  return { notes: [told, ...notes], warnings: [...wrong, ...uncoded(place, found)], held: days }
}

function receivedDays(found: readonly Dossier[], { from, to }: HeldDays) {
  const received = found.flatMap(({ receivedAt }) => receivedAt ?? [])
  const day = (instant: number) => printDay(dayText(dayNumberOf(instant)))
  if (received.length === 0) return { first: printDay(from), last: printDay(to) }
  const [first, last] = received.reduce(
    ([least, most], at) => [Math.min(least, at), Math.max(most, at)],
    [Number.POSITIVE_INFINITY, 0],
  )
  return { first: day(first ?? 0), last: day(last ?? 0) }
}

/** Dossiers whose procedure has no national code. */
function uncoded(place: string, found: readonly Dossier[]): readonly Message[] {
  const codes = found.map(({ procedureCode }) => procedureCode)
  const unstated = codes.filter((code) => code === UNSTATED_PROCEDURE).length
  const named = codes.filter((code) => !ProcedureCode.safeParse(code).success).length - unstated
  return [
    ...(named > 0
      ? [
          say(
            '{place}: {count} dossiers name their procedure without its national code and are counted under its name. Write the codes into the configuration, under procedures, to have them with those of other sources.',
            { place, count: named },
          ),
        ]
      : []),
    ...(unstated > 0
      ? [
          say(
            '{place}: {count} dossiers do not say of which procedure they are; where figures go by procedure they stand in a line of their own',
            { place, count: unstated },
          ),
        ]
      : []),
  ]
}

function peopleNote(place: string, { columns: { personal } }: DossierTable): readonly Message[] {
  if (personal.length === 0) return []
  const heads = personal.slice(0, 20).join('; ')
  return [say('{place}: columns about people, left out: {heads}', { place, heads })]
}

/** Reads the files again for single dossiers. */
export async function* lookupDossiers(
  folder: ReadFolder,
  keys: readonly Readonly<Record<string, string>>[],
): AsyncGenerator<DossierPage['records'], void, undefined> {
  const { config, io } = folder
  const settings = settingsOf(config, io.now())
  const wanted = new Set(keys.map(({ code }) => code))
  for (const file of await listFiles(io, config)) {
    const given = givenBy(await folder.read(file, settings), {
      file,
      settings,
      version: undefined,
    })
    yield given.records.filter((record) => wanted.has((record as { code?: string }).code))
  }
}
