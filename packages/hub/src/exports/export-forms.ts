import { csvLines, csvText } from '@cchc/forms'
import type { z } from 'zod'
import type { ExportEnd } from './export.ts'

type Row = Readonly<Record<string, unknown>>

/** How an export is written: what stands before the records, records, and the last line. */
interface ExportForm {
  readonly start: string
  rows(rows: readonly Row[]): string
  end(end: ExportEnd): string
}

/** A line of JSON for each record. */
function ndjson(): ExportForm {
  const line = (value: object) => `${JSON.stringify(value)}\n`
  return { start: '', rows: (rows) => rows.map(line).join(''), end: line }
}

/** The first cell of the last line; spreadsheets and most readers can be told to pass it over as a comment. */
const END = '#end'

/** A table with a line of names, opened by spreadsheets without harm; every line has as many cells. */
function csv({ shape }: z.ZodObject): ExportForm {
  const names = Object.keys(shape)
  return {
    start: csvText([names]),
    rows: (rows) => csvLines(rows.map((row) => names.map((name) => cellOf(row[name])))),
    end: (end) => {
      const told = Object.entries(end).map(([name, value]) => `${name}=${cellOf(value)}`)
      const cells = [END, ...told]
      return csvLines([[...cells, ...names.slice(cells.length).map(() => '')]])
    },
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** Every form of exports by its name. */
export const EXPORT_FORMS = { csv, ndjson } as const

export type ExportFormat = keyof typeof EXPORT_FORMS

/** The names of all forms. */
export const EXPORT_FORMATS = Object.keys(EXPORT_FORMS) as [ExportFormat, ...ExportFormat[]]
