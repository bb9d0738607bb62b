import { isAppError, type Message, say, UsageError } from '@cchc/domain'
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
 * The sheets of a workbook (xlsx, xls, ods), the tables of a web page or the one table of a text file, as its bytes say
 * and whatever its name ends with. Throws a UsageError for everything else and for more than `mostCells` filled cells.
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

function damaged(file: string, cause: unknown): UsageError {
  return new UsageError(say('{file} cannot be read as a spreadsheet.', { file }), {
    cause,
    fix: SAVE_AGAIN,
  })
}

const SAVE_AGAIN = say(
  'Open it in a spreadsheet program and save it again as .xlsx, without a password.',
)

type NoTable = Exclude<FileContent['kind'], 'xlsx' | 'ods' | 'xls' | 'html' | 'csv'>

const REFUSALS: Readonly<Record<NoTable, { message(file: string): Message; fix: Message }>> = {
  document: {
    message: (file) =>
      say('{file} is a text document: neither its tables nor its text are read.', { file }),
    fix: say('Copy its table into a spreadsheet, save that as .xlsx and give that file.'),
  },
  pdf: {
    message: (file) => say('{file} is a PDF, whose tables are not read.', { file }),
    fix: say('Ask for the spreadsheet that it was made from, and give that file.'),
  },
  locked: {
    message: (file) => say('{file} is locked with a password.', { file }),
    fix: SAVE_AGAIN,
  },
  json: {
    message: (file) => say('{file} is JSON and no table.', { file }),
    fix: say('Save it as .xlsx, .ods, .xls or .csv.'),
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
