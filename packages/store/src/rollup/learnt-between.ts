import { type Kysely, type RawBuilder, sql } from 'kysely'
import { readerOf } from '../dossier-fields.ts'
import type { Value } from '../dossier-row.ts'
import { COUNTED_FIELDS, type CountableDossier } from '../stored-dossier.ts'
import type { Tables } from '../tables.ts'

/** What a source said at one instant and at a later one; instants are epoch ms, `until` absent = what is current. */
export interface Learning {
  readonly source: string
  readonly after: number
  readonly until?: number | undefined
}

/** States that hold at the later instant alone (1), or at the earlier one alone (-1). */
export interface LearntStates {
  readonly states: readonly CountableDossier[]
  readonly sign: 1 | -1
}

const BATCH = 2000

const { named, decodeNamed } = readerOf(COUNTED_FIELDS)

/** Every state that was learnt or superseded between the two, by way of indexes, so that it costs what has changed. */
export async function* learntBetween(
  db: Kysely<Tables>,
  learning: Learning,
): AsyncGenerator<LearntStates> {
  const { after, until = Number.MAX_SAFE_INTEGER } = learning
  yield* read(db, learning, {
    ...{ table: 'dossier', by: 'known_from', sign: 1 },
    filter: sql`true`,
  })
  yield* read(db, learning, {
    ...{ table: 'dossier_version', by: 'known_from', sign: 1 },
    filter: sql`known_to > ${until}`,
  })
  yield* read(db, learning, {
    ...{ table: 'dossier_version', by: 'known_to', sign: -1 },
    filter: sql`known_from <= ${after}`,
  })
}

interface Part {
  readonly table: 'dossier' | 'dossier_version'
  readonly by: 'known_from' | 'known_to'
  readonly sign: 1 | -1
  readonly filter: RawBuilder<unknown>
}

/** In the order of the instant; all states of one instant come in one batch. */
async function* read(
  db: Kysely<Tables>,
  { source, after, until = Number.MAX_SAFE_INTEGER }: Learning,
  { table, by, sign, filter }: Part,
): AsyncGenerator<LearntStates> {
  const at = sql.ref(by)
  let from = after
  for (;;) {
    const upTo = await boundary(db, { source, table, by, after: from, until })
    if (upTo === undefined) return
    const { rows } = await sql<Record<string, Value>>`
      select ${named} from ${sql.table(table)}
      where source = ${source} and ${at} > ${from} and ${at} <= ${upTo} and ${filter}`.execute(db)
    yield { sign, states: rows.map(decodeNamed) }
    from = upTo
  }
}

/** The instant up to which about a batch of rows is dated; undefined where there is none. */
async function boundary(
  db: Kysely<Tables>,
  part: Pick<Part, 'table' | 'by'> & Learning & { readonly until: number },
): Promise<number | undefined> {
  const { table, by, source, after, until } = part
  const at = sql.ref(by)
  const { rows } = await sql<{ upTo: number | null }>`select max(at) as "upTo" from (
    select ${at} as at from ${sql.table(table)}
    where source = ${source} and ${at} > ${after} and ${at} <= ${until}
    order by ${at} limit ${sql.lit(BATCH)}) as first`.execute(db)
  return rows[0]?.upTo ?? undefined
}

/** What is to be known next, in which so many states at most are learnt or superseded. */
interface Step extends Learning {
  readonly until: number
  readonly most: number
}

/** An instant until which not many more than a batch of states were learnt or superseded after another; never later than `until`. */
export async function stepAfter(
  db: Kysely<Tables>,
  { source, after, until, most }: Step,
): Promise<number> {
  const instants = await Promise.all(
    (
      [
        ['dossier', 'known_from'],
        ['dossier_version', 'known_from'],
        ['dossier_version', 'known_to'],
      ] as const
    ).map(async ([table, by]) => {
      const at = sql.ref(by)
      const { rows } = await sql<{ at: number }>`select ${at} as at from ${sql.table(table)}
        where source = ${source} and ${at} > ${after} and ${at} <= ${until}
        order by ${at} limit 1 offset ${sql.lit(most)}`.execute(db)
      return rows[0]?.at ?? until
    }),
  )
  return Math.min(...instants)
}
