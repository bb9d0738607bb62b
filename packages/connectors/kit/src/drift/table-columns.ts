import { noteTable } from './portal-rows.ts'

/**
 * Notes which columns the table has that these rows stand in, so that a column that is new or gone is told; what stands in
 * the cells is not looked at. `names`: what a column means to the connector, or its head where it means nothing.
 */
export function tableColumns(rows: readonly object[], names: readonly string[]): void {
  const columns = Object.fromEntries(names.map((name) => [nameOf(name), 'x']))
  for (const row of rows) noteTable(row, columns)
}

/** Without what divides the parts of a path. */
function nameOf(head: string): string {
  return head
    .replace(/[.[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
