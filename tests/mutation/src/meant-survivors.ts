/** A change of the source that no test can or should notice, written as the whole lines that it changes. */
export interface MeantSurvivor {
  readonly file: string
  readonly code: string
  readonly becomes: string
  readonly why: string
}

/** Survivors that are meant; any other is a test that is missing, or code that is. */
export const MEANT_SURVIVORS: readonly MeantSurvivor[] = [
  {
    file: 'packages/domain/src/counting/count-dossier.ts',
    code: 'if (dossier.pauses.length < 2) return null',
    becomes: 'if (false) return null',
    why: 'only saves work: fewer than two pauses hold no second request',
  },
  {
    file: 'packages/domain/src/counting/difference.ts',
    code: 'this.#reversed = pair.base.id > pair.other.id',
    becomes: 'this.#reversed = pair.base.id >= pair.other.id',
    why: 'a rule beside itself has no differences to walk through',
  },
  {
    file: 'packages/domain/src/counting/difference.ts',
    code: 'return CAUSES.filter((cause) => base.choices[cause] !== other.choices[cause]).map((cause) => {',
    becomes: 'return CAUSES.map((cause) => {',
    why: 'only saves work: an answer exchanged for the same answer changes no row',
  },
  {
    file: 'packages/domain/src/counting/difference.ts',
    code: 'return CAUSES.filter((cause) => base.choices[cause] !== other.choices[cause]).map((cause) => {',
    becomes: 'return CAUSES.filter((cause) => true).map((cause) => {',
    why: 'only saves work: an answer exchanged for the same answer changes no row',
  },
  {
    file: 'packages/domain/src/counting/difference.ts',
    code: 'readonly #rows: DossierStatistics[] = []',
    becomes: 'readonly #rows: DossierStatistics[] = ["Stryker was here"]',
    why: 'row 0 is the first one, which is never looked up here',
  },
  {
    file: 'packages/domain/src/counting/difference.ts',
    code: "if (changed === undefined) return 'unexplained'",
    becomes: "if (false) return 'unexplained'",
    why: 'a column that differs is among its own quantities; the types cannot say so',
  },
  {
    file: 'packages/domain/src/counting/difference.ts',
    code: "return this.#steps.findLast((_, index) => differs(index))?.cause ?? 'unexplained'",
    becomes: "return this.#steps.findLast((_, index) => differs(index)).cause ?? 'unexplained'",
    why: 'the first row always differs from the last here; the types cannot say so',
  },
  {
    file: 'packages/domain/src/counting/column-changes.ts',
    code: 'if (difference > 0) counts.more += difference',
    becomes: 'if (difference >= 0) counts.more += difference',
    why: 'a difference of 0 is none and never told',
  },
  {
    file: 'packages/domain/src/counting/overdue-spans.ts',
    code: 'if (span.to !== null && from >= span.to) return [span]',
    becomes: 'if (span.to !== null && from > span.to) return [span]',
    why: 'a pause that begins where the span ends cuts off an empty span, which is dropped',
  },
  {
    file: 'packages/audit/src/rules/no-such-day.ts',
    code: 'const undated = (documents ?? []).filter(({ date }) => !date)',
    becomes: 'const undated = (documents ?? ["Stryker was here"]).filter(({ date }) => !date)',
    why: 'what is no document has neither a number nor a printed day',
  },
  {
    file: 'packages/audit/src/rules/shares-of-hundred.ts',
    code: 'const isOver = sum > target',
    becomes: 'const isOver = sum >= target',
    why: 'a sum that is the target is within what rounding can come to, and was let through',
  },
  {
    file: 'packages/audit/src/rules/sum-of-parts.ts',
    code: 'const isOver = sum > printed',
    becomes: 'const isOver = sum >= printed',
    why: 'only of a sum that is not what is printed is anything told',
  },
  {
    file: 'packages/sync/src/commit-lane.ts',
    code: 'const isStated = !lastingId && dossiers.some((one) => one.lastingId !== undefined)',
    becomes: 'const isStated = !lastingId && dossiers.some((one) => true)',
    why: 'only saves work: a dossier without such an id stays as it is',
  },
  {
    file: 'packages/sync/src/retry-quarantine.ts',
    code: 'const found = keys.length > 0 ? stream?.lookup?.(keys) : undefined',
    becomes: 'const found = keys.length > 0 ? stream.lookup?.(keys) : undefined',
    why: 'there are keys only where the stream has a lookup; the types cannot say so',
  },
  {
    file: 'packages/sync/src/retry-quarantine.ts',
    code: 'const found = keys.length > 0 ? stream?.lookup?.(keys) : undefined',
    becomes: 'const found = keys.length > 0 ? stream?.lookup(keys) : undefined',
    why: 'there are keys only where the stream has a lookup; the types cannot say so',
  },
]
