import {
  type AddEvent,
  type DayNumber,
  type Dossier,
  dayNumberOf,
  MEASURES,
  type Measure,
  tt01,
} from '@cchc/domain'

/** Source, organisation, channel ('' = none stated) and day, then the sums in the order of `LEDGER_MEASURES`. */
export type LedgerRow = readonly (string | number)[]

export const LEDGER_KEY = ['source', 'organisation_code', 'channel', 'day'] as const

/** Column and measure, in the order of the stored sums. */
export const LEDGER_MEASURES = MEASURES.map((measure) => ({ measure, column: columnOf(measure) }))

const POSITIONS = Object.fromEntries(MEASURES.map((measure, index) => [measure, index])) as Record<
  Measure,
  number
>

type Days = Map<DayNumber, number[]>

/**
 * Collects what one commit adds to and takes from the ledger of rule tt01-2020. One closure serves all records, since
 * this runs for each of them.
 */
export class LedgerDeltas {
  readonly #source: string
  readonly #cells = new Map<string, Days>()
  #days: Days = new Map()
  readonly #received = new Map<DayNumber, number>()
  #sign = 1

  constructor(source: string) {
    this.#source = source
  }

  add(dossier: Dossier): void {
    this.#count(dossier, 1)
  }

  subtract(dossier: Dossier): void {
    this.#count(dossier, -1)
  }

  /** Every cell that changes, ordered by its key. */
  rows(): LedgerRow[] {
    const rows: LedgerRow[] = []
    for (const name of [...this.#cells.keys()].sort()) {
      const [organisation = '', channel = ''] = name.split('|')
      for (const [day, sums] of [...(this.#cells.get(name) ?? [])].sort((a, b) => a[0] - b[0])) {
        if (sums.some((sum) => sum !== 0)) {
          rows.push([this.#source, organisation, channel, day, ...sums])
        }
      }
    }
    return rows
  }

  /** Source, day and how many more dossiers there are that were received on it. */
  receivedRows(): LedgerRow[] {
    const changed = [...this.#received].filter(([, count]) => count !== 0)
    return changed.sort((a, b) => a[0] - b[0]).map(([day, count]) => [this.#source, day, count])
  }

  readonly #record: AddEvent = (measure, day) => {
    let sums = this.#days.get(day)
    if (!sums) {
      sums = [0, 0, 0, 0, 0, 0]
      this.#days.set(day, sums)
    }
    sums[POSITIONS[measure]] = (sums[POSITIONS[measure]] ?? 0) + this.#sign
  }

  #count(dossier: Dossier, sign: number): void {
    const name = `${dossier.organisationCode}|${dossier.channel ?? ''}`
    let days = this.#cells.get(name)
    if (!days) {
      days = new Map()
      this.#cells.set(name, days)
    }
    this.#days = days
    this.#sign = sign
    if (dossier.receivedAt !== null) {
      const day = dayNumberOf(dossier.receivedAt)
      this.#received.set(day, (this.#received.get(day) ?? 0) + sign)
    }
    tt01.count(dossier, this.#record)
  }
}

function columnOf(measure: Measure): string {
  return measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
