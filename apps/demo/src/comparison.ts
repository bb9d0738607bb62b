import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, type FilledReport, NOT_REPORTED, printCell } from '@cchc/domain'

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

/**
 * Puts every published figure that portals can know beside the report's cell of the same row. A rate that was published
 * with fewer decimals is compared with as many.
 */
export function compareWithPublished(report: FilledReport): ComparedFigure[] {
  return published.rows.map(({ rowId, label, printed, meant = printed }) => {
    const found = report.rows.find((row) => row.rowId === rowId)
    const cell = found?.cells.value ?? NOT_REPORTED
    const equal = printCell(asPreciseAs(meant, cell)) === meant
    return { label, published: printed, computed: printCell(cell), equal }
  })
}

function asPreciseAs(printed: string, cell: Cell): Cell {
  const [, fraction = ''] = /,(\d+)%$/.exec(printed) ?? []
  return cell.state === 'ratio' ? { ...cell, decimals: fraction.length } : cell
}
