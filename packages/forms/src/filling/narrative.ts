import type {
  Cell,
  NarrativeSection,
  ReportingPeriod,
  ReportRow,
  ReportTemplate,
} from '@cchc/domain'
import { NOT_REPORTED, periodTitle, printDayRange } from '@cchc/domain'
import { type CellAt, fillPlaces } from '../templates/places.ts'

/** What sentences are filled with. */
export interface NarrativeFacts {
  readonly agency: string
  readonly period: ReportingPeriod
  readonly rows: readonly ReportRow[]
  /** Cells of rows and unprinted parts of a list form, by their id. */
  readonly cells: ReadonlyMap<string, Cell>
  /** What is missing of the figures. */
  readonly missing: readonly string[]
  /** Said of the dossiers in ministries' systems, below the first figures. */
  readonly inMinistries: readonly string[]
}

/** The written part of a report: subject, headings and sentences with their figures; empty where the form has none. */
export function narrativeOf(
  template: ReportTemplate,
  facts: NarrativeFacts,
): { subject?: string; narrative?: NarrativeSection[] } {
  const fill = (text: string) => fillPlaces(text, { words: words(facts), cellAt: cellsOf(facts) })
  const { subject, narrative: sections } = template
  const narrative = sections?.map(({ level, heading, paragraphs, later }, index) => {
    const written = later && later.from <= facts.period.from ? later.paragraphs : paragraphs
    const told = index === 0 ? facts.inMinistries : []
    return { level, heading, paragraphs: [...written.map(fill), ...told] }
  })
  return {
    ...(subject !== undefined && { subject: fill(subject) }),
    ...(narrative && { narrative: [...narrative, ...missingSection(facts.missing)] }),
  }
}

function missingSection(missing: readonly string[]): NarrativeSection[] {
  if (missing.length === 0) return []
  return [{ level: 1, heading: 'Số liệu chưa đầy đủ', paragraphs: [...missing] }]
}

function words({ agency, period }: NarrativeFacts): Record<string, string> {
  const title = periodTitle(period)
  const inText = title.slice(0, 1).toLocaleLowerCase('vi') + title.slice(1)
  return { agency, period: inText, days: printDayRange(period) }
}

function cellsOf({ rows, cells }: NarrativeFacts): CellAt {
  const byId = new Map(rows.map((row) => [row.rowId, row]))
  return (rowId, column) =>
    column === undefined
      ? (cells.get(rowId) ?? NOT_REPORTED)
      : (byId.get(rowId)?.cells[column] ?? NOT_REPORTED)
}
