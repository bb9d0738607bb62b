import { dayNumber, dayText, startOfDay } from '@cchc/domain'
import type { Query } from './client.ts'
import type { IgateConfig } from './config.ts'
import { type Pass, PHASES, type Phase } from './dossier-cursor.ts'
import { openStatuses } from './status.ts'
import { filterInstant, type SearchDays } from './time.ts'

/** Days of reception, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** One list of dossiers. */
export interface Slice {
  readonly phase: Phase
  readonly at: string | null
  readonly name: string
  readonly query: Query
  /** Rows that must have been received in these days. */
  readonly received: Days
  /** The list holds every dossier of its days. */
  readonly isWhole: boolean
  /** The newest change comes first, and what changed before this instant is none of the list. */
  readonly changedSince?: number
}

type Settings = Pick<IgateConfig, 'windowDays' | 'searchDays' | 'since' | 'statuses'>

/** Before any dossier in these systems. */
const EARLIEST = '1990-01-01'

/** The slices of a pass from where it stands to its end; a limited one has windows alone. */
export function* slicesFrom(
  pass: Pass,
  settings: Settings,
  phases: readonly Phase[] = PHASES,
): Generator<Slice> {
  for (const phase of phases.slice(Math.max(0, phases.indexOf(pass.phase)))) {
    if (phase === 'received') yield* windows(pass, settings)
    if (phase === 'open') yield open(settings)
    if (phase === 'changed') yield changed(pass, settings)
  }
}

function* windows(pass: Pass, { windowDays, searchDays }: Settings): Generator<Slice> {
  const last = dayNumber(pass.to)
  const start = pass.phase === 'received' ? (pass.at ?? pass.from) : pass.from
  for (let first = dayNumber(start); first <= last; first += windowDays) {
    const days = { from: dayText(first), to: dayText(Math.min(first + windowDays - 1, last)) }
    yield {
      phase: 'received',
      at: days.from,
      name: `dossiers received from ${days.from} to ${days.to}`,
      query: { ...acceptedWithin(days, searchDays), sort: 'acceptedDate,asc' },
      received: days,
      isWhole: true,
    }
  }
}

function open({ since, searchDays, ...settings }: Settings): Slice {
  const received = { from: EARLIEST, to: plusDays(since, -1) }
  return {
    phase: 'open',
    at: null,
    name: `open dossiers received before ${since}`,
    query: {
      ...acceptedWithin(received, searchDays),
      'dossier-status': openStatuses(settings).join(','),
      sort: 'acceptedDate,asc',
    },
    received,
    isWhole: false,
  }
}

function changed({ from, changedSince }: Pass, { searchDays }: Settings): Slice {
  const received = { from: EARLIEST, to: plusDays(from, -1) }
  return {
    phase: 'changed',
    at: null,
    name: `dossiers received before ${from} that changed`,
    query: { ...acceptedWithin(received, searchDays), sort: 'updatedDate,desc' },
    received,
    isWhole: false,
    changedSince: Date.parse(changedSince),
  }
}

/** The filter for days of reception, both included. */
function acceptedWithin({ from, to }: Days, days: SearchDays): Query {
  return {
    'accepted-from': filterInstant(startOfDay(dayNumber(from)), days),
    'accepted-to': filterInstant(startOfDay(dayNumber(to) + 1) - 1, days),
  }
}

/** The day `count` days later. */
export function plusDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count)
}
