import type { Fault } from '../messages/faults.ts'
import { type Message, say } from '../messages/say.ts'
import type { OrganisationCode } from '../organisation.ts'
import type { Day } from '../time.ts'
import { type Succession, type SuccessionKind, successorOf } from './succession.ts'

/** Where a succession stands, or what one of its keys says of a unit. */
export type SuccessionPlace = (index: number, key?: keyof Succession, code?: string) => string

interface Placed extends Succession {
  at(key?: keyof Succession, code?: string): string
}

interface Sides {
  readonly fits: (s: Succession) => boolean
  readonly message: Message
}

const SIDES: Record<SuccessionKind, Sides> = {
  renamed: {
    fits: ({ from, to }) => from.length === 1 && to.length === 1,
    message: say('a renaming is from one organisation to one'),
  },
  merged: {
    fits: ({ from, to }) => from.length > 1 && to.length === 1,
    message: say('a merger is from several organisations to one'),
  },
  split: {
    fits: ({ from, to }) => from.length === 1 && to.length > 1,
    message: say('a split is from one organisation to several'),
  },
  abolished: {
    fits: ({ from, to }) => from.every((code) => !to.includes(code)),
    message: say('what is abolished cannot be its own successor'),
  },
}

/** Every fault of successions, alone and among each other; paths such as `successions.0.to` unless `place` gives others. */
export function successionFaults(
  successions: readonly Succession[],
  place: SuccessionPlace = inConfiguration,
): Fault[] {
  const placed = successions.map((one, index) => ({
    ...one,
    at: (key?: keyof Succession, code?: string) => place(index, key, code),
  }))
  return [
    ...placed.flatMap(ownFaults),
    ...[...new Set(placed.flatMap(({ from }) => from))].flatMap((code) => endFaults(code, placed)),
    ...[...Map.groupBy(placed, ({ date }) => date)].flatMap(([date, all]) => circle(date, all)),
  ]
}

/** Where the configuration says it. */
export function inConfiguration(index: number, key?: keyof Succession): string {
  return `successions.${index}${key === undefined ? '' : `.${key}`}`
}

function ownFaults(one: Placed): Fault[] {
  const { kind, from, to, at } = one
  const faults: Fault[] = []
  const add = (key: keyof Succession, message: Message) => faults.push({ path: at(key), message })
  if (!SIDES[kind].fits(one)) add('kind', SIDES[kind].message)
  for (const code of twice(from)) add('from', namedTwice(code))
  for (const code of twice(to)) add('to', namedTwice(code))
  if (one.default !== undefined && !to.includes(one.default)) {
    const named = { code: one.default, codes: to.join(', ') }
    add('default', say('{code} is not among the successors {codes}', named))
  }
  if (one.before !== undefined && !from.includes(one.before)) {
    const named = { code: one.before, codes: from.join(', ') }
    add('before', say('{code} is not among the predecessors {codes}', named))
  }
  const lost = from.filter((code) => successorOf(one, code) === undefined)
  if (lost.length > 0) {
    add('default', heirNeeded(to, lost))
  }
  return faults
}

function namedTwice(code: OrganisationCode): Message {
  return say('{code} is named twice', { code })
}

function heirNeeded(to: readonly OrganisationCode[], lost: readonly OrganisationCode[]): Message {
  return say('is needed: it must be said which of {codes} follows {lost}', {
    codes: to.join(', '),
    lost: lost.join(', '),
  })
}

/** An organisation can end once, and again only after it was a successor itself. */
function endFaults(code: OrganisationCode, placed: readonly Placed[]): Fault[] {
  const ends = placed
    .filter(({ from }) => from.includes(code))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return ends.slice(1).flatMap((next, index): Fault[] => {
    const last = ends[index]
    if (!last || successorOf(last, code) === code) return sameDay(code, last, next)
    const revived = placed.some(
      ({ to, date }) => to.includes(code) && date > last.date && date <= next.date,
    )
    if (revived) return []
    const named = { code, day: last.date, place: last.at(undefined, code) }
    const message =
      last.date === next.date
        ? say('{code} has two successors on {day}: {place} names one already', named)
        : say('{code} ended on {day} already, with {place}', named)
    return [{ path: next.at('from', code), message }]
  })
}

function sameDay(code: OrganisationCode, last: Placed | undefined, next: Placed): Fault[] {
  if (last?.date !== next.date || successorOf(next, code) === code) return []
  const message = say('{code} goes on and ends on {day}: {place} says that it goes on', {
    code,
    day: next.date,
    place: last.at(undefined, code),
  })
  return [{ path: next.at('from', code), message }]
}

/** What takes over on one day must come to an end: A to B and B to A says nothing. */
function circle(date: Day, placed: readonly Placed[]): Fault[] {
  const targets = new Map<string, readonly string[]>()
  for (const { from, to } of placed) {
    for (const code of from) {
      const others = to.filter((target) => target !== code && !from.includes(target))
      targets.set(code, [...(targets.get(code) ?? []), ...others])
    }
  }
  const round = [...targets.keys()].map((code) => wayBack(code, targets)).find((way) => way)
  if (!round) return []
  const first = placed.find(({ from }) => from.includes(round[0] ?? ''))
  const message = say('a circle on {day}: {codes}', { day: date, codes: round.join(' → ') })
  return [{ path: first?.at('to', round[1]) ?? 'successions', message }]
}

function wayBack(
  start: string,
  targets: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const next of targets.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, next]
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}

function twice(codes: readonly string[]): readonly string[] {
  return codes.filter((code, index) => codes.indexOf(code) !== index)
}
