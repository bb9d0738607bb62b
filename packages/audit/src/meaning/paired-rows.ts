import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { OutlineRow } from './outline.ts'
import { hasNumber, pathOf } from './rows.ts'
import { FLOW, STOCK } from './vocabulary/stages.ts'

/** A figure and the same figure of another report. */
export interface Pair {
  readonly row: OutlineRow
  readonly other: OutlineRow
  /** Whether it is counted from a day on, and not what there is on a day. */
  readonly flow: boolean
}

/** The figures of known meaning that two reports hold. */
export function knownPairs(context: AuditContext, other: AuditContext): readonly Pair[] {
  return [...context.found].flatMap(([id, { row, indicator, certain }]) => {
    const match = other.found.get(id)
    if (!match?.certain || !certain || !hasNumber(row) || !hasNumber(match.row)) return []
    return { row, other: match.row, flow: indicator.nature === 'flow' }
  })
}

/** Rows of unknown meaning that both reports print under the same headings, each once. */
function placedPairs(context: AuditContext, other: AuditContext): readonly Pair[] {
  const [own, others] = [byPath(context), byPath(other)]
  return [...own].flatMap(([path, rows]) => {
    const [row, match] = [rows[0], others.get(path)?.[0]]
    if (!row || !match || rows.length > 1 || others.get(path)?.length !== 1) return []
    if (context.meaning.get(row)?.certain || !hasNumber(row) || !hasNumber(match)) return []
    return { row, other: match, flow: FLOW.test(path) && !STOCK.test(path) }
  })
}

function byPath({ rows }: AuditContext): ReadonlyMap<string, readonly OutlineRow[]> {
  return Map.groupBy(
    rows.filter((row) => !row.rate && row.key !== ''),
    pathOf,
  )
}

/** A figure beside that of the period before; `falls` = a sum that goes on from the same day has become less. */
export interface Continued extends Pair {
  readonly falls: boolean
}

/** The figures of a report that the one of the period before holds too. */
export const continuedFigures = oncePerReport((context: AuditContext): readonly Continued[] =>
  context.previous.flatMap((previous) => {
    const cumulative = continues(context, previous)
    return [...knownPairs(context, previous), ...placedPairs(context, previous)].map((pair) => {
      const { row, other, flow } = pair
      return { ...pair, falls: cumulative && flow && row.figure.value < other.figure.value }
    })
  }),
)

/** Whether both count from the same day on, the later one further. */
function continues({ report }: AuditContext, { report: previous }: AuditContext): boolean {
  const [now, before] = [report.head.period, previous.head.period]
  if (now.from === null || now.to === null || before.to === null) return false
  return now.from === before.from && now.to > before.to
}
