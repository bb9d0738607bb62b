import { type RawBuilder, sql } from 'kysely'
import { type StateSource, stateSources } from '../history/state-sources.ts'
import type { CopiesOf, DossierQuery } from '../stored-dossier.ts'

/** Filters by what other sources have too, as known at the instant of the query. */
export function copyFilters(
  { copies, asKnownAt }: DossierQuery,
  { table }: StateSource,
): readonly RawBuilder<unknown>[] {
  if (copies === undefined) return []
  const found = copies.of
    .filter(({ among }) => among.length > 0)
    .map((one) => isCopy(one, { table, ...(one.others ?? { asKnownAt }) }))
  const any = found.length === 0 ? sql`1 = 0` : sql`(${sql.join(found, sql` or `)})`
  return copies.are === 'all' ? [any] : [sql`not ${any}`]
}

/** By code and by lasting id apart, since each has an index of its own. */
function isCopy(
  { source, among }: CopiesOf,
  { table, asKnownAt }: Pick<StateSource, 'table'> & Pick<DossierQuery, 'asKnownAt'>,
): RawBuilder<unknown> {
  const own = (name: string) => sql`${table}.${sql.ref(name)}`
  const same = [
    sql`other.code = ${own('code')}`,
    sql`other.lasting_id = ${own('lasting_id')} and other.procedure_code = ${own('procedure_code')}
      and other.received_day = ${own('received_day')}`,
  ]
  const held = stateSources(asKnownAt).flatMap(({ table: others, filters }) =>
    same.map((is) => {
      const where = [sql`other.source in (${sql.join(among)})`, is, ...filters]
      return sql`exists (select 1 from ${others} as other where ${sql.join(where, sql` and `)})`
    }),
  )
  return sql`(${own('source')} = ${source} and (${sql.join(held, sql` or `)}))`
}
