import { z } from '@hono/zod-openapi'

const Named = z.object({ code: z.string(), name: z.string() })

/** Answer of /v1/procedures/counts. */
export const ProcedureCounts = z
  .object({
    rows: z
      .array(z.object({ group: z.record(z.string(), Named).readonly(), count: z.int() }))
      .readonly(),
    total: z.int().describe('Different procedures'),
  })
  .openapi('ProcedureCounts')
