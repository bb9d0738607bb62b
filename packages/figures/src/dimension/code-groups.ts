/** What groups are ordered by: the codes of each of their dimensions. */
export interface Ordered {
  readonly order?: readonly string[]
}

/** One thing for each combination of codes, such as a tally; made when the first of its group comes. */
export class CodeGroups<T> {
  readonly #dimensions: readonly Ordered[]
  readonly #create: () => T
  readonly #groups = new Map<string, { readonly codes: readonly string[]; held: T }>()

  constructor(dimensions: readonly Ordered[], create: () => T) {
    this.#dimensions = dimensions
    this.#create = create
  }

  /** What is held for the codes, one for each dimension. */
  at(codes: readonly string[]): T {
    const key = codes.join('\u0000')
    const found = this.#groups.get(key) ?? { codes, held: this.#create() }
    this.#groups.set(key, found)
    return found.held
  }

  /** Every group in the order of its dimensions: of forms where they state one, otherwise of codes. */
  entries(): { readonly codes: readonly string[]; readonly held: T }[] {
    return [...this.#groups.values()].toSorted((a, b) => this.#compare(a.codes, b.codes))
  }

  #compare(a: readonly string[], b: readonly string[]): number {
    for (const [index, { order }] of this.#dimensions.entries()) {
      const [left = '', right = ''] = [a[index], b[index]]
      if (left !== right) return compareCodes(order, left, right)
    }
    return 0
  }
}

function compareCodes(order: readonly string[] | undefined, left: string, right: string): number {
  if (order) return order.indexOf(left) - order.indexOf(right)
  return left < right ? -1 : 1
}
