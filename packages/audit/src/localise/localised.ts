import type { Finding } from '../finding.ts'
import type { AuditContext } from '../meaning/audit-context.ts'
import type { AuditedReport } from '../meaning/audited-report.ts'
import { AS_PRINTED, type FigureCell } from './figure-cell.ts'
import { listCells, listRelations } from './list-relations.ts'
import { mendedReport } from './mended-report.ts'
import type { Relation } from './relation.ts'
import { type Mend, smallestMends } from './smallest-mends.ts'
import { leadingOf, mendedFigures, saysSo, toldMend } from './told-mend.ts'
import { wideRelations } from './wide-relations.ts'

/** What is judged, and how another report is. */
interface Judging {
  readonly context: AuditContext
  readonly judge: (report: AuditedReport) => readonly Finding[]
}

/** Of as many ways to mend one thing it is not asked which of them the other rules let stand. */
const MOST_WAYS = 4
/** How many rows are judged again at most, so that a large file with many faults stays quick. */
const MOST_ROWS = 40_000

/**
 * Findings of which those are told beneath a figure at fault that are there only because of it. A figure is told where it
 * is the only one whose change satisfies what is broken, and the report with that change has no other defect.
 */
export function localised(found: readonly Finding[], judging: Judging): readonly Finding[] {
  const { report } = judging.context
  const size = report.rows.length + (report.wide ?? []).flatMap(({ rows }) => rows).length
  let left = Math.floor(MOST_ROWS / Math.max(1, size))
  let told = found
  for (const ways of smallestMends(relationsOf(judging.context))) {
    if (ways.length > Math.min(MOST_WAYS, left)) continue
    left -= ways.length
    const only = onlyWay(ways, { ...judging, found })
    if (only) told = withMend(told, only)
  }
  return told
}

/** Everything certain that arithmetic says of the tables of a report. */
function relationsOf(context: AuditContext): readonly Relation[] {
  const cells = listCells(context)
  const cellOf = (row: AuditContext['rows'][number]): FigureCell => {
    const cell = cells.get(row)
    if (!cell) throw new RangeError(`row ${row.line} is none of the report`)
    return cell
  }
  const all = [...listRelations(context, cellOf), ...wideRelations(context)]
  const isDoubtful = ({ cells }: Relation) =>
    cells.some(({ figure }) => figure.state === 'doubtful')
  return all.filter((one) => one.outcome(AS_PRINTED) !== 'open' || isDoubtful(one))
}

interface OnlyMend {
  readonly mend: Mend
  /** The findings that are gone with it. */
  readonly gone: ReadonlySet<string>
}

/** The one way that leaves no other defect, where every other one makes an error. */
function onlyWay(
  ways: readonly Mend[],
  { context, judge, found }: Judging & { readonly found: readonly Finding[] },
): OnlyMend | undefined {
  const before = new Set(found.map(keyOf))
  const tried = ways.map((mend) => {
    const after = judge(mendedReport(context.report, mend.figures))
    const news = after.filter((one) => !before.has(keyOf(one)))
    return { mend, after: new Set(after.map(keyOf)), news }
  })
  const [only, ...others] = tried.filter(
    ({ news }) => !news.some(({ severity }) => severity === 'error'),
  )
  if (!only || others.length > 0 || only.news.length > 0) return undefined
  const gone = [...before].filter((key) => !only.after.has(key))
  return { mend: only.mend, gone: new Set(gone) }
}

function keyOf({ rule, rows, cells, quote, explanation: { values } }: Finding): string {
  const lines = rows.map(({ line, code, label }) => [line, code, label])
  return JSON.stringify([rule, lines, cells, quote, values.column])
}

function withMend(told: readonly Finding[], { mend, gone }: OnlyMend): readonly Finding[] {
  const [first, ...others] = told.filter((one) => !one.mends && gone.has(keyOf(one)))
  if (!first) return told
  const leading = leadingOf([first, ...others])
  const isSaid = others.length === 0 && saysSo(leading, mend)
  const instead = isSaid
    ? { ...leading, mends: mendedFigures(mend) }
    : toldMend(mend, [first, ...others])
  return told.flatMap((one) => {
    if (one === leading) return instead
    return others.includes(one) || one === first ? [] : one
  })
}
