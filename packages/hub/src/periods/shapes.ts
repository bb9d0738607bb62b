import { z } from 'zod'

const event = {
  by: z.string(),
  note: z.string().nullable(),
}
const instants = {
  asOf: z.string().describe('The instant whose knowledge is frozen'),
  recordedAt: z.string(),
}

/** A closing that is in force; instants are ISO 8601 in Vietnam's time. */
export const ClosedPeriod = z
  .object({
    organisation: z.string(),
    period: z.string(),
    from: z.string(),
    to: z.string(),
    ...event,
    restated: z.boolean().describe('What is known since gives other figures'),
    ...instants,
  })
  .meta({ id: 'ClosedPeriod' })
export type ClosedPeriod = z.output<typeof ClosedPeriod>
