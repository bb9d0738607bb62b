import { type Fault, type Message, say } from '@cchc/domain'
import { noteRow } from './drift/portal-rows.ts'

const REASON = Symbol.for('cchc.unreadableRow')

type Known = Readonly<Record<string, unknown>>

interface RefusalOptions {
  /** The field that is wrong, with dots between its parts; the record as a whole unless told. */
  readonly path?: string
  /** What a person does about it. */
  readonly fix?: Message
}

/** A field that cannot be read; thrown by what maps a row. The message holds nothing that the portal sent. */
export class UnreadableField extends Error {
  readonly fault: Fault

  constructor(said: Message, { path = '', fix }: RefusalOptions = {}) {
    super(said.template)
    this.name = 'UnreadableField'
    this.fault = { path, message: said, ...(fix && { fix }) }
  }
}

/**
 * Refuses the row that is being mapped, in the connector's own words; neither they nor their values may hold what the
 * portal says of people.
 *
 * @example if (row.kind === 'draft') refuse(say('is a draft'), { path: 'kind', fix: say('Publish it at the portal.') })
 */
export function refuse(said: Message, options: RefusalOptions = {}): never {
  throw new UnreadableField(said, options)
}

/** A record that is refused as a whole, such as a file that is none; `known` are fields by which it is found again. */
export function refusedRecord(
  said: Message,
  { known = {}, ...options }: RefusalOptions & { readonly known?: Known } = {},
): never {
  return refusedRow(new UnreadableField(said, options), () => known) as never
}

/** What came of the rows of a page; the engine refuses those of `unreadable`, each with its reason. */
export interface MappedRows<T> {
  readonly mapped: readonly T[]
  readonly unreadable: readonly never[]
}

/**
 * Maps every row by itself: a throw costs that row alone. `known` reads the fields of a refused row by which it is
 * found again. Of which row a record was made is noted, so that a portal whose rows change is told. Failures of the portal
 * as a whole (AppError) must not be thrown by `map`.
 *
 * @example const { mapped, unreadable } = mapEach(rows, mapDossier, ({ dossierNo }) => ({ code: dossierNo }))
 */
export function mapEach<R, T>(
  rows: readonly R[],
  map: (row: R) => T,
  known: (row: R) => Known = () => ({}),
): MappedRows<T> {
  const mapped: T[] = []
  const unreadable: never[] = []
  for (const row of rows) {
    try {
      const made = map(row)
      noteRow(made, row)
      mapped.push(made)
    } catch (thrown) {
      const refused = refusedRow(thrown, () => known(row))
      noteRow(refused, row)
      unreadable.push(refused as never)
    }
  }
  return { mapped, unreadable }
}

/** `mapEach` as the records of a page: those that are refused stand behind the others. */
export function mapRecords<R, T>(
  rows: readonly R[],
  map: (row: R) => T,
  known?: (row: R) => Known,
): readonly T[] {
  const { mapped, unreadable } = mapEach(rows, map, known)
  return unreadable.length === 0 ? mapped : [...mapped, ...unreadable]
}

/** Why a record is none, where `mapEach` could not map its row. */
export function unreadableReason(record: unknown): Fault | undefined {
  return typeof record === 'object' && record !== null
    ? (record as { readonly [REASON]?: Fault })[REASON]
    : undefined
}

function refusedRow(thrown: unknown, known: () => Known): object {
  const reason =
    thrown instanceof UnreadableField
      ? thrown.fault
      : { path: '', message: say('holds something that cannot be read') }
  try {
    return { ...known(), [REASON]: reason }
  } catch {
    return { [REASON]: reason }
  }
}
