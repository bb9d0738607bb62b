import { type DaysOfReception, DossierPass, dayWindows, type PassList } from '@cchc/connector-kit'
import { dayNumber, plusDays, startOfDay } from '@cchc/domain'
import { z } from 'zod'
import type { Query } from './client.ts'
import type { IgateConfig } from './config.ts'
import { openStatuses } from './status.ts'
import { filterInstant, type SearchDays } from './time.ts'

/**
 * `changedSince`: the change of older dossiers that a pass looks back to. `seenTo`: the newest change that the portal had
 * when it began.
 */
export const ChangesPass = DossierPass.extend({
  seenTo: z.iso.datetime(),
  changedSince: z.iso.datetime(),
})
export type ChangesPass = z.output<typeof ChangesPass>

/** One list of dossiers. */
export interface Slice extends PassList {
  readonly name: string
  readonly query: Query
  /** Rows that must have been received in these days. */
  readonly received: DaysOfReception
  /** The newest change comes first, and what changed before this instant is none of the list. */
  readonly changedSince?: number
}

type Settings = Pick<IgateConfig, 'windowDays' | 'searchDays' | 'since' | 'statuses'>

/** Before any dossier in these systems. */
const EARLIEST = '1990-01-01'

/**
 * The lists of a pass, in order: windows of reception; older dossiers that are still open; older ones that changed. What
 * ends while the open ones are read has changed since, and is met after them. A limited pass has windows alone.
 */
export function listsOf(pass: ChangesPass, settings: Settings, isLimited: boolean): Slice[] {
  const windows = dayWindows(pass, settings.windowDays).map((days) => received(days, settings))
  return isLimited ? windows : [...windows, open(settings), changed(pass, settings)]
}

function received(days: DaysOfReception, { searchDays }: Settings): Slice {
  return {
    phase: 'received',
    at: days.from,
    name: `dossiers received from ${days.from} to ${days.to}`,
    query: { ...acceptedWithin(days, searchDays), sort: 'acceptedDate,asc' },
    received: days,
    whole: days,
  }
}

function open({ since, searchDays, ...settings }: Settings): Slice {
  const days = { from: EARLIEST, to: plusDays(since, -1) }
  return {
    phase: 'open',
    at: null,
    name: `open dossiers received before ${since}`,
    query: {
      ...acceptedWithin(days, searchDays),
      'dossier-status': openStatuses(settings).join(','),
      sort: 'acceptedDate,asc',
    },
    received: days,
  }
}

function changed({ from, changedSince }: ChangesPass, { searchDays }: Settings): Slice {
  const days = { from: EARLIEST, to: plusDays(from, -1) }
  return {
    phase: 'changed',
    at: null,
    name: `dossiers received before ${from} that changed`,
    query: { ...acceptedWithin(days, searchDays), sort: 'updatedDate,desc' },
    received: days,
    changedSince: Date.parse(changedSince),
  }
}

/** The filter for days of reception, both included. */
function acceptedWithin({ from, to }: DaysOfReception, days: SearchDays): Query {
  return {
    'accepted-from': filterInstant(startOfDay(dayNumber(from)), days),
    'accepted-to': filterInstant(startOfDay(dayNumber(to) + 1) - 1, days),
  }
}
