import { dayOf } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { Place } from '@cchc/pages'
import type { Context } from 'hono'
import { pageKey } from './page-key.ts'

/** Where a page is shown, and on which day in Vietnam. */
export function placeOf(context: Context, { settings }: Pick<Hub, 'settings'>): Place {
  const { cutOffDay } = settings.reporting
  const hasKey = pageKey(context) !== undefined
  return { cutOffDay, hasKey, today: dayOf(Date.now()) }
}
