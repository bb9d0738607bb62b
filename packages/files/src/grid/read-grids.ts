import { isAppError, type Message, say, UsageError } from '@cchc/domain'
import type { ReadPart } from '../workbook/zip-parts.ts'
import { csvGrid } from './csv-grid.ts'
import { type FileContent, fileContent } from './file-content.ts'
import { type Grid, MOST_CELLS, TooLarge } from './grid.ts'
import { refuseLongFile, tooLarge } from './long-file.ts'

/** A file that someone hands in: its name, for people, and its bytes. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The sheets of a workbook (xlsx, xls, ods), the tables of a text document (docx, odt) or a web page, or the one table of
 * a text file, as its bytes say and whatever its name ends with. Throws a UsageError for everything else and for more than `mostCells` filled cells.
 */
export async function readGrids(
  file: GivenFile,
  { mostCells = MOST_CELLS }: { readonly mostCells?: number } = {},
): Promise<readonly Grid[]> {
  refuseLongFile({ name: file.name, size: file.bytes.length })
  try {
    return await gridsOf(file, mostCells)
  } catch (thrown) {
    if (thrown instanceof TooLarge) throw tooLarge(file.name, thrown)
    throw isAppError(thrown) ? thrown : damaged(file.name, thrown)
  }
}

async function gridsOf({ name, bytes }: GivenFile, most: number): Promise<readonly Grid[]> {
  const content = await fileContent(bytes)
  switch (content.kind) {
    case 'xlsx':
      return (await import('./xlsx-grid.ts')).xlsxGrids(content.parts.read, most)
    case 'ods':
      return (await import('./ods-grid.ts')).odsGrids(content.parts.read, most)
    case 'docx':
    case 'odt':
      return documentOf(name, { kind: content.kind, read: content.parts.read, most })
    case 'xls':
      return (await import('./xls-grid.ts')).xlsGrids(bytes, most)
    case 'html':
      return (await import('./html-grid.ts')).htmlGrids(content.text, most)
    case 'csv':
      return [csvGrid(content.text, most)]
    default:
      throw notATable(name, content.kind)
  }
}

async function documentOf(
  file: string,
  of: { readonly kind: 'docx' | 'odt'; readonly read: ReadPart; readonly most: number },
): Promise<readonly Grid[]> {
  const { documentGrids } = await import('./document-grids.ts')
  try {
    return await documentGrids(of.kind, of)
  } catch (cause) {
    if (cause instanceof TooLarge) throw cause
    throw new UsageError(say('{file} cannot be read as a text document.', { file }), {
      cause,
      fix: SAVE_AS_DOCX,
    })
  }
}

function damaged(file: string, cause: unknown): UsageError {
  return new UsageError(say('{file} cannot be read as a spreadsheet.', { file }), {
    cause,
    fix: SAVE_AGAIN,
  })
}

const SAVE_AGAIN = say('Open it and save it again as .xlsx or .docx, without a password.')

const SAVE_AS_DOCX = say(
  'Open it in Word or LibreOffice, choose “Save As”, take “Word Document (.docx)” and give that file.',
)

type NoTable = Exclude<
  FileContent['kind'],
  'xlsx' | 'ods' | 'docx' | 'odt' | 'xls' | 'html' | 'csv'
>

const REFUSALS: Readonly<Record<NoTable, { message(file: string): Message; fix: Message }>> = {
  doc: {
    message: (file) =>
      say('{file} is a .doc or .rtf document, whose tables are not read.', { file }),
    fix: SAVE_AS_DOCX,
  },
  pdf: {
    message: (file) => say('{file} is a PDF, whose tables are not read.', { file }),
    fix: say(
      'Ask for the file that it was made from; or open it in Word, save it as .docx, look its tables over and give that file.',
    ),
  },
  locked: {
    message: (file) => say('{file} is locked with a password.', { file }),
    fix: SAVE_AGAIN,
  },
  json: {
    message: (file) => say('{file} is JSON and no table.', { file }),
    fix: say('Save it as .xlsx, .docx, .ods, .odt, .xls or .csv.'),
  },
  unknown: {
    message: (file) =>
      say('{file} is no spreadsheet, and no text whose characters are known.', { file }),
    fix: say('Save it again as .xlsx, or as “CSV UTF-8”.'),
  },
}

function notATable(file: string, kind: NoTable): UsageError {
  const { message, fix } = REFUSALS[kind]
  return new UsageError(message(file), { fix })
}
