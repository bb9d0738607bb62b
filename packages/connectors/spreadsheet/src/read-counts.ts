import {
  type Key,
  type Page,
  type ReadRequest,
  refusedRecord,
  type StreamSpec,
} from '@cchc/connector-kit'
import { DOSSIER_COUNT_KEY, DossierCount, type Message, say } from '@cchc/domain'
import { type CountRows, countRows } from './counts/count-table.ts'
import type { CountTable } from './counts/figure-rows.ts'
import { statedTwice } from './counts/stated-twice.ts'
import { daysText } from './days-text.ts'
import { daysBasis } from './dossiers/held-by.ts'
import { FolderCursor, folderCursorSteps, saved } from './folder-cursor.ts'
import { planPass, type ReadFolder } from './read-folder.ts'
import { type Settings, settingsOf } from './settings.ts'
import { placeOf } from './understand.ts'

const KEY = [...DOSSIER_COUNT_KEY, 'document'] as const

/** Rows of Form II.06a, of the weekly form and of 07a/BTP in the files of a folder. */
export const counts = {
  entity: 'dossier-count',
  record: DossierCount,
  key: KEY,
  cursor: FolderCursor,
  cursorSteps: folderCursorSteps,
  deletes: 'pages',
} satisfies StreamSpec

type CountPage = Page<typeof counts>

/**
 * Reads the forms that are new. What a replaced file no longer states, and all that a file stated that is gone, is removed;
 * one that cannot be read leaves what it stated before.
 */
export async function* readCounts(
  folder: ReadFolder,
  { cursor }: ReadRequest<FolderCursor>,
): AsyncGenerator<CountPage, void, undefined> {
  const { config, io } = folder
  const settings = settingsOf(config, io.now())
  const pass = await planPass(io, config, cursor)
  const files = { ...pass.start.files }
  const position = () => saved({ ...pass.start, again: false, files })
  const gone = pass.gone.map((path) => ({ path, keys: files[path]?.keys ?? [] }))
  for (const path of pass.gone) delete files[path]
  yield {
    records: [],
    removed: gone.flatMap(({ keys }) => keys),
    warnings: gone.filter(({ keys }) => keys.length > 0).map(goneForm),
    cursor: position(),
  }
  for (const file of pass.fresh) {
    const forms = (await folder.readForms(file, settings))?.forms
    if (!forms) continue
    const stated = statedIn(forms, { settings, document: file.path })
    const keys = stated.counts.map(keyOf)
    const before = files[file.path]?.keys ?? []
    files[file.path] = { sha256: file.sha256, keys }
    const kept = new Set(keys.map(textOfKey))
    yield {
      records: [...stated.counts, ...stated.refused],
      notes: stated.notes,
      warnings: stated.warnings,
      removed: before.filter((key) => !kept.has(textOfKey(key))),
      cursor: position(),
    }
  }
  if (pass.fresh.length === 0) return
  const stated = Object.values(files).flatMap(({ keys = [] }) => keys)
  yield { records: [], warnings: statedTwice(stated, pass.fresh), cursor: position() }
}

function goneForm({ path: place, keys }: { readonly path: string; readonly keys: readonly Key[] }) {
  return say(
    '{place}: is no longer in the folder; the {count} rows that it stated count no more. Put it back to have them again.',
    { place, count: keys.length },
  )
}

function keyOf(count: DossierCount): Key {
  return Object.fromEntries(KEY.map((name) => [name, count[name] ?? '']))
}

function textOfKey(key: Key): string {
  return KEY.map((name) => key[name]).join('|')
}

interface Stated {
  readonly counts: readonly DossierCount[]
  readonly refused: readonly never[]
  readonly notes: readonly Message[]
  readonly warnings: readonly Message[]
}

function statedIn(
  forms: readonly CountTable[],
  of: { readonly settings: Settings; readonly document: string },
): Stated {
  const read = forms.map((table) => ({ table, ...countRows(table, of) }))
  return {
    counts: read.flatMap((form) => form.counts),
    refused: read.flatMap(({ refused }) => refused.map((fault) => refusedRow(fault, of.document))),
    notes: read.flatMap(({ table, counts: own }) => noteOf(own, { ...of, table })),
    warnings: read.flatMap(({ warnings }) =>
      warnings.map((note) => say('{place}: {note}', { place: of.document, note })),
    ),
  }
}

/** Of how many units and fields a form is, and of which days. */
function noteOf(
  own: readonly DossierCount[],
  {
    table,
    settings,
    document,
  }: {
    readonly table: CountTable
    readonly settings: Settings
    readonly document: string
  },
): readonly Message[] {
  const [first] = own
  const basis = daysBasis(table.preface.daysIn, settings)
  if (!first || !basis) return []
  const fields = own.filter(({ fieldCode }) => fieldCode !== null).length
  return [
    say('{place}: a form with figures of {count} units and {fields} fields for {days} ({basis})', {
      place: placeOf(document, table.grid),
      ...{ count: own.length - fields, fields, days: daysText(first), basis },
    }),
  ]
}

function refusedRow({ fault }: CountRows['refused'][number], document: string): never {
  const { message, path, fix } = fault
  return refusedRecord(say('{place}: {note}', { place: document, note: message }), {
    path,
    known: { document },
    ...(fix && { fix }),
  })
}
