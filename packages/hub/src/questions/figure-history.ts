import {
  dayNumber,
  type FilledReport,
  type Instant,
  instantText,
  inWords,
  type Message,
  NotFoundError,
  printCell,
  type ReportingPeriod,
  say,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { fillReport } from '../filling/fill-report.ts'
import { hubVietnamese } from '../vietnamese/hub.ts'

/** A value that a figure had, from when on, and what made it so. */
export const FigureValue = z.object({
  printed: z.string().describe('As the report printed it; empty = not reported'),
  since: z.string(),
  because: z.string().describe('In Vietnamese, as all that is said of the figure'),
})

/** Of so many runs, entries and closings the last are looked at. */
const MOST_CHANGES = 200

/** Which cell of a report, of whom and when. */
interface AskedHistory {
  readonly asked: Parameters<typeof fillReport>[1]
  readonly period: Pick<ReportingPeriod, 'from' | 'to'>
  readonly place: { readonly rowId: string; readonly column?: string | undefined }
  /** What was learnt later is left out. */
  readonly until: Instant
}

interface Change {
  readonly at: Instant
  readonly because: Message
}

/**
 * Every value that a cell of a report had at the end of a run, after an entry, when its period was closed or opened again:
 * each as the report printed it until the next of these, since what a run learnt can be dated after its end.
 */
export async function figureHistory(
  hub: HubContext,
  { asked, period, place, until }: AskedHistory,
): Promise<z.output<typeof FigureValue>[]> {
  const changes = (await changesOf(hub.store, period))
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at - b.at)
    .slice(-MOST_CHANGES)
  const values: z.output<typeof FigureValue>[] = []
  for (const [index, { at, because }] of changes.entries()) {
    const settled = Math.max(at, (changes[index + 1]?.at ?? until + 1) - 1)
    const asKnownAt = instantText(settled)
    const report = await reportOf(hub, { ...asked, anyway: true, asKnownAt })
    const printed = report ? printedAt(report, place) : ''
    const before = values.at(-1)?.printed ?? ''
    if (printed !== before) {
      values.push({ printed, since: instantText(at), because: inWords(because, hubVietnamese) })
    }
  }
  return values
}

/** Before any source had listed the organisation there was no report of it. */
async function reportOf(
  hub: HubContext,
  asked: AskedHistory['asked'],
): Promise<FilledReport | undefined> {
  try {
    return await fillReport(hub, asked)
  } catch (thrown) {
    if (thrown instanceof NotFoundError) return undefined
    throw thrown
  }
}

function printedAt({ rows }: FilledReport, { rowId, column }: AskedHistory['place']): string {
  const cells = rows.find((row) => row.rowId === rowId)?.cells ?? {}
  const cell = column === undefined ? Object.values(cells)[0] : cells[column]
  return cell === undefined ? '' : printCell(cell)
}

async function changesOf(store: Store, period: AskedHistory['period']): Promise<readonly Change[]> {
  const days = { from: dayNumber(period.from), to: dayNumber(period.to) }
  const { items: runs } = await store.listRuns({ limit: MOST_CHANGES })
  const entered = await store.listEnteredFigures({ ...days, includeHistory: true })
  const events = await store.listPeriodEvents(days)
  return [
    ...runs.flatMap(({ id, source, finishedAt, counts }): readonly Change[] => {
      const { new: added, changed, removed } = counts
      if (finishedAt === null || added + changed + removed === 0) return []
      return [{ at: finishedAt, because: say('run {run} of {source}', { run: id, source }) }]
    }),
    ...entered.map(({ enteredAt: at, enteredBy: by, reason }) => ({
      at,
      because: reason
        ? say('entered by {by}: {reason}', { by, reason })
        : say('entered by {by}', { by }),
    })),
    ...events.map(({ action, recordedAt: at, by }) => ({
      at,
      because:
        action === 'close'
          ? say('the period was closed by {by}', { by })
          : say('the period was opened again by {by}: what was learnt since is shown', { by }),
    })),
  ]
}
