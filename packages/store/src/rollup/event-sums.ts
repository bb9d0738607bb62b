import { type CountingRule, type DayNumber, dayNumberOf, lacksEnd } from '@cchc/domain'
import type { CountableDossier } from '../stored-dossier.ts'
import { CELL_FIGURES, CELL_POSITIONS, type CellFigure } from './cell-figures.ts'
import { type RollupSubject, subjectKey } from './subject.ts'

/**
 * Sums by the day to which events are put: those of each rule behind those of the one before, in the order in which they were
 * given, each in the order of `CELL_FIGURES`.
 */
export type SumsByDay = Map<DayNumber, number[]>

/** The sums of one subject. */
export interface SubjectSums {
  readonly subject: RollupSubject
  readonly days: SumsByDay
}

/** To which day an event is put; undefined = to none. */
export type PlaceDay = (day: DayNumber) => DayNumber | undefined

/** Adds up what rules make of dossiers' states. One closure serves all of them, since this runs for each. */
export class EventSums {
  readonly #rules: readonly CountingRule[]
  /** The figures beside Form II.06 that each rule has. */
  readonly #extras: readonly ReadonlySet<CellFigure>[]
  readonly #place: PlaceDay
  readonly #subjects = new Map<string, SubjectSums>()
  #days: SumsByDay = new Map()
  #own: ReadonlySet<CellFigure> = new Set()
  /** Where the sums of the rule at hand begin. */
  #begin = 0
  #sign = 1

  constructor(rules: readonly CountingRule[], place: PlaceDay = (day) => day) {
    this.#rules = rules
    this.#extras = rules.map(({ extraFigures }) => new Set<CellFigure>(extraFigures))
    this.#place = place
  }

  /** `sign` -1 takes a state away that had been added. */
  add(state: CountableDossier, sign: 1 | -1): void {
    this.#days = this.#subjectOf(state).days
    this.#sign = sign
    this.#rules.forEach((rule, index) => {
      this.#begin = index * CELL_FIGURES.length
      this.#own = this.#extras[index] ?? this.#own
      rule.count(state, this.#record, this.#recordExtra)
      if (lacksEnd(rule, state)) this.#record('endless', dayNumberOf(state.receivedAt ?? 0))
    })
  }

  /** Every subject that was met; sums may be zero. */
  subjects(): Iterable<SubjectSums> {
    return this.#subjects.values()
  }

  readonly #record = (figure: CellFigure, day: DayNumber, count: 1 | -1 = 1): void => {
    const placed = this.#place(day)
    if (placed === undefined) return
    const sums = sumsOn(this.#days, placed, this.#rules.length)
    const position = this.#begin + CELL_POSITIONS[figure]
    sums[position] = (sums[position] ?? 0) + this.#sign * count
  }

  readonly #recordExtra = (figure: CellFigure, day: DayNumber, count?: 1 | -1): void => {
    if (this.#own.has(figure)) this.#record(figure, day, count)
  }

  #subjectOf(state: CountableDossier): SubjectSums {
    const key = subjectKey(state)
    const known = this.#subjects.get(key)
    if (known) return known
    const { source, organisationCode, procedureCode, fieldCode, channel, serviceLevel } = state
    const made = {
      subject: { source, organisationCode, procedureCode, fieldCode, channel, serviceLevel },
      days: new Map(),
    }
    this.#subjects.set(key, made)
    return made
  }
}

/** The sums of a day by so many rules, which begin at nothing. */
export function sumsOn(days: SumsByDay, day: DayNumber, rules = 1): number[] {
  const known = days.get(day)
  if (known) return known
  const made = new Array<number>(rules * CELL_FIGURES.length).fill(0)
  days.set(day, made)
  return made
}
