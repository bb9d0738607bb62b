import {
  type FilesIo,
  type Key,
  type Page,
  type ReadRequest,
  refusedRecord,
  type StreamSpec,
} from '@cchc/connector-kit'
import { DOSSIER_COUNT_KEY, DossierCount, type Message, say } from '@cchc/domain'
import type { SpreadsheetConfig } from './config.ts'
import { type CountRows, countRows } from './counts/count-table.ts'
import { FolderCursor, planPass, readFile } from './read-folder.ts'
import { type Settings, settingsOf } from './settings.ts'
import { placeOf, type Understood } from './understand.ts'

const KEY = [...DOSSIER_COUNT_KEY, 'document'] as const

/** Rows of Form II.06a, of the weekly form and of 07a/BTP in the files of a folder. */
export const counts = {
  entity: 'dossier-count',
  record: DossierCount,
  key: KEY,
  cursor: FolderCursor,
  deletes: 'pages',
} satisfies StreamSpec

type CountPage = Page<typeof counts>

/** Reads the forms that are new. What a replaced file no longer states, and all that a file stated that is gone, is removed. */
export async function* readCounts(
  { config, io }: { readonly config: SpreadsheetConfig; readonly io: FilesIo },
  { cursor }: ReadRequest<FolderCursor>,
): AsyncGenerator<CountPage, void, undefined> {
  const settings = settingsOf(config, io.now())
  const pass = await planPass(io, config, cursor)
  const files = { ...pass.start.files }
  const position = () => ({ ...pass.start, again: false, files: { ...files } })
  const removed = pass.gone.flatMap((path) => files[path]?.keys ?? [])
  for (const path of pass.gone) delete files[path]
  yield { records: [], removed, cursor: position() }
  for (const file of pass.fresh) {
    const read = await readFile(io, file, settings)
    if ('refused' in read) continue
    const stated = statedIn(read.understood, { settings, document: file.path })
    const keys = stated.counts.map(keyOf)
    const before = files[file.path]?.keys ?? []
    files[file.path] = { sha256: file.sha256, keys }
    yield {
      records: [...stated.counts, ...stated.refused],
      notes: stated.notes,
      removed: before.filter((key) => !keys.some((own) => isSame(own, key))),
      cursor: position(),
    }
  }
}

function keyOf(count: DossierCount): Key {
  return Object.fromEntries(KEY.map((name) => [name, count[name] ?? '']))
}

function isSame(one: Key, other: Key): boolean {
  return KEY.every((name) => one[name] === other[name])
}

interface Stated {
  readonly counts: readonly DossierCount[]
  readonly refused: readonly never[]
  readonly notes: readonly Message[]
}

function statedIn(
  { tables }: Understood,
  of: { readonly settings: Settings; readonly document: string },
): Stated {
  const forms = tables.filter((table) => table.kind === 'counts')
  const read = forms.map((table) => ({ table, ...countRows(table, of) }))
  return {
    counts: read.flatMap((form) => form.counts),
    refused: read.flatMap(({ refused }) => refused.map((fault) => refusedRow(fault, of.document))),
    notes: read.flatMap(({ table, notes, counts: own }) => {
      const place = placeOf(of.document, table.grid)
      return [
        say('{place}: a form with the figures of {count} units', { place, count: own.length }),
        ...notes.map((note) => say('{place}: {note}', { place: of.document, note })),
      ]
    }),
  }
}

function refusedRow({ fault }: CountRows['refused'][number], document: string): never {
  const { message, path, fix } = fault
  return refusedRecord(say('{place}: {note}', { place: document, note: message }), {
    path,
    known: { document },
    ...(fix && { fix }),
  })
}
