import { z } from 'zod'

/** How much may be sent at once; part of the configuration of every source that is sent to, under `push`. */
const PushLimits = z.object({ maxMegabytes: z.number().min(0.001).max(100).default(10) })

/** What the configuration of every source that is sent to holds: the key that the sender shows, and how much it may send. */
export const PushSource = z.object({
  key: z.string().min(16).max(1000).meta({ secret: true }),
  push: PushLimits.prefault({}),
})
export type PushSource = z.output<typeof PushSource>
