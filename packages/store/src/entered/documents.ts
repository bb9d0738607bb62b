import { instantText, say, UsageError } from '@cchc/domain'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { canonicalJson } from '../canonical-json.ts'
import type { Tables } from '../tables.ts'
import type { DocumentQuery, EntryOptions, NewDocument, StoredDocument } from './entered-store.ts'
import type { EnteredDocumentTable } from './entered-tables.ts'
import { checkOptions, originOf, withSuccession } from './entry.ts'

/** Enters a document; throws a UsageError when it would replace another one without leave. */
export async function saveDocument(
  transaction: Transaction<Tables>,
  document: NewDocument,
  options: EntryOptions & { readonly now: number },
): Promise<boolean> {
  checkOptions(options)
  const [before] = await listDocuments(transaction, document)
  const content = canonicalJson(document.content)
  if (before && canonicalJson(before.content) === content) return false
  if (before && !options.replace) throw conflicting(before)
  if (options.dryRun) return true
  const { kind, organisation, year, origin } = document
  await transaction
    .insertInto('entered_document')
    .values({
      kind,
      organisation_code: organisation,
      year,
      content,
      entered_at: options.now,
      entered_by: options.by,
      origin_file: origin?.file ?? null,
      origin_sha256: origin?.sha256 ?? null,
      reason: options.reason || null,
    })
    .execute()
  return true
}

/** Documents by kind, organisation and year, and in the order of entering. */
export async function listDocuments(
  db: Kysely<Tables>,
  query: DocumentQuery = {},
): Promise<readonly StoredDocument[]> {
  const { kind, organisation, year, includeHistory = false, asKnownAt } = query
  let select = db.selectFrom('entered_document').selectAll()
  if (kind !== undefined) select = select.where('kind', '=', kind)
  if (organisation !== undefined) select = select.where('organisation_code', '=', organisation)
  if (year !== undefined) select = select.where('year', '=', year)
  if (asKnownAt !== undefined) select = select.where('entered_at', '<=', asKnownAt)
  const rows = await select
    .orderBy('kind')
    .orderBy('organisation_code')
    .orderBy('year')
    .orderBy('id')
    .execute()
  return withSuccession<Selectable<EnteredDocumentTable>, NewDocument>(rows, {
    includeHistory,
    decode,
    keyOf: (row) => [row.kind, row.organisation_code, row.year].join(' '),
  })
}

function decode(row: Selectable<EnteredDocumentTable>): NewDocument {
  return {
    kind: row.kind === 'index' ? 'index' : 'plan',
    organisation: row.organisation_code,
    year: row.year,
    content: JSON.parse(row.content),
    origin: originOf(row),
  }
}

function conflicting({ kind, year, enteredBy, enteredAt, origin }: StoredDocument): UsageError {
  const instant = instantText(Math.floor(enteredAt / 1000) * 1000)
  const entered = { kind: KINDS[kind], year, person: enteredBy, instant }
  return new UsageError(
    origin === null
      ? say('Another {kind} of {year} was entered by {person} on {instant}.', entered)
      : say('Another {kind} of {year} was entered by {person} on {instant} from {file}.', {
          ...entered,
          file: origin.file,
        }),
    { fix: say('Look at it; to replace it, ask for it and give the reason.') },
  )
}

const KINDS = { plan: say('plan'), index: say('index') }
