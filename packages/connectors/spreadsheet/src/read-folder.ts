import { createHash } from 'node:crypto'
import { type FilesIo, refusedRecord, type SourceFile } from '@cchc/connector-kit'
import { type Field, isAppError, PortalUnavailable, say, toAppError } from '@cchc/domain'
import type { SpreadsheetConfig } from './config.ts'
import type { CountTable } from './counts/figure-rows.ts'
import { namedFields } from './dossiers/dossier-rows.ts'
import { type FolderCursor, type FolderState, stateOf } from './folder-cursor.ts'
import type { Settings } from './settings.ts'
import { type Understood, understand } from './understand.ts'

/** What a pass over the folder has to do. */
export interface FolderPass {
  readonly listed: readonly SourceFile[]
  /** Files that are new or hold something else than when they were read. */
  readonly fresh: readonly SourceFile[]
  /** Files as they were read that are there no more. */
  readonly gone: readonly string[]
  readonly start: FolderState
  /** Whether what was read may hold more than the files do now. */
  readonly again: boolean
}

/** Holds the folder against what was read. Throws PortalUnavailable for a folder without files. */
export async function planPass(
  { files }: FilesIo,
  config: SpreadsheetConfig,
  saved: FolderCursor | undefined,
): Promise<FolderPass> {
  const cursor = saved && stateOf(saved)
  const listed = await listFiles({ files }, config)
  const understoodBy = fingerprint(config)
  const isSame = cursor?.understoodBy === understoodBy
  const known = cursor?.files ?? {}
  const paths = new Set(listed.map(({ path }) => path))
  const fresh = listed.filter(({ path, sha256 }) => !isSame || known[path]?.sha256 !== sha256)
  const gone = Object.keys(known).filter((path) => !paths.has(path))
  const isReplaced = fresh.some(({ path }) => known[path] !== undefined)
  const again = cursor === undefined || cursor.again || isReplaced || gone.length > 0
  const start = { understoodBy, again, files: known, left: cursor?.left }
  return { listed, fresh, gone, again, start }
}

/** The files that are read, lock files of office programs left out. Throws PortalUnavailable where there is none. */
export async function listFiles(
  { files }: Pick<FilesIo, 'files'>,
  { ignore }: Pick<SpreadsheetConfig, 'ignore'>,
): Promise<readonly SourceFile[]> {
  const listed = await files.list()
  const read = listed.filter(({ path }) => !ignore.includes(path) && !/(^|\/)~\$[^/]*$/.test(path))
  if (read.length > 0) return read
  throw new PortalUnavailable(say('the folder holds no file'), {
    fix: say('Put the exported spreadsheets into it, or correct path in the configuration.'),
  })
}

/** Grows whenever files are understood otherwise than before, so that each is read again once after an upgrade. */
const UNDERSTANDING = 3

/** The same files may be understood otherwise by another configuration, or by another version of this connector. */
function fingerprint(config: SpreadsheetConfig): string {
  const { path: _path, files: _files, since: _since, ...meaning } = config
  const understood = JSON.stringify([UNDERSTANDING, meaning])
  return createHash('sha256').update(understood).digest('hex')
}

/** What a file holds, or the record by which it is set aside; `isFinal`: reading it again changes nothing. */
export type ReadOutcome =
  | { readonly understood: Understood }
  | { readonly refused: never; readonly isFinal: boolean }

/** Of a file its forms, and the fields that its lists name. */
interface KeptOfFile {
  readonly forms: readonly CountTable[]
  readonly listed: readonly Field[]
}

/** A folder as it is read by one run, with what its configuration says. */
export class ReadFolder {
  readonly config: SpreadsheetConfig
  readonly io: FilesIo
  /** What later streams need of a file, so that they need not read it again. */
  readonly #kept = new Map<string, KeptOfFile>()

  constructor(config: SpreadsheetConfig, io: FilesIo) {
    this.config = config
    this.io = io
  }

  async read(file: SourceFile, settings: Settings): Promise<ReadOutcome> {
    const read = await readFile(this.io, file, settings)
    if ('refused' in read) return read
    const kept = keptOf(read.understood, settings)
    const rows = kept.forms.reduce((sum, { grid }) => sum + grid.rows.length, 0)
    if (rows <= MOST_KEPT_ROWS) this.#kept.set(file.sha256, kept)
    return read
  }

  /** The forms of a file, and the fields that its lists name; undefined where it cannot be read. */
  async readForms(file: SourceFile, settings: Settings): Promise<KeptOfFile | undefined> {
    const known = this.#kept.get(file.sha256)
    if (known) return known
    const read = await this.read(file, settings)
    return 'refused' in read ? undefined : keptOf(read.understood, settings)
  }
}

function keptOf({ tables }: Understood, settings: Settings): KeptOfFile {
  return {
    forms: tables.filter((table) => table.kind === 'counts'),
    listed: tables.flatMap((table) => {
      return table.kind === 'dossiers' ? namedFields(table, settings) : []
    }),
  }
}

/** Forms have tens of rows; a larger one is read again rather than kept. */
const MOST_KEPT_ROWS = 1_000

/** Reads one file. What is wrong with it alone is told of it; anything else is thrown. */
async function readFile(io: FilesIo, file: SourceFile, settings: Settings): Promise<ReadOutcome> {
  try {
    const bytes = await io.files.read(file)
    return { understood: await understand({ name: file.path, bytes }, settings) }
  } catch (thrown) {
    if (!isAppError(thrown) || !OF_ONE_FILE.has(thrown.code)) throw thrown
    const { said, whatToDo, code } = toAppError(thrown)
    const refused = refusedRecord(said, {
      path: 'document',
      known: { document: file.path },
      ...(whatToDo && { fix: whatToDo }),
    })
    return { refused, isFinal: code === 'usage_invalid' }
  }
}

const OF_ONE_FILE: ReadonlySet<string> = new Set([
  ...['usage_invalid', 'portal_changed', 'portal_denied'],
])
