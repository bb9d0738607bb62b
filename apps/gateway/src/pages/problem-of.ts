import { Problem } from '@cchc/hub/questions/problem'
import { PageFailure } from '@cchc/pages'
import type { Context } from 'hono'
import { problemResponse } from '../problem.ts'

/** What the page says of something that was thrown. */
export async function problemOf(context: Context, thrown: unknown): Promise<Problem> {
  if (thrown instanceof PageFailure) return thrown.problem
  const response = await problemResponse(context, thrown, 'vi')
  return Problem.parse(await response.json())
}
