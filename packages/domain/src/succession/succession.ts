import { z } from 'zod'
import { OrganisationCode } from '../organisation.ts'
import { Day } from '../time.ts'

/** Ways in which organisations take over from one another. */
export const SuccessionKind = z.enum(['renamed', 'merged', 'split', 'abolished'])
export type SuccessionKind = z.output<typeof SuccessionKind>

/**
 * From `date` on, `to` does the work of `from`. An organisation in both goes on. What is not known to be of another
 * successor goes to `default` (an organisation that goes on, or the only successor, unless named); what a new
 * organisation holds belonged before to `before` (the first of `from` unless named). `legalBasis` is the deciding text.
 */
export const Succession = z.object({
  date: Day,
  kind: SuccessionKind,
  from: z.array(OrganisationCode).min(1),
  to: z.array(OrganisationCode).min(1),
  default: OrganisationCode.optional(),
  before: OrganisationCode.optional(),
  legalBasis: z.string().trim().min(1).max(300).optional(),
})
export type Succession = z.output<typeof Succession>

/** Who holds an organisation's dossiers from the date on; undefined when that is not said. */
export function successorOf(succession: Succession, code: OrganisationCode): string | undefined {
  const { to, default: named } = succession
  if (to.includes(code)) return code
  return named ?? (to.length === 1 ? to[0] : undefined)
}

/** Who held before the date what a new organisation holds. */
export function predecessorOf({ from, before }: Succession): string | undefined {
  return before ?? from[0]
}
