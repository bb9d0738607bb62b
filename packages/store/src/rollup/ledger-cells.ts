import { type DayNumber, MEASURES, type Measure } from '@cchc/domain'
import type { CellSubject, LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import type { CountableDossier } from '../stored-dossier.ts'
import { CELL_FIGURES, type CellFigure, figuresOf } from './cell-figures.ts'
import { EventSums } from './event-sums.ts'
import { BEFORE, placeIn } from './pieces.ts'
import { ruleOf } from './rollup-rules.ts'

interface Held {
  readonly subject: CellSubject
  readonly days: Map<DayNumber, number[]>
}

/** Adds sums up to the cells that a query asks for. */
export class LedgerCells {
  readonly #query: LedgerQuery
  readonly #figures: readonly CellFigure[]
  readonly #held = new Map<string, Held>()

  constructor(query: LedgerQuery) {
    this.#query = query
    this.#figures = figuresOf(ruleOf(query.rule))
  }

  /** `counts` in the order of `figuresOf` the rule. */
  add(subject: CellSubject, day: DayNumber, counts: readonly number[]): void {
    const { organisations = [] } = this.#query
    if (organisations.length > 0 && !organisations.includes(subject.organisationCode)) return
    const { days } = this.#of(subject)
    const sums = days.get(day)
    days.set(day, sums ? sums.map((sum, index) => sum + (counts[index] ?? 0)) : [...counts])
  }

  /** Events by one rule. */
  addEvents(events: EventSums): void {
    for (const { subject, days } of events.subjects()) {
      for (const [day, begin] of days) this.add(subject, day, events.sums.row(begin))
    }
  }

  /** Those in which anything is counted. */
  list(): readonly LedgerCell[] {
    return [...this.#held.values()].flatMap(({ subject, days }) =>
      [...days]
        .filter(([, counts]) => counts.some((count) => count !== 0))
        .map(([day, counts]) => this.#cell(subject, day, counts)),
    )
  }

  /** What is written with every commit does not tell which dossiers are endless, nor does anything else without details. */
  #cell(subject: CellSubject, day: DayNumber, counts: readonly number[]): LedgerCell {
    const { endless, ...cell } = cellOf(subject, { day, counts, figures: this.#figures })
    return this.#query.detailed && endless ? { ...cell, endless } : cell
  }

  #of(subject: CellSubject): Held {
    const { source, organisationCode, channel } = subject
    const common = this.#query.detailed ? subject : { source, organisationCode, channel }
    const key = cellKey(common)
    const known = this.#held.get(key)
    if (known) return known
    const made = { subject: common, days: new Map() }
    this.#held.set(key, made)
    return made
  }
}

/** Equal for cells of equal subjects. */
export function cellKey(subject: CellSubject): string {
  const { source, organisationCode, channel, procedureCode, fieldCode, serviceLevel } = subject
  return JSON.stringify([source, organisationCode, channel, procedureCode, fieldCode, serviceLevel])
}

interface CountedDay {
  readonly day: DayNumber
  readonly counts: readonly number[]
  readonly figures: readonly CellFigure[]
}

/** A cell with other counts. */
export function withCounts(cell: LedgerCell, countOf: (figure: CellFigure) => number): LedgerCell {
  const counts = CELL_FIGURES.map((figure) => [figure, countOf(figure)] as const)
  const stated = counts.filter(([figure, count]) => count !== 0 || figure in cell)
  return { ...cell, ...Object.fromEntries(stated) }
}

function cellOf(
  { source, organisationCode, channel, ...details }: CellSubject,
  { day, counts, figures }: CountedDay,
): LedgerCell {
  const named = figures.map((figure, index) => [figure, counts[index] ?? 0] as const)
  const measures = named.slice(0, MEASURES.length)
  const beside = named.slice(MEASURES.length).filter(([, count]) => count !== 0)
  return {
    source,
    organisationCode,
    channel,
    ...details,
    day: day === BEFORE ? null : day,
    ...(Object.fromEntries(measures) as Record<Measure, number>),
    ...Object.fromEntries(beside),
  }
}

/** The cells as a scan of dossiers gives them: the same that sums give of these dossiers. */
export async function countLedger(
  scan: AsyncIterable<readonly CountableDossier[]>,
  query: LedgerQuery,
): Promise<readonly LedgerCell[]> {
  const events = new EventSums([ruleOf(query.rule)], placeIn(query))
  for await (const batch of scan) for (const dossier of batch) events.add(dossier, 1)
  const cells = new LedgerCells(query)
  cells.addEvents(events)
  return cells.list()
}
