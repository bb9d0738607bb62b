/** Rows of so many sums side by side in one array: a store has hundreds of thousands, and none is an object of its own. */
export class PackedSums {
  readonly width: number
  #values: Int32Array
  #length = 0

  constructor(width: number) {
    this.width = width
    this.#values = new Int32Array(width * ROWS_AT_FIRST)
  }

  /** A further row, whose sums begin at nothing; returns where it begins. */
  open(): number {
    const begin = this.#length
    this.#length += this.width
    if (this.#length > this.#values.length) this.#grow()
    return begin
  }

  /** Adds to the sum at a position of the row that begins there. */
  add(begin: number, position: number, count: number): void {
    const at = begin + position
    this.#values[at] = (this.#values[at] ?? 0) + count
  }

  /** Adds each sum of one row to those of another. */
  addRow(begin: number, other: number): void {
    for (let position = 0; position < this.width; position += 1) {
      this.add(begin, position, this.at(other, position))
    }
  }

  at(begin: number, position: number): number {
    return this.#values[begin + position] ?? 0
  }

  /** Whether any row has a sum at the position. */
  counts(position: number): boolean {
    for (let at = position; at < this.#length; at += this.width) {
      if (this.#values[at] !== 0) return true
    }
    return false
  }

  /** The sums of a row as they are now. */
  row(begin: number): readonly number[] {
    return Array.from(this.#values.subarray(begin, begin + this.width))
  }

  #grow(): void {
    const grown = new Int32Array(this.#values.length * 2)
    grown.set(this.#values)
    this.#values = grown
  }
}

const ROWS_AT_FIRST = 64
