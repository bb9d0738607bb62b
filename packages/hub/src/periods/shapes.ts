import { instantText } from '@cchc/domain'
import type { PeriodEvent as StoredEvent } from '@cchc/store'
import { z } from 'zod'

const about = { by: z.string(), note: z.string().nullable() }
const instants = {
  asOf: z.string().describe('The instant whose knowledge is frozen'),
  recordedAt: z.string(),
}
const named = { period: z.string(), from: z.string(), to: z.string() }

/** A closing that is in force; instants are ISO 8601 in Vietnam's time. */
export const ClosedPeriod = z
  .object({
    organisation: z.string(),
    ...named,
    ...about,
    restated: z.boolean().describe('What is known since gives other figures'),
    ...instants,
  })
  .meta({ id: 'ClosedPeriod' })
export type ClosedPeriod = z.output<typeof ClosedPeriod>

/** One thing that was done to a period. */
export const PeriodEvent = z.object({
  action: z.enum(['close', 'reopen']),
  ...about,
  ...instants,
})

export const PeriodState = z.enum(['closed', 'reopened'])

/** A period and what was done to it. */
export const Period = z
  .object({
    organisation: z.object({ code: z.string(), name: z.string() }),
    ...named,
    state: PeriodState,
    events: z.array(PeriodEvent).describe('Oldest first'),
  })
  .meta({ id: 'Period' })
export type Period = z.output<typeof Period>

/** A stored event as it is handed out. */
export function eventAnswer({ action, by, note, asOf, recordedAt }: StoredEvent) {
  return { action, by, note, asOf: instantText(asOf), recordedAt: instantText(recordedAt) }
}
