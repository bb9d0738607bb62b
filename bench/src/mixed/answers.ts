const MOST_TOLD = 20

/** What was asked for, or a word that says when to come again. */
const GOOD = /^(2\d\d|304|409|(409|503) later)$/

/** How requests of each kind were answered: by status, or `error` where there was no answer. */
export class Answers {
  readonly #byKind = new Map<string, Map<string, number>>()
  #told = 0

  count(kind: string, status: string): void {
    const ofKind = this.#byKind.get(kind) ?? new Map<string, number>()
    this.#byKind.set(kind, ofKind)
    ofKind.set(status, (ofKind.get(status) ?? 0) + 1)
  }

  /** Asks, reads the whole answer and counts it. */
  async ask(kind: string, url: string, request: RequestInit = {}): Promise<void> {
    try {
      const response = await fetch(url, request)
      const text = await response.text()
      const status = `${response.status}${response.headers.has('Retry-After') ? ' later' : ''}`
      this.count(kind, status)
      if (!GOOD.test(status)) this.#tell(`${kind} ${status} ${text.slice(0, 300)}`)
    } catch (thrown) {
      this.count(kind, 'error')
      this.#tell(`${kind} ${String((thrown as Error).cause ?? thrown)}`)
    }
  }

  /** The first wrong answers are shown at once. */
  #tell(line: string): void {
    this.#told += 1
    if (this.#told <= MOST_TOLD) process.stderr.write(`${line}\n`)
  }

  get table(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    const rows = [...this.#byKind].map(([kind, counts]) => [kind, Object.fromEntries(counts)])
    return Object.fromEntries(rows)
  }

  /** Answers that are neither what was asked for, nor a word that says when to come again. */
  get wrong(): number {
    const all = [...this.#byKind.values()].flatMap((counts) => [...counts])
    const bad = all.filter(([status]) => !GOOD.test(status))
    return bad.reduce((sum, [, count]) => sum + count, 0)
  }
}
