import { type Day, dayNumber, dayText } from '@cchc/domain'
import type { DaysOfReception } from './contract/page.ts'

/** Inclusive days cut into windows of so many days, oldest first; the last one may be shorter. */
export function dayWindows({ from, to }: DaysOfReception, days: number): DaysOfReception[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const count = Math.max(0, Math.ceil((last - first + 1) / days))
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * days
    return { from: dayText(start), to: dayText(Math.min(start + days - 1, last)) }
  })
}

/** The later of two days. */
export function laterDay(day: Day, other: Day): Day {
  return day > other ? day : other
}
