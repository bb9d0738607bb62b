import { z } from 'zod'

/** What became of a slot just now; instants are ISO 8601 in Vietnam's time. Whoever tells people of slots begins here. */
export const SlotEvent = z.object({
  schedule: z.string(),
  slot: z.string(),
  event: z
    .enum(['began', 'ended', 'later'])
    .describe('later = it was given back and goes on, or begins, at `dueAt`'),
  state: z.enum(['done', 'partial', 'failed', 'skipped']).nullable().describe('How it ended'),
  dueAt: z.string().nullable(),
  runs: z
    .array(z.object({ source: z.string(), run: z.string(), status: z.string() }))
    .describe('The newest run of each source that it began'),
  files: z.array(z.string()).describe('Paths of what it wrote'),
  told: z.array(z.string()).describe('What is to be told of how it went'),
})
export type SlotEvent = z.output<typeof SlotEvent>
