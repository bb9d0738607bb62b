import { extname } from 'node:path'
import type { AuditedReport, WideTable } from '@cchc/audit'
import { type Message, say, UsageError } from '@cchc/domain'
import { cellAddress } from '../grid/cell-address.ts'
import { decodeText } from '../grid/decode-text.ts'
import type { Grid } from '../grid/grid.ts'
import { refuseLongFile } from '../grid/long-file.ts'
import { type GivenFile, readGrids } from '../grid/read-grids.ts'
import { LAST_COLUMN } from '../grid/sheet-content.ts'
import { type ListRows, listRows } from './list-rows.ts'
import { planTables } from './plan-shares.ts'
import { readHead } from './read-head.ts'
import { sideBySide } from './side-by-side.ts'
import { taskRows } from './task-rows.ts'
import type { Reading } from './wide-head.ts'
import { asLists, wideTables } from './wide-rows.ts'

/** A filled report, and what of its file was not read. */
export interface ReadReport extends AuditedReport {
  readonly unread: readonly Message[]
  /** Its tables and columns that were not understood, so that nothing in them was judged. */
  readonly notUnderstood: readonly Message[]
}

/**
 * Reads a filled report from a spreadsheet, separated text or json, by the heads of its columns. Throws a UsageError
 * when there is no table of indicators in it, or none of them has a row. Of a form that is to be
 * filled tables with many columns may be blank.
 */
export async function readReportFile(file: GivenFile, reading: Reading = {}): Promise<ReadReport> {
  const report = await anyReport(file, reading)
  const { rows, wide = [], tasks = [] } = report
  const count = rows.length + tasks.length + wide.flatMap((table) => table.rows).length
  if (count === 0 && !isText(report, reading)) throw noRows(file)
  return report
}

function isText({ text = [] }: AuditedReport, { mayBeText = false }: Reading): boolean {
  return mayBeText && text.some((paragraph) => /\d\s*%|\d\s*\/\s*\d/.test(paragraph))
}

async function anyReport(file: GivenFile, reading: Reading): Promise<ReadReport> {
  if (isJson(file)) {
    const { jsonReport } = await import('./json-report.ts')
    return { ...jsonReport(parsedJson(file)), unread: [], notUnderstood: [] }
  }
  const grids = (await readGrids(file)).flatMap(sideBySide)
  const lists = numberedLists(grids)
  const many = grids.flatMap((grid) => wideTables(grid, reading))
  const wide = numberedTables(grids, reading)
  const indicators = many.filter(({ ofIndicators }) => ofIndicators).flatMap(asLists)
  const further = [...lists.flatMap((list) => list.further), ...indicators]
  const tasks = grids.flatMap(taskRows)
  const text = grids.flatMap((grid) => grid.text ?? [])
  const isEmpty = lists.every(({ tables }) => tables === 0) && wide.length + tasks.length === 0
  const head = readHead(lists.flatMap(({ preface }) => preface))
  if (isEmpty && !isText({ head, rows: [], text }, reading)) throw noTable(file)
  return {
    head,
    rows: lists.flatMap(({ rows }) => rows),
    ...(further.length > 0 ? { further } : {}),
    ...(wide.length > 0 ? { wide } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(text.length > 0 ? { text } : {}),
    unread: unreadOf(grids),
    notUnderstood: grids.flatMap((grid, index) => notUnderstood(grid, lists[index])),
  }
}

/** The lists of grids, numbered from 1 in each sheet. */
function numberedLists(grids: readonly Grid[]): readonly ListRows[] {
  const numbers = new Map<string | null, number>()
  return grids.map((grid) => {
    const before = numbers.get(grid.sheet) ?? 0
    const list = listRows(grid)
    numbers.set(grid.sheet, before + list.tables)
    if (before === 0) return list
    const behind = (rows: ListRows['rows']) =>
      rows.map((row) => ({ ...row, table: (row.table ?? 1) + before }))
    const further = list.further.map((column) => ({ ...column, rows: behind(column.rows) }))
    return { ...list, rows: behind(list.rows), further }
  })
}

/** The tables with several columns of figures in grids, numbered from 1 in each sheet. */
function numberedTables(grids: readonly Grid[], reading: Reading): WideTable[] {
  const numbers = new Map<string | null, number>()
  return grids
    .flatMap((grid) => [...wideTables(grid, reading), ...planTables(grid)])
    .map((one) => {
      const table = (numbers.get(one.sheet) ?? 0) + 1
      numbers.set(one.sheet, table)
      return { ...one, table }
    })
}

const MOST_TOLD = 20

function notUnderstood(grid: Grid, list: ListRows | undefined): readonly Message[] {
  if (list && list.tables > 0) {
    return list.unknown.slice(0, MOST_TOLD).map(({ address, head }) =>
      say('The column “{head}” ({address}) was not understood: nothing in it was judged.', {
        head,
        address,
      }),
    )
  }
  const filled = grid.rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1)
  const isTable = filled.length > 2 && wideTables(grid).length === 0 && taskRows(grid).length === 0
  if (!isTable) return []
  const [first] = filled
  const address = cellAddress({ sheet: grid.sheet, line: first?.line ?? 1, column: 0 })
  return [say('The table at {address} was not understood: nothing in it was judged.', { address })]
}

/** What stands further right than any form reaches, and on sheets that nobody sees. */
export function unreadOf(grids: readonly Grid[]): readonly Message[] {
  return grids.flatMap(({ sheet, hidden, beyond: count = 0 }) => {
    if (hidden) return say('Sheet {sheet} is hidden and was not read.', { sheet: sheet ?? '' })
    if (count === 0) return []
    const beyond = { count, column: LAST_COLUMN }
    return sheet === null
      ? say('{count} cells right of column {column} were not read.', beyond)
      : say('Sheet {sheet}: {count} cells right of column {column} were not read.', {
          sheet,
          ...beyond,
        })
  })
}

/** Whether a file is JSON and no table. */
export function isJson({ name, bytes }: GivenFile): boolean {
  return (
    extname(name).toLowerCase() === '.json' ||
    (bytes[0] === OPENING_BRACE && bytes[1] !== BACKSLASH)
  )
}

const OPENING_BRACE = 0x7b
/** Behind the brace of a document in RTF. */
const BACKSLASH = 0x5c

/** The JSON document in a file; throws a UsageError when it holds none. */
export function parsedJson({ name, bytes }: GivenFile): unknown {
  refuseLongFile({ name, size: bytes.length })
  try {
    return JSON.parse(decodeText(bytes) ?? '')
  } catch (cause) {
    throw new UsageError(say('{file} is not valid JSON.', { file: name }), {
      cause,
      fix: say('Correct the file.'),
    })
  }
}

function noRows({ name }: GivenFile): UsageError {
  return new UsageError(say('No table in {file} has a row.', { file: name }), {
    fix: say('Give the file with its rows below the heads of the columns.'),
  })
}

function noTable({ name }: GivenFile): UsageError {
  return new UsageError(say('No table of indicators was found in {file}.', { file: name }), {
    fix: say('The table needs a row of column heads with at least “Chỉ tiêu” and “Số liệu”.'),
  })
}
