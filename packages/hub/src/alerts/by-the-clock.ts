import { isWorkingDay } from '@cchc/domain'
import type { AlertLog, NewAlertMessage } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { workingCalendar } from '../questions/calendar.ts'
import type { FoundAlert } from './find-alerts.ts'
import type { Known } from './known.ts'
import { type AddressedContent, messageTo, type Words } from './message.ts'
import { dueSlot, isWeekday } from './time-of-day.ts'
import { unitDigest } from './unit-digest.ts'
import { weeklyContent } from './weekly.ts'

/** What is told because of the hour: its slot, and the messages of it. */
export interface Clocked {
  readonly slot: string
  readonly messages: readonly AddressedContent[]
}

/** What the clock asks for now, made before the log is changed, for a digest may read every dossier. */
export async function dueByClock(
  hub: HubContext,
  seen: {
    readonly slots: AlertLog['slots']
    readonly known: Known
    readonly found: readonly FoundAlert[]
    readonly words: Words
  },
): Promise<readonly Clocked[]> {
  const weekly = isWeeklyDue(hub, seen.slots) ? [weeklyMessages(hub, seen)] : []
  const digests: Clocked[] = []
  for (const unit of hub.config.alerts.digests.units) {
    const slot = `digest ${unit.org} ${unit.channel}`
    if (!isDigestDue(hub, seen.slots[slot])) continue
    const content = await unitDigest(hub, { unit, words: seen.words })
    digests.push({ slot, messages: content ? [{ channel: unit.channel, content }] : [] })
  }
  return [...weekly, ...digests]
}

/** Of what was made, that which nobody else has told since, and when it is told. */
export function takeSlots(
  hub: HubContext,
  made: readonly Clocked[],
  slots: AlertLog['slots'],
): { readonly slots: AlertLog['slots']; readonly messages: readonly NewAlertMessage[] } {
  const due = made.filter(({ slot }) =>
    slot === WEEKLY ? isWeeklyDue(hub, slots) : isDigestDue(hub, slots[slot]),
  )
  const now = hub.now()
  return {
    slots: { ...slots, ...Object.fromEntries(due.map(({ slot }) => [slot, now])) },
    messages: due.flatMap(({ messages }) => messages.map(messageTo)),
  }
}

const WEEKLY = 'weekly'

function isWeeklyDue({ config, now }: HubContext, slots: AlertLog['slots']): boolean {
  const { weekly } = config.alerts
  if (weekly === undefined) return false
  const isDay = (day: string) => isWeekday(day, weekly.day)
  return dueSlot(weekly.at, { now: now(), toldAt: slots[WEEKLY], isDay }) !== undefined
}

function isDigestDue({ config, now }: HubContext, toldAt: number | undefined): boolean {
  const calendar = workingCalendar(config)
  const isDay = (day: string) => isWorkingDay(day, calendar)
  return dueSlot(config.alerts.digests.at, { now: now(), toldAt, isDay }) !== undefined
}

function weeklyMessages(
  { config }: HubContext,
  { known, found, words }: { known: Known; found: readonly FoundAlert[]; words: Words },
): Clocked {
  const content = weeklyContent(known, { found, words })
  const channels = Object.entries(config.alerts.channels).filter(([, { tells }]) =>
    tells.includes('weekly'),
  )
  return { slot: WEEKLY, messages: channels.map(([channel]) => ({ channel, content })) }
}
