import {
  type Day,
  dayNumber,
  dayText,
  type Instant,
  inARow,
  isAhead,
  type Message,
  printDay,
  printInstant,
  type StatisticsColumn,
  say,
  startOfDay,
} from '@cchc/domain'
import type { ClosedGate, StreamCompletion, StreamCoverage } from '@cchc/store'

/** Something that is not known of the figures of a period. */
export interface Gap {
  readonly message: Message
  /** Columns of Form II.06 that are right all the same. */
  readonly known: readonly StatisticsColumn[]
  /** Nobody gives any of it, so that there is no part to be shown. */
  readonly isAll: boolean
  /** What is shown is right as of an earlier instant, which is told; it hides nothing. */
  readonly isNote?: true
}

/** The gaps that hide figures. */
export function hidingGaps(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(({ isNote }) => !isNote)
}

/** Days that figures are of, inclusive. */
export interface Days {
  readonly from: Day
  readonly to: Day
}

/** What nobody gives; there is not even a part of it. */
export function nothing(message: Message): Gap {
  return { message, known: [], isAll: true }
}

/** That newer data of a source wait at its gate, and why. */
export function waitingAtGate({ source, since, asOf, reasons }: ClosedGate): Gap {
  const values = {
    source,
    since: printInstant(since),
    instant: printInstant(asOf),
    reasons: inARow(reasons),
  }
  const message = say(
    'Figures of source {source} are those of {instant}; what it brought since waits at the gate since {since}: {reasons}.',
    values,
  )
  return { message, known: [], isAll: false, isNote: true }
}

/** That some dossiers count as in process though they are over. */
export function withoutEnd(count: number): Gap {
  const message = say(
    '{count} of the dossiers that are counted here are over, and no day says when they ended: they count as in process, and later as overdue.',
    { count },
  )
  return { message, known: [], isAll: false, isNote: true }
}

/** What is not given while other parts, or the columns that are known, are. */
export function withoutPart(message: Message, known: Gap['known'] = []): Gap {
  return { message, known, isAll: false }
}

/** What of the days one stream has not read by an instant; of its records as they stand where no days are told. */
export function gapsOfStream(
  { source, stream, covered }: StreamCompletion,
  { days, now }: { readonly days: Days | undefined; readonly now: Instant },
): readonly Gap[] {
  const place = { source, stream }
  if (covered === null) {
    return [withoutPart(say('Source {source} ({stream}) was never read whole.', place))]
  }
  if (isAhead(covered.to, now)) {
    return [
      withoutPart(say('Source {source} ({stream}) was read while the clock was ahead.', place)),
    ]
  }
  if (days === undefined) return []
  const after = missingAfter(days, { covered, now }, place)
  return covered.held ? after : [...missingBefore(days, covered, place), ...after]
}

type Place = Pick<StreamCompletion, 'source' | 'stream'>

function missingBefore(days: Days, { from: first, openBefore }: StreamCoverage, place: Place) {
  const asked = dayNumber(days.from)
  if (first === null || first < asked || (first === asked && openBefore)) return []
  const from = printDay(dayText(first))
  if (first === asked) {
    const unread = say(
      'Source {source} ({stream}) was read from {from} on: what was open before is not known.',
      { ...place, from },
    )
    return [withoutPart(unread, ['receivedOnline', 'receivedDirectPost'])]
  }
  const lacks = {
    first: printDay(days.from),
    last: printDay(dayText(Math.min(first - 1, dayNumber(days.to)))),
  }
  return [
    withoutPart(
      say('Source {source} ({stream}) was read from {from} on: {first} to {last} is missing.', {
        ...place,
        from,
        ...lacks,
      }),
    ),
  ]
}

/** A period that goes on is known as far as it was read; one that is over must have been read after its end. */
function missingAfter(
  days: Days,
  { covered, now }: { readonly covered: StreamCoverage; readonly now: Instant },
  place: Place,
): Gap[] {
  const end = startOfDay(dayNumber(days.to) + 1)
  const instant = printInstant(covered.to)
  if (now >= end && covered.to < end) {
    const day = printDay(days.to)
    return [
      withoutPart(
        say(
          'Source {source} ({stream}) was last read whole at {instant}, before the period ended on {day}.',
          { ...place, instant, day },
        ),
      ),
    ]
  }
  if (covered.to >= startOfDay(dayNumber(days.from))) return []
  const day = printDay(days.from)
  return [
    withoutPart(
      say(
        'Source {source} ({stream}) was last read whole at {instant}, before the period began on {day}.',
        { ...place, instant, day },
      ),
    ),
  ]
}
