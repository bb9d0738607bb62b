import { SeenFields } from '../drift/seen-fields.ts'
import type { Check } from './check.ts'
import { rewritten } from './portal.ts'
import { codeOf } from './records.ts'
import { mapRows } from './wire-text.ts'

/** A name that no portal has. */
const ADDED = 'cchcAddedField'

/** What the hub can be told of a portal whose rows change. */
export const DRIFT_CHECKS: readonly Check[] = [
  {
    name: 'shows which fields its rows have, also those that it does not read',
    of: 'stream',
    fix: 'Map rows with mapEach as the portal sent them, and hand out what it made of them; where a schema picks fields before, declare it with rowFields.',
    run: async (bench, subject) => {
      const rewrite = (text: string) => mapRows(text, (row) => ({ ...row, [ADDED]: 'x' }))
      const world = bench.with((healthy) => rewritten(healthy, rewrite))
      const { pages, error } = await bench.act(subject, world)
      const expected = 'no failure with a new field in every row, and its name told'
      if (error !== undefined) return { expected, came: String(codeOf(error)) }
      const seen = new SeenFields()
      for (const { records } of pages) for (const record of records) seen.add(record)
      const came = `${seen.records} records with the names of their fields, without the new one`
      return seen.paths.some(isAdded) ? undefined : { expected, came }
    },
  },
]

function isAdded(path: string): boolean {
  return path.endsWith(ADDED)
}
