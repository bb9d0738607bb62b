import { dayOf, type Message, plusDays, printDay, say } from '@cchc/domain'
import type { Finding } from './finding.ts'

const CERTIFICATE_DAYS = 30

/** How a certificate is that ends at an instant: a look is needed within its last 30 days. */
export function endingFinding(
  what: Message,
  { ends, now, fix }: { readonly ends: number; readonly now: number; readonly fix: Message },
): Finding {
  const [last, today] = [dayOf(ends), dayOf(now)]
  const told = say('valid until {day}', { day: printDay(last) })
  if (last > plusDays(today, CERTIFICATE_DAYS)) return { what, state: 'good', told }
  return { what, state: last < today ? 'broken' : 'look', told, fix }
}
