import { dirname, relative, resolve, sep } from 'node:path'
import { createFiles } from '@cchc/connector-kit'
import { type Message, say, toAppError, UsageError } from '@cchc/domain'
import type { CommentLanguage } from './comment-language.ts'
import type { UnreadColumn } from './folder-columns.ts'
import { folderTemplate } from './folder-template.ts'
import { writeConfig } from './init-config.ts'

/** What was found in a folder, as it is shown: tables with their columns by their heads, and what is not understood. */
export interface FoundInFolder {
  readonly tables: readonly {
    readonly file: string
    readonly sheet: string | null
    readonly kind: 'dossiers' | 'counts'
    readonly columns: readonly { readonly head: string; readonly meaning: string }[]
    readonly days: string | null
  }[]
  readonly notes: readonly { readonly message: Message; readonly fix: Message | undefined }[]
  /** Heads that are not understood, and what they may hold. */
  readonly columns: readonly UnreadColumn[]
  readonly units: readonly {
    readonly name: string
    readonly code: string
    readonly isOwn: boolean
  }[]
}

/**
 * Looks at the exports in a folder and writes a configuration that reads them: units that the files name, with their
 * codes as far as the files tell them. Throws a ConfigError rather than overwrite anything, UsageError for a folder that
 * cannot be read, in which nothing can be read, or in which the configuration lies. A
 * folder of which columns have to be named first gets its configuration, with lines for them that are comments.
 */
export async function initFrom(
  path: string,
  {
    folder,
    now,
    language,
  }: { readonly folder: string; readonly now: number; readonly language: CommentLanguage },
): Promise<FoundInFolder> {
  const { propose } = await import('@cchc/connector-spreadsheet')
  const inside = relative(dirname(path), resolve(folder))
  if (inside === '') throw besideExports()
  const limits = { most: 1000, maxMegabytes: 64, depth: 4 }
  const files = createFiles({
    source: { path: resolve(folder), files: limits },
    signal: new AbortController().signal,
  })
  const proposal = await propose({ files }, now).catch(unreadable)
  if (proposal.tables.length === 0 && !couldBeRead(proposal))
    throw nothingUnderstood(folder, proposal)
  writeConfig(path, folderTemplate({ ...proposal, path: inside.split(sep).join('/') }, language))
  return proposal
}

/** Whether heads are such that a person can say which of them make a list. */
function couldBeRead({ columns }: Pick<FoundInFolder, 'columns'>): boolean {
  return columns.some(({ meaning }) => meaning !== null)
}

/** Nothing is configured yet, so that what is wrong is the folder that was named. */
function unreadable(thrown: unknown): never {
  const { code, said } = toAppError(thrown)
  if (code !== 'portal_unavailable' && code !== 'portal_denied') throw thrown
  throw new UsageError(say('That folder cannot be looked at: {reason}', { reason: said }), {
    fix: say(
      'Name the folder that holds the exported spreadsheets, such as: cchc init --from exports',
    ),
  })
}

/** Whatever is written beside the configuration would be read as an export. */
function besideExports(): UsageError {
  return new UsageError(say('The configuration would lie among the exports'), {
    fix: say('Go to the folder above and name this one there, such as: cchc init --from exports'),
  })
}

function nothingUnderstood(folder: string, { notes }: Pick<FoundInFolder, 'notes'>): UsageError {
  const faults = notes.map(({ message }) => ({ path: '', message }))
  return new UsageError(
    say('No file in {folder} holds a list of dossiers or a form that can be read', { folder }),
    {
      faults,
      fix: say(
        'Put lists with the code (mã hồ sơ) and the day of reception of each dossier into it, or Forms II.06a, as .xlsx, .docx, .xls, .ods, .odt or .csv.',
      ),
    },
  )
}
