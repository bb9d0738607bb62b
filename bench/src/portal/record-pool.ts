import { dayNumberOf } from '@cchc/domain'
import { dossierJson, dossierXml, type World, withDefaults } from '@cchc/portals'

export type Format = 'json' | 'xml'

/** Positions of records in the order of reception; `high` is not included. */
export interface Positions {
  readonly low: number
  readonly high: number
}

const GROUP_ID = '20126'

/** More than any record takes; the system gives memory only to the part that is written. */
const ROOM_PER_RECORD = 3000

/** All records of a world, written once in the order of reception, so that any page is one piece of memory. */
export class RecordPool {
  readonly #bytes: Buffer
  /** Where each record begins, and where the last one ends. */
  readonly #offsets: Float64Array
  readonly #days: Int32Array
  /** What stands between two records. */
  readonly #separator: number

  constructor(world: World, format: Format) {
    const count = world.dossierCount
    this.#bytes = Buffer.allocUnsafe(count * ROOM_PER_RECORD)
    this.#offsets = new Float64Array(count + 1)
    this.#days = new Int32Array(count)
    this.#separator = format === 'json' ? 1 : 0
    this.#write(world, format)
  }

  get count(): number {
    return this.#days.length
  }

  /** Records received on the days from `from` to `to`, both included. */
  received(from: number, to: number): Positions {
    const low = this.#firstFrom(from)
    return { low, high: Math.max(low, this.#firstFrom(to + 1)) }
  }

  /** The records as they stand in a page, separators included. */
  records({ low, high }: Positions): Buffer {
    if (high <= low) return Buffer.alloc(0)
    const [start, end] = [this.#offsets[low] ?? 0, this.#offsets[high] ?? 0]
    return this.#bytes.subarray(start, end - this.#separator)
  }

  #write(world: World, format: Format): void {
    const shown = { groupId: GROUP_ID, quirks: withDefaults() }
    let offset = 0
    for (let index = 0; index < world.dossierCount; index += 1) {
      const dossier = world.dossier(index)
      this.#days[index] = dayNumberOf(dossier.receivedAt)
      offset +=
        format === 'json'
          ? this.#bytes.write(`${JSON.stringify(dossierJson(dossier, shown))},`, offset)
          : this.#bytes.write(dossierXml(dossier, shown), offset, 'latin1')
      this.#offsets[index + 1] = offset
    }
  }

  #firstFrom(day: number): number {
    let low = 0
    let high = this.#days.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#days[middle] ?? 0) >= day) high = middle
      else low = middle + 1
    }
    return low
  }
}
