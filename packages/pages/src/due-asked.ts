import type { due } from '@cchc/hub/questions/due'
import type { dueWeeks } from '@cchc/hub/questions/due-weeks'
import type { AskedOf } from '@cchc/hub/questions/question'
import type { Viewing } from './view.ts'

/** What of an address says which worklist is looked at. */
export const DUE_TAKES = [
  ...(['org', 'day', 'within', 'kind', 'procedure'] as const),
  ...(['dueFrom', 'dueTo', 'rule'] as const),
] as const

/** The worklist that an address means; what it says wrongly is refused by the gateway. */
export function dueAsked(given: Viewing['given'], most: number): AskedOf<typeof due> {
  const named = DUE_TAKES.flatMap((name) => {
    const text = given[name]
    return text === undefined ? [] : [[name, name === 'day' ? writtenDay(text) : text] as const]
  })
  return { ...Object.fromEntries(named), most }
}

/** What of an address says which weeks are looked at. */
export const WEEKS_TAKE = ['org', 'day', 'rule'] as const

/** The weeks that an address means. */
export function weeksAsked({ org, day, rule }: Viewing['given']): AskedOf<typeof dueWeeks> {
  return {
    ...(org !== undefined && { org }),
    ...(day !== undefined && { day: writtenDay(day) }),
    ...(rule !== undefined && { rule }),
  }
}

/** A day as people write it, `14/12/2022`, as the gateway takes it; anything else as it is, to be judged there. */
function writtenDay(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (year === undefined) return text
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
