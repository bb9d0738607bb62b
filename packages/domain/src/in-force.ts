import { z } from 'zod'
import { UsageError } from './errors.ts'
import { type Catalogue, type Message, say } from './messages/say.ts'
import { Day } from './time.ts'
import { printDay } from './vietnamese/date.ts'

/** The first or last day on which something is in force; unverified = nobody has held it against the text yet. */
const Limit = z.object({ day: Day, verified: z.boolean() })

/** The days on which a form or a counting rule is in force (hiệu lực), as far as they are known, and what follows it. */
export const InForce = z.object({
  from: Limit.nullable(),
  to: Limit.nullable(),
  /** What takes its place, in Vietnamese. */
  successor: z.string().min(1).max(300).nullable(),
  /** Ids of the forms that take its place, where there are any. */
  forms: z.array(z.string().min(1).max(80)).optional(),
})
export type InForce = z.output<typeof InForce>

/** Something with days in force, and a period that it is asked for. */
export interface ForceQuery {
  readonly name: string
  /** The parameter that names it. */
  readonly path: string
  readonly inForce: InForce | undefined
  /** Last day of the period: what is in force then counts for all of it. */
  readonly day: Day
  /** It is wanted though it is out of force. */
  readonly anyway: boolean
  /** Ids of what was in force before it, where that is known. */
  readonly earlier?: readonly string[]
  /** What a day outside limits that nobody has held against the text is worth: a word, unless it is to be refused too. */
  readonly unsure?: 'told' | 'refused'
}

/**
 * What is to be told of something that is, or may be, out of force on a day; undefined = nothing. Throws UsageError for
 * one that is certainly out of force, or probably and such are refused, unless it is wanted anyway.
 */
export function cautionOf(query: ForceQuery): Message | undefined {
  const { name, path, inForce, day, anyway, unsure = 'told', earlier } = query
  if (!inForce) return undefined
  const { from, to, successor } = inForce
  const limit = to && day > to.day ? to : from && day < from.day ? from : undefined
  if (!limit) return undefined
  const message = sentence(limit === to, { name, successor, ...limit })
  const isRefused = limit.verified || unsure === 'refused'
  if (anyway || !isRefused) return message
  const forms = limit === to ? inForce.forms : earlier
  throw new UsageError(message, { fix: fixOf(day, forms), faults: [{ path, message }] })
}

function fixOf(day: Day, forms: readonly string[] = []): Message {
  if (forms.length === 0) {
    const on = { day: printDay(day) }
    return say(
      'Use what is in force on {day}, or ask for it with --anyway: the answer then says so.',
      on,
    )
  }
  const named = { forms: forms.join(', ') }
  return say('Use {forms} instead, or ask for it with --anyway: the answer then says so.', named)
}

function sentence(
  isOver: boolean,
  {
    name,
    successor,
    day: limit,
    verified,
  }: Pick<ForceQuery, 'name'> & {
    readonly successor: string | null
    readonly day: Day
    readonly verified: boolean
  },
): Message {
  const day = printDay(limit)
  if (!isOver) {
    return verified
      ? say('{name} is in force from {day} on only.', { name, day })
      : say('{name} is probably in force from {day} on only (not held against the text).', {
          name,
          day,
        })
  }
  const over = { name, day, successor: successor ?? say('(not known)') }
  return verified
    ? say('{name} was in force until {day}; its successor: {successor}.', over)
    : say(
        '{name} was probably in force until {day} only (not held against the text); its successor: {successor}.',
        over,
      )
}

/** That nobody has held a form against the text of its document yet. */
export function notVerified(name: string): Message {
  return say('{name} has not been held against the text of its document yet.', { name })
}

/** The days in force for people: from, to, and what is not sure of them; empty where nothing is known. */
export function printInForce({ from, to, successor }: InForce): string {
  const sure = (limit: z.output<typeof Limit>) =>
    `${printDay(limit.day)}${limit.verified ? '' : ' (chưa đối chiếu văn bản)'}`
  const parts = [
    ...(from ? [`từ ngày ${sure(from)}`] : []),
    ...(to ? [`đến hết ngày ${sure(to)}`] : []),
    ...(to && successor ? [`sau đó: ${successor}`] : []),
  ]
  return parts.join('; ')
}

/** What cautions say in reports. */
export const IN_FORCE_VIETNAMESE: Catalogue = {
  '{name} is in force from {day} on only.': '{name} chỉ có hiệu lực từ ngày {day}.',
  '{name} is probably in force from {day} on only (not held against the text).':
    '{name} có thể chỉ có hiệu lực từ ngày {day} (chưa đối chiếu văn bản).',
  '{name} was in force until {day}; its successor: {successor}.':
    '{name} hết hiệu lực sau ngày {day}; văn bản, biểu mẫu thay thế: {successor}.',
  '{name} was probably in force until {day} only (not held against the text); its successor: {successor}.':
    '{name} có thể đã hết hiệu lực sau ngày {day} (chưa đối chiếu văn bản); văn bản, biểu mẫu thay thế: {successor}.',
  '{name} has not been held against the text of its document yet.':
    '{name} chưa đối chiếu với văn bản.',
  '(not known)': '(chưa rõ)',
}
