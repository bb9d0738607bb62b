import {
  type BrokenIdentity,
  brokenStatedIdentities,
  type DossierCount,
  type Message,
  printDayRange,
  say,
} from '@cchc/domain'

/** Counts the rows of a pass that break the identities of Form II.06; they are kept as they came. */
export class StatedFaults {
  #count = 0
  #first: { readonly row: DossierCount; readonly identity: BrokenIdentity } | undefined

  add(rows: readonly DossierCount[]): void {
    for (const row of rows) {
      const [identity] = brokenStatedIdentities(row.counts, row.rule)
      if (!identity) continue
      this.#count += 1
      this.#first ??= { row, identity }
    }
  }

  /** What a run says of them; undefined where there are none. */
  told(stream: string): Message | undefined {
    if (!this.#first) return undefined
    const { row, identity } = this.#first
    const { name, left, right } = identity
    return say(
      '{stream}: {count} stated rows break an identity of Form II.06; the first is that of {unit}, {days}: {identity}, {left} is not {right}. They are kept as they came; ask who states them.',
      {
        stream,
        count: this.#count,
        unit: row.organisationCode,
        days: printDayRange(row),
        identity: name,
        left,
        right,
      },
    )
  }
}
