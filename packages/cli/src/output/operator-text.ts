import { printDay } from '@cchc/domain'
import type { CommandContext } from '../command-context.ts'
import type { Messages } from '../messages/index.ts'

type Words = Messages['words']

/** A count as operators read it: spaces between thousands in English, dots in Vietnamese. */
export function countText(count: number, { thousands }: Pick<Words, 'thousands'>): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, thousands)
}

/** An instant as it is handed out (ISO 8601 in Vietnam's time), to the second. */
export function instantOf(
  instant: string | null,
  { language, messages }: Pick<CommandContext, 'language' | 'messages'>,
): string {
  if (instant === null) return messages.words.none
  const [day = '', time = ''] = instant.split('T')
  const clock = time.slice(0, 8)
  return language === 'vi' ? `${clock} ${printDay(day)}` : `${day} ${clock}`
}

/** A stretch of time in words: tenths of a second below ten, whole seconds below an hour. */
export function durationText(milliseconds: number, words: Words): string {
  const seconds = milliseconds / 1000
  if (seconds < 9.95) return words.seconds(seconds.toFixed(1).replace('.', words.decimal))
  const whole = Math.round(seconds)
  if (whole < 60) return words.seconds(String(whole))
  const two = (count: number) => String(count).padStart(2, '0')
  if (whole < 3600) return words.minutes(Math.floor(whole / 60), two(whole % 60))
  const minutes = Math.round(seconds / 60)
  return words.longHours(Math.floor(minutes / 60), two(minutes % 60))
}
