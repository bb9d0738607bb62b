import { z } from 'zod'

/**
 * How a failure is told over HTTP, as RFC 9457 has it. `code` is stable; `fix` says what to do next; `faults` names every
 * fault of the input.
 */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string().optional().describe('By which the log of the gateway knows the request'),
    code: z.string(),
    fix: z.string().optional(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof Problem>
