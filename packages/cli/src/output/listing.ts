import { Option } from 'commander'
import type { CommandContext, Invocation } from '../command-context.ts'
import { renderFacts } from './facts.ts'
import { renderMarkdownTable } from './markdown-table.ts'
import { renderTable, type TableColumn } from './table.ts'
import { oneLine } from './text-width.ts'

export const LISTING_FORMATS = ['table', 'json', 'csv', 'md'] as const

export interface FormatOption {
  readonly format: (typeof LISTING_FORMATS)[number]
}

/** One column of a list: what people see, and where it differs what programs read. */
export interface Column<Row> extends TableColumn {
  show(row: Row): string
  plain?(row: Row): string
}

/** A list in all of its forms. */
export interface Listing<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** What `--format json` prints. */
  readonly document: unknown
  /** Lines above the table. */
  readonly head?: readonly string[]
  /** Rows that tell too much for one line each stand on a terminal one below the other, a line for each column. */
  readonly isTold?: boolean
  /** More columns for programs, which see no lines above the table. */
  readonly csvColumns?: readonly Column<Row>[]
}

/** The `--format` of commands that list something. */
export function formatOption({ messages }: Pick<CommandContext, 'messages'>): Option {
  return new Option('--format <format>', messages.help.common.format)
    .choices(LISTING_FORMATS)
    .default('table')
}

/** Prints a list in the form that was asked for. */
export async function printListing<Row>(
  invocation: Invocation<FormatOption>,
  listing: Listing<Row>,
): Promise<void> {
  const { terminal, options, messages } = invocation
  if (options.format === 'json') return printDocument(invocation, listing.document)
  if (options.format === 'csv') return terminal.printBytes(await csvBytes(listing))
  const { columns, rows, head = [] } = listing
  const cells = rows.map((row) => columns.map((column) => oneLine(column.show(row))))
  if (options.format === 'md') {
    const above = head.length === 0 ? [] : [...head.flatMap((line) => [line, ''])]
    return terminal.print([...above, renderMarkdownTable(columns, cells)].join('\n'))
  }
  if (rows.length === 0) return terminal.note(messages.words.nothing)
  const body = listing.isTold
    ? cells.map((values) => renderFacts(told(columns, values))).join('\n\n')
    : renderTable(columns, { rows: cells, width: terminal.columns })
  terminal.print([...head, body].join('\n'))
}

function told(
  columns: readonly TableColumn[],
  values: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  return columns.flatMap(({ title }, index) => {
    const value = values[index] ?? ''
    return value === '' ? [] : [[title, value.split('; ')] as const]
  })
}

/** Prints the one JSON document of `--format json`. */
export function printDocument(
  { terminal }: Pick<CommandContext, 'terminal'>,
  document: unknown,
): void {
  terminal.print(JSON.stringify(document, null, 2))
}

async function csvBytes<Row>({
  columns,
  csvColumns = [],
  rows,
}: Listing<Row>): Promise<Uint8Array> {
  const { csvText } = await import('@cchc/hub')
  const all = [...columns, ...csvColumns]
  const titles = all.map(({ title }) => title.replaceAll('\n', ' '))
  const lines = rows.map((row) => all.map((column) => oneLine((column.plain ?? column.show)(row))))
  return new TextEncoder().encode(csvText([titles, ...lines]))
}
