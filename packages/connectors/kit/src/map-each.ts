import { type Message, say } from '@cchc/domain'

const REASON = Symbol.for('cchc.unreadableRow')

/** A field that cannot be read; thrown by what maps a row. The message holds nothing that the portal sent. */
export class UnreadableField extends Error {
  readonly said: Message

  constructor(said: Message) {
    super(said.template)
    this.name = 'UnreadableField'
    this.said = said
  }
}

/** What came of the rows of a page; the engine refuses those of `unreadable`, each with its reason. */
export interface MappedRows<T> {
  readonly mapped: readonly T[]
  readonly unreadable: readonly never[]
}

/**
 * Maps every row by itself: a throw costs that row alone. `known` reads the fields of a refused row by which it is
 * found again. Failures of the portal as a whole (AppError) must not be thrown by `map`.
 *
 * @example const { mapped, unreadable } = mapEach(rows, mapDossier, ({ dossierNo }) => ({ code: dossierNo }))
 */
export function mapEach<R, T>(
  rows: readonly R[],
  map: (row: R) => T,
  known: (row: R) => Readonly<Record<string, unknown>> = () => ({}),
): MappedRows<T> {
  const mapped: T[] = []
  const unreadable: never[] = []
  for (const row of rows) {
    try {
      mapped.push(map(row))
    } catch (thrown) {
      unreadable.push(refusedRow(thrown, () => known(row)) as never)
    }
  }
  return { mapped, unreadable }
}

/** Why a record is none, where `mapEach` could not map its row. */
export function unreadableReason(record: unknown): Message | undefined {
  return typeof record === 'object' && record !== null
    ? (record as { readonly [REASON]?: Message })[REASON]
    : undefined
}

function refusedRow(thrown: unknown, known: () => Readonly<Record<string, unknown>>): object {
  const reason =
    thrown instanceof UnreadableField ? thrown.said : say('holds something that cannot be read')
  try {
    return { ...known(), [REASON]: reason }
  } catch {
    return { [REASON]: reason }
  }
}
