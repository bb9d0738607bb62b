import { BegunSync } from '@cchc/hub/actions/begun-reading'
import { Problem } from '@cchc/hub/questions/problem'
import { type Begin, PageFailure } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import { KEY, READINGS } from '../routes/sync.ts'
import { fetchInside } from './ask-inside.ts'

/** What is written as a list of one. */
const LISTED = { sync: ['source'], retry: ['id'] } as const

/** Begins readings by the gateway's own routes, with the key of whoever looks, as `askInside` asks. */
export function beginInside(app: Hono, context: Context, key: string | undefined): Begin {
  return async (reading, { once = '', ...written }) => {
    const { path: address } = READINGS.find(({ action }) => action === reading) ?? READINGS[0]
    const listed: readonly string[] = LISTED[reading]
    const asked = Object.entries(written).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, listed.includes(name) ? [text] : text] as const],
    )
    const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(asked)))
    const body = { type: 'application/json', bytes }
    const more = { [KEY]: once }
    const response = await fetchInside(app, context, { address, key, method: 'post', body, more })
    const answer: unknown = await response.json()
    if (response.ok) return BegunSync.parse(answer)
    throw new PageFailure(Problem.parse(answer))
  }
}
