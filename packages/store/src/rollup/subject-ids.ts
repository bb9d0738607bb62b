import type { Kysely, Selectable, Transaction } from 'kysely'
import { inChunks } from '../in-chunks.ts'
import type { Tables } from '../tables.ts'
import type { RollupSubjectTable } from './rollup-tables.ts'
import { type RollupSubject, subjectKey } from './subject.ts'

/** A subject with the number under which sums name it. */
export interface KnownSubject extends RollupSubject {
  readonly id: number
}

/** Which subjects; absent = all. */
export interface SubjectQuery {
  readonly sources?: readonly string[] | undefined
  readonly organisations?: readonly string[] | undefined
}

export async function listSubjects(
  db: Kysely<Tables>,
  { sources, organisations }: SubjectQuery,
): Promise<readonly KnownSubject[]> {
  const rows = await db
    .selectFrom('rollup_subject')
    .selectAll()
    .$if(!!sources?.length, (all) => all.where('source', 'in', sources ?? []))
    .$if(!!organisations?.length, (all) =>
      all.where('organisation_code', 'in', organisations ?? []),
    )
    .execute()
  return rows.map(subjectOf)
}

function subjectOf(row: Selectable<RollupSubjectTable>): KnownSubject {
  return {
    id: row.id,
    source: row.source,
    organisationCode: row.organisation_code,
    procedureCode: row.procedure_code,
    fieldCode: row.field_code || null,
    channel: (row.channel || null) as KnownSubject['channel'],
    serviceLevel: (row.service_level || null) as KnownSubject['serviceLevel'],
  }
}

/** The numbers of a source's subjects; new ones get theirs. */
export async function subjectIds(
  transaction: Transaction<Tables>,
  source: string,
  subjects: readonly RollupSubject[],
): Promise<(subject: RollupSubject) => number> {
  const ids = await idsOf(transaction, source, subjects)
  const unknown = subjects.filter((subject) => !ids.has(subjectKey(subject)))
  for (const some of inChunks(unknown)) {
    const rows = some.map(rowOf)
    const made = transaction.insertInto('rollup_subject').values(rows).returningAll()
    for (const row of await made.execute()) ids.set(subjectKey(subjectOf(row)), row.id)
  }
  return (subject) => ids.get(subjectKey(subject)) ?? Number.NaN
}

async function idsOf(
  transaction: Transaction<Tables>,
  source: string,
  wanted: readonly RollupSubject[],
): Promise<Map<string, number>> {
  const codes = [...new Set(wanted.map(({ organisationCode }) => organisationCode))]
  const organisations = codes.length <= MOST_NAMED ? codes : undefined
  const found = await listSubjects(transaction, { sources: [source], organisations })
  return new Map(found.map((subject) => [subjectKey(subject), subject.id]))
}

/** A database takes so many values in one statement. */
const MOST_NAMED = 400

function rowOf(subject: RollupSubject) {
  return {
    source: subject.source,
    organisation_code: subject.organisationCode,
    procedure_code: subject.procedureCode,
    field_code: subject.fieldCode ?? '',
    channel: subject.channel ?? '',
    service_level: subject.serviceLevel ?? '',
  }
}
