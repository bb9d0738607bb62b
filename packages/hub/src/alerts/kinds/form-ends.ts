import { dayNumberOf, dayText, type Message, plusDays, printDay, say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'
import type { Known, KnownEnding } from '../known.ts'

const NOW = Date.parse('2026-08-10T08:00:00+07:00')

/** A form or counting rule runs out; told as long after its end as before it, so that it is told at all where nobody looked. */
export const formEnds = defineAlert({
  id: 'form-ends',
  about: {
    en: 'a form or a counting rule is in force for endsWithinDays or less; broken once it is over, for as long again',
    vi: 'biểu mẫu hoặc quy tắc đếm còn hiệu lực không quá endsWithinDays ngày; coi là hỏng khi đã hết hiệu lực, cũng trong bấy nhiêu ngày',
  },
  fix: say('Ask for the successor: docs/operations.md, "Forms and rules out of force"'),
  find: (known) => {
    const today = dayText(dayNumberOf(known.now))
    return known.endings
      .filter(({ last }) => isNear(last, known, today))
      .map((ending) => ({
        subject: ending.id,
        severity: ending.last < today ? 'broken' : 'look',
        sentence: sentenceOf(ending, ending.last < today),
      }))
  },
  example: {
    known: {
      now: NOW,
      limits: { refusedAbove: 0, endsWithinDays: 30 },
      endings: [
        ending('over', '2026-08-09'),
        ending('long-over', '2026-07-01'),
        ending('last-day', '2026-08-10'),
        ending('soon', '2026-09-09'),
        ending('later', '2026-09-10'),
      ],
    },
    holds: [
      { subject: 'over', severity: 'broken' },
      { subject: 'last-day', severity: 'look' },
      { subject: 'soon', severity: 'look' },
    ],
  },
})

function isNear(last: string, { limits: { endsWithinDays: days } }: Known, today: string): boolean {
  return last >= plusDays(today, -days) && last <= plusDays(today, days)
}

function sentenceOf({ what, last, successor }: KnownEnding, isOver: boolean): Message {
  const facts = { what, day: printDay(last), successor: successor ?? say('(not known)') }
  if (isOver) return say('{what} was in force until {day}; successor: {successor}', facts)
  return say('{what} is in force until {day} only; successor: {successor}', facts)
}

function ending(id: string, last: string): KnownEnding {
  return { id, what: say('form {id}', { id }), last, successor: null }
}
