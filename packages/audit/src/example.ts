import type { AuditAgainst } from './meaning/audit-context.ts'
import {
  type AuditedHead,
  type AuditedReport,
  type AuditedRow,
  UNKNOWN_HEAD,
  type WideTable,
} from './meaning/audited-report.ts'
import { citations } from './meaning/citations.ts'
import type { NarrativeStatement } from './meaning/narrative-statement.ts'
import type { ReportedTask } from './meaning/reported-task.ts'

/**
 * The parts of a small report, each line of a part one row of it. `[3,6 -> 3,5]` says of two reports that differ
 * nowhere else what the one has and the other: a defect, and what is right.
 */
export interface ExampleParts {
  readonly head?: Partial<AuditedHead>
  /** `code | label | unit | value | note`. */
  readonly rows?: string
  /** First the titles of the columns, a total as `Tổng = Trực tuyến + Trực tiếp`; then `code | label | figure | …`. */
  readonly wide?: string
  /** `words | value | unit | row`. */
  readonly text?: string
  /** `no | task | product | assignee | status | documents`. */
  readonly tasks?: string
  readonly previous?: ExampleParts
  readonly stored?: ExampleParts
}

/** A small report; without more than the rows of a list, these alone. */
export type Example = string | ExampleParts

/** A small report as audits read it, and what it is held against. */
export function readExample(example: Example): {
  readonly report: AuditedReport
  readonly against: AuditAgainst
} {
  const { text = '', tasks = '', previous, stored, ...own } = partsOf(example)
  return {
    report: reportOf(own),
    against: {
      narrative: linesOf(text).map(statementOf),
      tasks: linesOf(tasks).map(taskOf),
      previous: previous && reportOf(previous),
      stored: stored && [reportOf(stored)],
    },
  }
}

const DIFFERING = /\[(.*?) ?-> ?(.*?)\]( ?)/g

/** One of the two reports that an example tells of. */
export function reportIn<T>(example: T, side: 'wrong' | 'right'): T
export function reportIn(example: unknown, side: 'wrong' | 'right'): unknown {
  if (typeof example === 'string') {
    return example.replace(DIFFERING, (_all, wrong: string, right: string, space: string) => {
      const words = side === 'wrong' ? wrong : right
      return words && words + space
    })
  }
  if (typeof example !== 'object' || example === null) return example
  const parts = Object.entries(example).map(([name, part]) => [name, reportIn(part, side)])
  return Object.fromEntries(parts)
}

/** The parts of an example, whichever way it is written. */
export function partsOf(example: Example): ExampleParts {
  return typeof example === 'string' ? { rows: example } : example
}

function reportOf({ head, rows = '', wide }: ExampleParts): AuditedReport {
  return {
    head: { ...UNKNOWN_HEAD, ...head },
    rows: readRows(rows),
    wide: wide === undefined ? [] : [wideOf(wide)],
  }
}

/** The rows of a list written `code | label | unit | value | note`, one a line. */
export function readRows(text: string): AuditedRow[] {
  return linesOf(text).map((cells, index) => {
    const [code = '', label = '', unit = '', value = '', note = ''] = cells
    return { line: index + 1, sheet: null, code, label, unit, value, note }
  })
}

function linesOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => line.split('|').map((cell) => cell.trim()))
}

function wideOf(text: string): WideTable {
  const [[, , ...heads] = [], ...rows] = linesOf(text)
  const titles = heads.map((head) => head.split('=').map((part) => part.trim()))
  const at = (title: string) => titles.findIndex(([own]) => own === title.trim())
  const columns = titles.map(([title = '', parts]) => {
    return { title, totalOf: parts === undefined ? [] : parts.split('+').map(at) }
  })
  return {
    sheet: null,
    columns,
    rows: rows.map(([code = '', label = '', ...figures], index) => {
      return { line: index + 1, code, label, figures }
    }),
  }
}

function statementOf(cells: readonly string[]): NarrativeStatement {
  const [raw = '', value = '', unit = '', row = ''] = cells
  const values = value === '' ? [] : value.split('/').map(Number)
  return { raw, value: values, unit, appendixRow: row === '' ? [] : row.split(', ') }
}

function taskOf(cells: readonly string[]): ReportedTask {
  const [no = '', task = '', product, assignee, status, documents = ''] = cells
  return {
    no,
    task,
    product,
    assignee,
    status,
    documents: citations(documents).map(({ number, day, printedDate }) => {
      return { type: '', number, date: day ?? null, printedDate, role: 'result' }
    }),
  }
}
