import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FilledReport, printCell } from '@cchc/domain'

interface PublishedRow {
  readonly rowId: string
  readonly label: string
  /** As printed in the published report. */
  readonly printed: string
  /** What the printed text must stand for, where it lost digits. */
  readonly meant?: string
}

/** One published figure beside the one that the hub computed from the portals. */
export interface ComparedFigure {
  readonly label: string
  readonly published: string
  readonly computed: string
  readonly equal: boolean
}

const published: { source: string; rows: PublishedRow[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'published.json'), 'utf8'),
)

/** The published report whose figures are compared. */
export const publishedSource = published.source

/** Puts every published figure that portals can know beside the report's cell of the same row. */
export function compareWithPublished(report: FilledReport): ComparedFigure[] {
  return published.rows.map((row) => {
    const cell = report.rows.find((candidate) => candidate.rowId === row.rowId)?.cells.value
    const computed = cell ? printCell(cell) : ''
    const target = row.meant ?? row.printed
    return { label: row.label, published: row.printed, computed, equal: computed === target }
  })
}
