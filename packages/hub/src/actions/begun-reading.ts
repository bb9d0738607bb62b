import { z } from 'zod'

/** What is told of a sync, or of another reading, when it has begun. */
export const BegunSync = z
  .object({
    runs: z
      .array(z.object({ id: z.string(), source: z.string() }))
      .describe('The run that has begun; those of further sources follow it, one after the other'),
    notes: z.array(z.string()).describe('Why nothing was begun, where nothing was'),
  })
  .meta({ id: 'BegunSync' })
export type BegunSync = z.output<typeof BegunSync>
