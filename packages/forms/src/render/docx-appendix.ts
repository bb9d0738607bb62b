import type { FilledReport, ReportRow } from '@cchc/domain'
import type { Paragraph, Table } from 'docx'
import { appendixNames } from './appendix-names.ts'
import { lyingTextWidth, TEXT_WIDTH } from './docx-page.ts'
import { reportTable } from './docx-table.ts'
import { paragraph, rule, textWidth } from './docx-text.ts'
import { BLANK, issuingWords } from './issuing-words.ts'
import { reportText } from './report-text.ts'

const CENTRED = { align: 'center' } as const

/** The form with its figures as an appendix: its name, to which report it belongs, its tables, what its reader must know. */
export function appendix(report: FilledReport): (Paragraph | Table)[] {
  const text = reportText(report)
  const right = { align: 'right', italic: true, size: 12 } as const
  const named = text.form === null || report.groupName !== undefined
  return [
    ...headed(report, {
      ...{ name: appendixNames(report)[0], title: text.title },
      width: lyingTextWidth(report),
    }),
    paragraph(`${text.period} ${text.days}`, { ...CENTRED, size: 12, after: 120 }),
    ...(named ? [] : [paragraph(text.form ?? '', { ...right, bold: true })]),
    ...(text.unitLine === null ? [] : [paragraph(text.unitLine, right)]),
    ...tables(report, { hasNotes: text.notes.length > 0 }),
    ...notes(text.notes),
  ]
}

/** A second appendix with rule, state of the data and sources, where one is asked for. */
export function sourcesAppendix(report: FilledReport): Paragraph[] {
  const [, name] = appendixNames(report)
  if (name === undefined) return []
  const { technical } = reportText(report)
  const lines = technical.map((line) =>
    paragraph(line, { align: 'justify', before: 120, size: 13 }),
  )
  const head = { name, title: 'Nguồn và cách tính số liệu', width: TEXT_WIDTH }
  return [...headed(report, head), ...lines]
}

interface Head {
  readonly name: string
  readonly title: string
  /** Of the text of the page, in twips. */
  readonly width: number
}

/** The line below is a third of the text that belongs above it (NĐ 30/2020/NĐ-CP, Phụ lục I). */
function headed(report: FilledReport, { name, title, width }: Head) {
  const whole = textWidth(belongsTo(report), { size: 13, bold: false })
  return [
    paragraph(name, { ...CENTRED, bold: true }),
    paragraph(title.toLocaleUpperCase('vi'), { ...CENTRED, bold: true, size: 13 }),
    paragraph(belongsTo(report), { ...CENTRED, italic: true, size: 13 }),
    rule(Math.round(Math.min(whole, width) / 3), width),
  ]
}

function notes(lines: readonly string[]): Paragraph[] {
  return lines.map((note, index) =>
    paragraph(note, { size: 11, italic: true, before: index === 0 ? 160 : 0 }),
  )
}

function belongsTo(report: FilledReport): string {
  const { symbol } = issuingWords(report)
  const number = symbol.replace('Số: ', 'số ')
  const day = `ngày ${BLANK} tháng ${BLANK} năm ${BLANK}`
  return `(Kèm theo Báo cáo ${number} ${day} của ${report.head.agency})`
}

/** One table, or one for each group where the form calls its groups something (Biểu 1, Biểu 2 ...). */
function tables(
  { columns, rows, groupName }: FilledReport,
  ends: { readonly hasNotes: boolean },
): (Paragraph | Table)[] {
  if (groupName === undefined) return [reportTable(columns, rows, ends)]
  return groupsOf(rows).flatMap(({ title, own }, index, { length }) => [
    paragraph(`${groupName} ${index + 1}. ${title}`, {
      bold: true,
      size: 13,
      before: 240,
      after: 80,
      keepNext: true,
    }),
    reportTable(columns, own, { hasNotes: ends.hasNotes && index === length - 1 }),
  ])
}

function groupsOf(rows: readonly ReportRow[]): { title: string; own: ReportRow[] }[] {
  const groups: { title: string; own: ReportRow[] }[] = []
  for (const row of rows) {
    if (row.rowType === 'group' || groups.length === 0) groups.push({ title: row.label, own: [] })
    if (row.rowType !== 'group') groups.at(-1)?.own.push(row)
  }
  return groups
}
