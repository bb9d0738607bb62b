import { instantText, type Message, NotFoundError, say } from '@cchc/domain'
import type { GivenFile } from '@cchc/files/check'
import type { DocumentKind } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { type Entering, entryOptions, organisationOf, originOf } from './entered-scope.ts'

/** Keeps a document of an organisation; its year is what it says. */
export async function keepDocument<T extends { readonly year: number }>(
  { store }: HubContext,
  kind: DocumentKind,
  document: {
    readonly organisation: { readonly code: string; readonly name: string }
    readonly asked: Entering & { readonly file: GivenFile }
    readonly content: T
  },
) {
  const { organisation, asked, content } = document
  const { year } = content
  const changed = await store.saveDocument(
    { kind, organisation: organisation.code, year, content, origin: originOf(asked.file) },
    entryOptions(asked),
  )
  return { organisation, year, dryRun: asked.dryRun ?? false, changed, content }
}

/** The document of an organisation and year, or its newest one; throws NotFoundError where none was entered. */
export async function requireDocument(
  hub: HubContext,
  kind: DocumentKind,
  asked: { readonly org?: string | undefined; readonly year?: number | undefined },
) {
  const { organisation, level } = await organisationOf(hub, asked)
  const { year } = asked
  const scope = { kind, organisation: organisation.code, ...(year === undefined ? {} : { year }) }
  const stored = (await hub.store.listDocuments(scope)).at(-1)
  if (!stored) throw notEntered(scope)
  const { enteredBy, enteredAt, origin, reason } = stored
  const entered = { enteredBy, enteredAt: instantText(enteredAt), origin, reason }
  return { stored, level, about: { organisation, year: stored.year, ...entered } }
}

interface DocumentScope {
  readonly kind: DocumentKind
  readonly organisation: string
  readonly year?: number
}

function notEntered(scope: DocumentScope): NotFoundError {
  const { kind, organisation, year } = scope
  const command = `cchc ${kind} import FILE --org ${organisation}${year ? ` --year ${year}` : ''}`
  return new NotFoundError(noneEntered(scope), { fix: say('Enter it: {command}', { command }) })
}

function noneEntered({ kind, organisation, year }: DocumentScope): Message {
  if (year === undefined) {
    return kind === 'plan'
      ? say('No plan of {organisation} was entered.', { organisation })
      : say('No index of {organisation} was entered.', { organisation })
  }
  return kind === 'plan'
    ? say('No plan of {year} of {organisation} was entered.', { year, organisation })
    : say('No index of {year} of {organisation} was entered.', { year, organisation })
}
