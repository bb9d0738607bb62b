import { FIELD_KINDS, type Drift as SeenDrift } from '@cchc/domain'
import { z } from 'zod'

const Kinds = z.array(z.enum(FIELD_KINDS))

/** A field of a portal's records that is not as it was; names of fields, never what they hold. */
export const Drift = z
  .object({
    kind: z
      .enum(['new', 'missing', 'retyped'])
      .describe(
        'new: it had never come; missing: nearly every record had held it, and none does; retyped: it had never held this kind',
      ),
    path: z.string().describe('Fields of objects behind a dot, items of lists as []'),
    was: Kinds,
    now: Kinds,
    records: z.int().describe('Records in which it is so, of those that were looked at (of)'),
    of: z.int(),
  })
  .meta({ id: 'Drift' })

/** A drift, and the stream that a run saw it in. */
export const StreamDrift = Drift.extend({ stream: z.string() }).meta({ id: 'StreamDrift' })

/** A drift as it is handed out. */
export function driftAnswer<D extends SeenDrift>(seen: D) {
  return { ...seen, was: [...seen.was], now: [...seen.now] }
}
