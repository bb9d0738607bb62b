import { z } from 'zod'
import type { Route } from '../route.ts'

/** Liveness: the process answers, whatever its database does. */
export const healthRoute: Route = {
  method: 'get',
  path: '/health',
  tag: 'Health',
  scope: 'anyone',
  summary: 'The process is alive; needs no key',
  always: true,
  query: z.object({}),
  params: z.object({}),
  answer: z.object({ status: z.literal('alive') }).describe('Alive'),
  handle: async (_, context) => context.json({ status: 'alive' }),
}
