import type { FilesIo, Page, ReadRequest, SourceFile, StreamSpec } from '@cchc/connector-kit'
import { Dossier, dayNumberOf, dayText, type Message, printDay, say } from '@cchc/domain'
import type { SpreadsheetConfig } from './config.ts'
import { type DossierTable, dossierRows } from './dossiers/dossier-table.ts'
import { FolderCursor, listFiles, planPass, type ReadOutcome, readFile } from './read-folder.ts'
import { type Settings, settingsOf } from './settings.ts'
import { placeOf, type Understood } from './understand.ts'

/** Dossiers of the lists in a folder. */
export const dossiers = {
  entity: 'dossier',
  record: Dossier,
  key: ['code'],
  cursor: FolderCursor,
  deletes: 'pages',
  quiet: 'usual',
} satisfies StreamSpec

type DossierPage = Page<typeof dossiers>

/** Before the first dossier of any system. */
const FIRST_DAY = '1991-01-01'

/**
 * Reads the lists that are new. Where a file was replaced or is gone, all are read again, so that what no list holds any
 * more is known to be missing; unless one of them could not be read.
 */
export async function* readDossiers(
  { config, io }: { readonly config: SpreadsheetConfig; readonly io: FilesIo },
  { cursor }: ReadRequest<FolderCursor>,
): AsyncGenerator<DossierPage, void, undefined> {
  const settings = settingsOf(config, io.now())
  const pass = await planPass(io, config, cursor)
  const files = Object.fromEntries(
    Object.entries(pass.start.files).filter(([path]) => !pass.gone.includes(path)),
  )
  let isWhole = pass.again
  for (const file of pass.again ? pass.listed : pass.fresh) {
    const read = await readFile(io, file, settings)
    const given = givenBy(read, { file, settings, version: files[file.path]?.version })
    isWhole &&= 'understood' in read
    if (given.isFinal) files[file.path] = { sha256: file.sha256, version: given.version }
    const { records, notes } = given
    yield { records, notes, cursor: { ...pass.start, files: { ...files } } }
  }
  const days = { from: FIRST_DAY, to: dayText(dayNumberOf(io.now())) }
  const done = { ...pass.start, again: false, files }
  yield { records: [], cursor: done, ...(isWhole && { whole: days }) }
}

interface Given extends Pick<DossierPage, 'records'> {
  readonly notes: readonly Message[]
  readonly version: number
  readonly isFinal: boolean
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
    return { records: [read.refused], notes: [], version, isFinal: read.isFinal }
  }
  const lists = listsOf(read.understood)
  const given = lists.map((table) => ({ table, ...dossierRows(table, settings, version) }))
  const found = given.flatMap((list) => list.dossiers)
  return {
    records: [...found, ...given.flatMap(({ refused }) => refused)],
    notes: [
      ...read.understood.notes,
      ...given.flatMap(({ table, notes, dossiers: own }) => [
        ...summary(placeOf(file.path, table.grid), own),
        ...notes.map((note) => say('{place}: {note}', { place: file.path, note })),
      ]),
    ],
    version: found.reduce((latest, dossier) => Math.max(latest, dossier.version), version),
    isFinal: true,
  }
}

function listsOf({ tables }: Understood): readonly DossierTable[] {
  return tables.filter((table) => table.kind === 'dossiers')
}

/** How many dossiers a list holds, and of which days of reception. */
function summary(place: string, found: readonly Dossier[]): readonly Message[] {
  const received = found.flatMap(({ receivedAt }) => receivedAt ?? [])
  if (received.length === 0)
    return [say('{place}: a list of dossiers, none of which can be used', { place })]
  const day = (instant: number) => printDay(dayText(dayNumberOf(instant)))
  const [first, last] = received.reduce(
    ([least, most], at) => [Math.min(least, at), Math.max(most, at)],
    [Number.POSITIVE_INFINITY, 0],
  )
  const days = { from: day(first ?? 0), to: day(last ?? 0) }
  return [
    say('{place}: {count} dossiers, received from {from} to {to}', {
      place,
      count: found.length,
      ...days,
    }),
  ]
}

/** Reads the files again for single dossiers. */
export async function* lookupDossiers(
  { config, io }: { readonly config: SpreadsheetConfig; readonly io: FilesIo },
  keys: readonly Readonly<Record<string, string>>[],
): AsyncGenerator<DossierPage['records'], void, undefined> {
  const settings = settingsOf(config, io.now())
  const wanted = new Set(keys.map(({ code }) => code))
  for (const file of await listFiles(io, config)) {
    const given = givenBy(await readFile(io, file, settings), {
      file,
      settings,
      version: undefined,
    })
    yield given.records.filter((record) => wanted.has((record as { code?: string }).code))
  }
}
