import { ConfigError } from '../errors.ts'
import { say } from '../messages/say.ts'
import { type OrganisationCode, parentOrganisationCode } from '../organisation.ts'
import { type Day, dayNumber, dayText } from '../time.ts'
import { predecessorOf, type Succession, successorOf } from './succession.ts'
import { successionFaults } from './succession-faults.ts'

/** First days of organisations that are known to be new; an organisation without one has always been there. */
export type OpeningDays = ReadonlyMap<OrganisationCode, Day>

/** One step from an organisation to another; those below a renamed one keep their own part of the code. */
interface Step {
  readonly date: Day
  readonly to: OrganisationCode
  readonly keepsTail: boolean
}

/**
 * Who holds the work of an organisation on a day. Every code has exactly one holder on every day, so that figures
 * counted by holder neither lose nor double anything, whichever code a portal kept.
 */
export class Successions {
  readonly #ends: ReadonlyMap<OrganisationCode, readonly Succession[]>
  readonly #begins: ReadonlyMap<OrganisationCode, readonly Succession[]>
  readonly #opened: OpeningDays
  readonly #dates: readonly Day[]

  /** Throws ConfigError with every fault: two successors at once, one that ended before, a circle. */
  constructor(successions: readonly Succession[], opened: OpeningDays = new Map()) {
    const faults = successionFaults(successions)
    const fault = faults[0]?.message
    if (fault !== undefined) {
      throw new ConfigError(say('The successions of organisations are wrong: {fault}', { fault }), {
        faults,
        fix: say('Correct them so that each organisation has one successor at a time.'),
      })
    }
    const ordered = successions.toSorted((a, b) => (a.date < b.date ? -1 : 1))
    this.#ends = byCode(ordered, ({ from }) => from)
    this.#begins = byCode(ordered, ({ to }) => to)
    this.#opened = opened
    this.#dates = ordered.map(({ date }) => date)
  }

  /** Whether nothing ever changed. */
  get isEmpty(): boolean {
    return this.#ends.size === 0
  }

  /** Every code that a succession names. */
  get codes(): readonly OrganisationCode[] {
    return [...new Set([...this.#ends.keys(), ...this.#begins.keys()])].toSorted()
  }

  /**
   * The organisation that holds the work of `code` on `day` (a day of a succession is the successor's first). A code
   * below one that was succeeded follows it unless it has a succession of its own.
   */
  holderAt(code: OrganisationCode, day: Day): OrganisationCode {
    let holder = this.#originAt(code, day)
    // A code that came back is meant as it is used since.
    let step = this.#nextStep(holder, this.#inUseSince(holder, day))
    while (step !== undefined && step.date <= day) {
      holder = step.to
      step = this.#nextStep(holder, step.date)
    }
    return holder
  }

  /** The days around `day` on which the same organisation holds the work of `code`; null = without end. */
  daysOf(code: OrganisationCode, day: Day): { readonly from: Day | null; readonly to: Day | null } {
    const holder = this.holderAt(code, day)
    const dates = [...new Set([...this.#dates, ...this.#opened.values()])].toSorted()
    const others = dates.filter((date) => {
      const eve = dayText(dayNumber(date) - 1)
      return this.holderAt(code, date) !== this.holderAt(code, eve)
    })
    const next = others.find((date) => date > day && this.holderAt(code, date) !== holder)
    const from = others.findLast((date) => date <= day)
    return { from: from ?? null, to: next === undefined ? null : dayText(dayNumber(next) - 1) }
  }

  /** The code before the organisations that are new after `day` existed. */
  #originAt(code: OrganisationCode, day: Day): OrganisationCode {
    let origin = code
    let step = this.#stepBack(origin, day)
    while (step !== undefined) {
      origin = step.to
      step = this.#stepBack(origin, day)
    }
    return origin
  }

  #stepBack(code: OrganisationCode, day: Day): Step | undefined {
    const opening = this.#openingOf(code)
    if (opening !== undefined) {
      const first = this.#firstBegins(code).find(({ date }) => date === opening)
      const to = first && predecessorOf(first)
      if (opening <= day || to === undefined) return undefined
      return { date: opening, to, keepsTail: first?.kind === 'renamed' }
    }
    const parent = parentOrganisationCode(code)
    const isNamed = this.#ends.has(code) || this.#begins.has(code)
    if (parent === undefined || isNamed) return undefined
    return below(code, parent, this.#stepBack(parent, day))
  }

  /** When an organisation was new; undefined when it has always been there. */
  #openingOf(code: OrganisationCode): Day | undefined {
    const stated = this.#opened.get(code)
    if (stated !== undefined) return stated
    const begins = this.#firstBegins(code)
    const [first] = begins
    if (first === undefined || first.kind === 'abolished') return undefined
    if (begins.some(({ from }) => from.includes(code))) return undefined
    const existed = this.#ends.get(code)?.some(({ date }) => date < first.date)
    return existed ? undefined : first.date
  }

  /** What made an organisation a successor for the first time; what is known to found it comes first. */
  #firstBegins(code: OrganisationCode): readonly Succession[] {
    const begins = this.#begins.get(code) ?? []
    const first = begins.filter(({ date }) => date === begins[0]?.date)
    return first.toSorted((a, b) => Number(a.kind === 'abolished') - Number(b.kind === 'abolished'))
  }

  /** What ends an organisation next, by itself or with the one above it. */
  #nextStep(code: OrganisationCode, since: string): Step | undefined {
    const own = this.#ends
      .get(code)
      ?.find((one) => one.date >= since && successorOf(one, code) !== code)
    const to = own && successorOf(own, code)
    if (own && to !== undefined) return { date: own.date, to, keepsTail: own.kind === 'renamed' }
    const parent = parentOrganisationCode(code)
    if (parent === undefined) return undefined
    const known = this.#lastKnownDay(code)
    const above = this.#nextStep(parent, later(known, since))
    return above && above.date > known ? below(code, parent, above) : undefined
  }

  /** The last day for which a succession or an opening says that the organisation is there by itself. */
  #lastKnownDay(code: OrganisationCode): string {
    return later(this.#lastBegin(code, LAST), this.#opened.get(code) ?? '')
  }

  /** When a code, or the one that it lies below, last came into use. */
  #inUseSince(code: OrganisationCode, day: Day): string {
    const parent = parentOrganisationCode(code)
    const isNamed = this.#ends.has(code) || this.#begins.has(code)
    return isNamed || parent === undefined
      ? this.#lastBegin(code, day)
      : this.#inUseSince(parent, day)
  }

  #lastBegin(code: OrganisationCode, day: Day): string {
    return this.#begins.get(code)?.findLast(({ date }) => date <= day)?.date ?? ''
  }
}

const LAST: Day = '9999-12-31'

function later(a: string, b: string): string {
  return [a, b].toSorted()[1] ?? a
}

function below(
  code: OrganisationCode,
  parent: OrganisationCode,
  step: Step | undefined,
): Step | undefined {
  if (step === undefined || !step.keepsTail) return step
  return { ...step, to: step.to + code.slice(parent.length) }
}

function byCode(
  successions: readonly Succession[],
  codesOf: (succession: Succession) => readonly OrganisationCode[],
): ReadonlyMap<OrganisationCode, readonly Succession[]> {
  const pairs = successions.flatMap((one) => codesOf(one).map((code) => ({ code, one })))
  const grouped = Map.groupBy(pairs, ({ code }) => code)
  return new Map([...grouped].map(([code, all]) => [code, all.map(({ one }) => one)]))
}
