import { extname } from 'node:path'
import type { AuditedReport } from '@cchc/audit'
import { say, UsageError } from '@cchc/domain'
import { csvGrid } from '../grid/csv-grid.ts'
import { type Grid, TooLarge } from '../grid/grid.ts'
import { listRows } from './list-rows.ts'
import { readHead } from './read-head.ts'
import { taskRows } from './task-rows.ts'
import { wideTable } from './wide-rows.ts'

/** A file that someone hands in: its name, of which the ending counts, and its bytes. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How large a file may be, in bytes. */
const MOST_BYTES = 50_000_000

/**
 * Reads a filled report from xlsx, csv (commas, semicolons or tabs) or json, by the heads of its columns. Throws a
 * UsageError when there is no table of indicators in it.
 */
export async function readReportFile(file: ReportFile): Promise<AuditedReport> {
  if (isJson(file)) {
    const { jsonReport } = await import('./json-report.ts')
    return jsonReport(parsedJson(file))
  }
  const grids = await fileGrids(file)
  const lists = grids.map(listRows)
  const wide = grids.flatMap((grid, index) => {
    return lists[index]?.tables === 0 ? (wideTable(grid) ?? []) : []
  })
  const tasks = grids.flatMap(taskRows)
  const isEmpty = lists.every(({ tables }) => tables === 0) && wide.length + tasks.length === 0
  if (isEmpty) throw noTable(file)
  return {
    head: readHead(lists.flatMap(({ preface }) => preface)),
    rows: lists.flatMap(({ rows }) => rows),
    ...(wide.length > 0 ? { wide } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
  }
}

/** Whether a file is JSON and no table. */
export function isJson(file: ReportFile): boolean {
  return kindOf(file) === 'json'
}

/** The sheets of a workbook, or the one table of a text file. */
export async function fileGrids(file: ReportFile): Promise<readonly Grid[]> {
  try {
    return kindOf(file) === 'xlsx' ? await workbook(file) : [csvGrid(decoded(file))]
  } catch (thrown) {
    throw thrown instanceof TooLarge ? tooLarge(file.name, thrown) : thrown
  }
}

/** The JSON document in a file; throws a UsageError when it holds none. */
export function parsedJson(file: ReportFile): unknown {
  try {
    return JSON.parse(decoded(file).replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new UsageError(say('{file} is not valid JSON.', { file: file.name }), {
      cause,
      fix: say('Correct the file.'),
    })
  }
}

const WORD = ['.docx', '.doc', '.odt', '.rtf']

function kindOf({ name, bytes }: ReportFile): 'xlsx' | 'csv' | 'json' {
  const ending = extname(name).toLowerCase()
  refuseLongFile({ name, size: bytes.length })
  if (WORD.includes(ending)) throw wordDocument(name)
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (zipped || ending === '.xlsx' || ending === '.xlsm') return 'xlsx'
  if (ending === '.json') return 'json'
  if (['.csv', '.tsv', '.txt'].includes(ending)) return 'csv'
  throw new UsageError(say('{file} is of a kind that cannot be checked.', { file: name }), {
    fix: say('Save it as .xlsx, .csv or .json.'),
  })
}

function wordDocument(file: string): UsageError {
  return new UsageError(
    say('{file} is a text document: neither its tables nor its text are read.', { file }),
    { fix: say('Copy its table into a spreadsheet, save that as .xlsx and give that file.') },
  )
}

/** Throws a UsageError for a file of more bytes than a report has. */
export function refuseLongFile({ name, size }: { readonly name: string; readonly size: number }) {
  const megabytes = (bytes: number) => say('{size} MB', { size: Math.ceil(bytes / 1_000_000) })
  if (size > MOST_BYTES) throw tooLarge(name, new TooLarge(megabytes(size), megabytes(MOST_BYTES)))
}

function tooLarge(file: string, cause: TooLarge): UsageError {
  const { has, most } = cause
  return new UsageError(
    say('{file} has {has}; a report has at most {most}.', { file, has, most }),
    {
      cause,
      fix: say('Save only the sheet with the table, as a file of its own.'),
    },
  )
}

async function workbook(file: ReportFile): Promise<readonly Grid[]> {
  const { xlsxGrids } = await import('../grid/xlsx-grid.ts')
  try {
    return await xlsxGrids(file.bytes)
  } catch (cause) {
    if (cause instanceof TooLarge) throw cause
    throw new UsageError(say('{file} cannot be read as an Excel workbook.', { file: file.name }), {
      cause,
      fix: say('Open it in a spreadsheet program and save it again as .xlsx, without a password.'),
    })
  }
}

function decoded({ name, bytes }: ReportFile): string {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UsageError(say('{file} is not UTF-8 text.', { file: name }), {
      cause,
      fix: say('Save it again as “CSV UTF-8”.'),
    })
  }
}

function noTable({ name }: ReportFile): UsageError {
  return new UsageError(say('No table of indicators was found in {file}.', { file: name }), {
    fix: say('The table needs a row of column heads with at least “Chỉ tiêu” and “Số liệu”.'),
  })
}
