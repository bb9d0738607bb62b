import { type CountingRule, type DayNumber, dayNumberOf, lacksEnd } from '@cchc/domain'
import type { CountableDossier } from '../stored-dossier.ts'
import { type CellFigure, figuresOf } from './cell-figures.ts'
import { type RollupSubject, subjectKey } from './subject.ts'

/**
 * Sums by the day to which events are put: those of each rule behind those of the one before, in the order in which they were
 * given, each in the order of `figuresOf`.
 */
export type SumsByDay = Map<DayNumber, number[]>

/** The sums of one subject. */
export interface SubjectSums {
  readonly subject: RollupSubject
  readonly days: SumsByDay
}

/** To which day an event is put; undefined = to none. */
export type PlaceDay = (day: DayNumber) => DayNumber | undefined

/** Where the sums of a rule stand in a row. */
type Positions = Readonly<Partial<Record<CellFigure, number>>>

/** Adds up what rules make of dossiers' states. One closure serves all of them, since this runs for each. */
export class EventSums {
  readonly #rules: readonly CountingRule[]
  readonly #positions: readonly Positions[]
  readonly #width: number
  readonly #place: PlaceDay
  readonly #subjects = new Map<string, SubjectSums>()
  #days: SumsByDay = new Map()
  /** Of the rule at hand. */
  #own: Positions = {}
  #sign = 1

  constructor(rules: readonly CountingRule[], place: PlaceDay = (day) => day) {
    this.#rules = rules
    this.#place = place
    let width = 0
    this.#positions = rules.map((rule) => {
      return Object.fromEntries(figuresOf(rule).map((figure) => [figure, width++]))
    })
    this.#width = width
  }

  /** `sign` -1 takes a state away that had been added. */
  add(state: CountableDossier, sign: 1 | -1): void {
    this.#days = this.#subjectOf(state).days
    this.#sign = sign
    this.#rules.forEach((rule, index) => {
      this.#own = this.#positions[index] ?? {}
      rule.count(state, this.#record, this.#record)
      if (lacksEnd(rule, state)) this.#record('endless', dayNumberOf(state.receivedAt ?? 0))
    })
  }

  /** Every subject that was met; sums may be zero. */
  subjects(): Iterable<SubjectSums> {
    return this.#subjects.values()
  }

  /** What the rule has no sums of is left out. */
  readonly #record = (figure: CellFigure, day: DayNumber, count: 1 | -1 = 1): void => {
    const position = this.#own[figure]
    const placed = this.#place(day)
    if (position === undefined || placed === undefined) return
    const sums = sumsOn(this.#days, placed, this.#width)
    sums[position] = (sums[position] ?? 0) + this.#sign * count
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

/** The sums of a day, so many of them, which begin at nothing. */
export function sumsOn(days: SumsByDay, day: DayNumber, width: number): number[] {
  const known = days.get(day)
  if (known) return known
  const made = new Array<number>(width).fill(0)
  days.set(day, made)
  return made
}
