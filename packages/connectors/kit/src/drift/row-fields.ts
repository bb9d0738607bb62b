import { z } from 'zod'
import { noteRow } from './portal-rows.ts'

/**
 * A schema for rows of which only these fields are read; what is no row has none of them. The names of its other fields are
 * noticed, so that a portal that changes is told.
 *
 * @example const Row = rowFields({ code: z.unknown(), name: z.unknown() })
 */
export function rowFields<S extends z.ZodRawShape>(shape: S) {
  const fields = z.object(shape).partial()
  type Fields = z.output<typeof fields>
  return z.unknown().transform((row): Fields => {
    const parsed = fields.safeParse(row)
    const read = parsed.success ? parsed.data : ({} as Fields)
    noteRow(read, row)
    return read
  })
}
