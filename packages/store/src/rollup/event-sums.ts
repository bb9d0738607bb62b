import { type CountingRule, type DayNumber, dayNumberOf, lacksEnd } from '@cchc/domain'
import type { CountableDossier } from '../stored-dossier.ts'
import { type CellFigure, figuresOf } from './cell-figures.ts'
import { PackedSums } from './packed-sums.ts'
import { type RollupSubject, subjectKey } from './subject.ts'

/** Where the sums of a day begin to which events are put. */
export type RowsByDay = Map<DayNumber, number>

/** The sums of one subject. */
export interface SubjectSums {
  readonly subject: RollupSubject
  readonly days: RowsByDay
}

/** To which day an event is put; undefined = to none. */
export type PlaceDay = (day: DayNumber) => DayNumber | undefined

/** Where the sums of a rule stand in a row. */
type Positions = Readonly<Partial<Record<CellFigure, number>>>

/** Adds up what rules make of dossiers' states. One closure serves all of them, since this runs for each. */
export class EventSums {
  /** The sums of each rule behind those of the one before, in the order in which they were given, each in that of `figuresOf`. */
  readonly sums: PackedSums
  readonly #rules: readonly CountingRule[]
  readonly #positions: readonly Positions[]
  readonly #place: PlaceDay
  readonly #subjects = new Map<string, SubjectSums>()
  #days: RowsByDay = new Map()
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
    this.sums = new PackedSums(width)
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
    this.sums.add(rowOn(this.#days, placed, this.sums), position, this.#sign * count)
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

/** Where the sums of a day begin, which are nothing at first. */
export function rowOn(days: RowsByDay, day: DayNumber, sums: PackedSums): number {
  const known = days.get(day)
  if (known !== undefined) return known
  const begin = sums.open()
  days.set(day, begin)
  return begin
}
