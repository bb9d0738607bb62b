import { type FilledReport, printCell, type ReportRow } from '@cchc/domain'
import { columnText, columnTitle, layoutOf } from './column-text.ts'
import { reportText } from './report-text.ts'

/** A report as a Markdown page: its head, one table, its notes. */
export function renderMarkdown(report: FilledReport): string {
  const text = reportText(report)
  const head = [text.form, text.reporter, text.recipient, text.period, text.days, text.unitLine]
  const lines = head.filter((line) => line !== null).map((line) => `- ${escaped(line)}`)
  return [
    `# ${escaped(text.title)}`,
    '',
    ...lines,
    '',
    ...table(report),
    '',
    ...[...text.notes, ...text.technical].flatMap((note) => [escaped(note), '']),
  ].join('\n')
}

function table(report: FilledReport): string[] {
  const { columns, rows } = report
  const titles = columns.map((column) =>
    column.number === null ? columnTitle(column) : `${columnTitle(column)} ${column.number}`,
  )
  const line = (row: ReportRow) =>
    columns.map((column) => columnText(row, { column, print: printCell })).map(emphasis(row))
  const alignment = columns.map((column) => (layoutOf(column) === 'cell' ? '---:' : '---'))
  return [titles.map(escaped), alignment, ...rows.map(line)].map(
    (cells) => `| ${cells.join(' | ')} |`,
  )
}

function emphasis({ rowType }: ReportRow): (text: string) => string {
  return (text) => {
    const safe = escaped(text)
    return rowType === 'indicator' || safe === '' ? safe : `**${safe}**`
  }
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
}
