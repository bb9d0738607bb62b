import {
  type Day,
  dayNumber,
  dayText,
  type HeldDays,
  isWithin,
  printDay,
  type StatisticsColumn,
  say,
} from '@cchc/domain'
import { type Days, type Gap, withoutPart } from './gap.ts'
import { unitsText } from './units-text.ts'

/** What one source holds of one unit, joined: received on `from`..`to`, as it stood at the end of `asOf`. */
interface Held extends Days {
  readonly asOf: Day
  readonly openBefore: boolean
  readonly ended?: boolean | undefined
  /** The list from `from` on lacks those that were open at the end of `seen`: what ended since stays open here. */
  readonly left?: Left | undefined
}

interface Left {
  readonly from: Day
  readonly seen: Day
}

/** Of whom lists are held against a period. */
export interface HeldQuery {
  readonly source: string
  readonly days: Days
  readonly organisation?: string | undefined
  /** Units whose figures do not come from dossiers. */
  readonly stated?: readonly string[] | undefined
  /** What a unit is called. */
  nameOf(code: string): string
}

/** Days that lists hold in a tree: where the work of each unit of theirs is on its day, and since and until when the unit was there. */
export interface PlacedHeldDays extends HeldDays {
  readonly places?: ReadonlyMap<string, { readonly holder: string } & NullableDays>
}

interface NullableDays {
  readonly from: Day | null
  readonly to: Day | null
}

/** What of the days the lists of a source do not hold, by unit; units that lack the same are told together. */
export function gapsOfHeld(all: readonly PlacedHeldDays[], query: HeldQuery): readonly Gap[] {
  const { organisation, stated = [], days } = query
  const units = [...new Set(all.flatMap(({ organisations }) => organisations))].toSorted()
  const lacking = units.flatMap((unit) => {
    const own = all.filter(({ organisations }) => organisations.includes(unit))
    const { holder = unit, from = null, to = null } = own[0]?.places?.get(unit) ?? {}
    const there = { from: later(from, days.from), to: earlier(to, days.to) }
    const isAsked = isWithin(holder, organisation) || isWithin(organisation ?? holder, holder)
    if (!isAsked || there.from > there.to) return []
    if (stated.some((one) => isWithin(unit, one))) return []
    return { unit, lack: lackOf(own, there) }
  })
  const groups = Map.groupBy(lacking, ({ lack }) => JSON.stringify(lack ?? null))
  return [...groups.values()].flatMap((those) => {
    const lack = those[0]?.lack
    return lack ? gapOf(lack, { ...query, units: those.map(({ unit }) => unit) }) : []
  })
}

function later(one: Day | null, other: Day): Day {
  return one !== null && one > other ? one : other
}

function earlier(one: Day | null, other: Day): Day {
  return one !== null && one < other ? one : other
}

/** What is not held, and what is known all the same. */
type Lack =
  | { readonly kind: 'all' }
  | { readonly kind: 'before' | 'after'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'open'; readonly from: Day }
  | (Left & { readonly kind: 'left'; readonly to: Day })

function lackOf(lists: readonly HeldDays[], days: Days): Lack | undefined {
  const stretches = joined(lists.filter(({ from }) => from <= days.to))
  const held = stretches.findLast(({ from, to }) => from <= days.to && to >= days.from)
  if (!held) return { kind: 'all' }
  if (held.from > days.from) {
    return { kind: 'before', from: days.from, to: dayText(dayNumber(held.from) - 1) }
  }
  const end = earlier(held.asOf, held.to)
  if (end < days.from) return { kind: 'all' }
  if (end < days.to) return { kind: 'after', from: dayText(dayNumber(end) + 1), to: days.to }
  if (held.left && held.left.seen < days.to) return { kind: 'left', to: days.to, ...held.left }
  if (held.from === days.from && !held.openBefore) return { kind: 'open', from: held.from }
  return undefined
}

/**
 * Lists whose days touch, as one. A later list that holds what was open before it tells how the earlier dossiers went on;
 * one that does not leaves them as they stood, which is how they went on where all had ended.
 */
function joined(lists: readonly HeldDays[]): readonly Held[] {
  const stretches: Held[] = []
  for (const list of lists.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1)
    const touches = last && dayNumber(list.from) <= dayNumber(last.to) + 1
    if (touches) stretches.splice(-1, 1, together(last, list))
    else stretches.push(list)
  }
  return stretches
}

function together(before: Held, next: Held): Held {
  const isSameStart = before.from === next.from
  // A list of days within those of another tells nothing that the other does not.
  if (!isSameStart && next.to <= before.to) return before
  const ended = (before.ended || (next.openBefore && !isSameStart)) && next.ended
  const joint = { from: before.from, to: later(before.to, next.to), ended }
  if (next.openBefore || isSameStart) {
    const openBefore = before.openBefore || (isSameStart && next.openBefore)
    return { ...joint, asOf: later(before.asOf, next.asOf), openBefore, left: before.left }
  }
  const own =
    !before.ended && before.asOf < next.to ? { from: next.from, seen: before.asOf } : undefined
  return { ...joint, asOf: next.asOf, openBefore: before.openBefore, left: before.left ?? own }
}

const RECEIVED: readonly StatisticsColumn[] = ['receivedOnline', 'receivedDirectPost']

function gapOf(
  lack: Lack,
  { source, days, units, nameOf }: HeldQuery & { readonly units: readonly string[] },
): Gap {
  const place = { source, units: unitsText(units.map(nameOf)) }
  if (lack.kind === 'all') {
    const asked = { first: printDay(days.from), last: printDay(days.to) }
    return withoutPart(
      say('The lists of source {source} hold nothing of {units} for {first} to {last}.', {
        ...place,
        ...asked,
      }),
    )
  }
  if (lack.kind === 'open') {
    const told = say(
      'The lists of source {source} hold nothing of {units} that was received before {from}: what was open then is not known.',
      { ...place, from: printDay(lack.from) },
    )
    return withoutPart(told, RECEIVED)
  }
  if (lack.kind === 'left') {
    const days = { seen: printDay(lack.seen), from: printDay(lack.from), last: printDay(lack.to) }
    return withoutPart(
      say(
        'The lists of source {source} do not tell how dossiers of {units} went on after {seen} that were received before {from}. Export the list from {from} with those that were open then in it, or the one before it again after {last}.',
        { ...place, ...days },
      ),
      RECEIVED,
    )
  }
  const lacks = { first: printDay(lack.from), last: printDay(lack.to) }
  return withoutPart(
    lack.kind === 'before'
      ? say(
          'The lists of source {source} begin too late for {units}: {first} to {last} is missing.',
          {
            ...place,
            ...lacks,
          },
        )
      : say(
          'The lists of source {source} end too early for {units}: {first} to {last} is missing.',
          {
            ...place,
            ...lacks,
          },
        ),
  )
}
