import { Problem } from './problem.ts'

const REASONS = {
  400: 'The request is wrong; every fault is named',
  401: 'An API key is needed',
  404: 'No such thing; near ones are named',
  503: 'The database cannot be used',
} as const

/** A JSON answer and the problems that can take its place. */
export function answers<S, const P extends readonly (keyof typeof REASONS)[]>(
  description: string,
  schema: S,
  problems: P,
) {
  const failures = Object.fromEntries(
    [...problems, 401 as const].map((status) => [
      status,
      {
        description: REASONS[status],
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  )
  const ok = { description, content: { 'application/json': { schema } } }
  return { ...failures, 200: ok } as { 200: typeof ok }
}
