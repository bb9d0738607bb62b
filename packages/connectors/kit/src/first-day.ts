import { Day, dayNumberOf, dayText, say } from '@cchc/domain'

/** The first day that a source reads. One that has not come is mistyped: nothing would ever be read. */
export const FirstDay = Day.refine(
  (day) => day <= dayText(dayNumberOf(Date.now())),
  say('must not lie ahead').template,
)
