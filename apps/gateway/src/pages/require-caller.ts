import { Problem } from '@cchc/hub/questions/problem'
import { PageFailure } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import { fetchInside } from './ask-inside.ts'
import { pageKey } from './page-key.ts'

/** What whoever has a good key is answered with something else than 401 or 429. */
export const TRIED = '/v1/organisations?limit=1'

/** Throws the PageFailure of whoever may ask nothing at all. */
export async function requireCaller(app: Hono, context: Context): Promise<void> {
  const response = await fetchInside(app, context, { address: TRIED, key: pageKey(context) })
  if (![401, 421, 429].includes(response.status)) return
  throw new PageFailure(Problem.parse(await response.json()))
}
