import {
  type DaysOfReception,
  type DossierPass,
  dayWindows,
  type PassList,
} from '@cchc/connector-kit'
import { plusDays } from '@cchc/domain'
import type { Query } from './client.ts'
import type { OpenCpsConfig } from './config.ts'
import { OPEN_STATUSES, REFUSED_STATUSES } from './status.ts'

/** One list of dossiers that is read by offsets. */
export interface Slice extends PassList {
  readonly name: string
  readonly query: Query
  /** Dossiers leave the list when they change, so that offsets shift. */
  readonly shrinks: boolean
}

type Days = Pick<OpenCpsConfig, 'windowDays' | 'refusedLookbackDays'>

/** Before any dossier in these systems. */
const EARLIEST = '1990-01-01'

/**
 * The lists of a pass, in order. OpenCPS has no changed-since filter, so after the newly received dossiers come the older
 * ones that are still open, were released, finished or refused: what ends while they are read is met later.
 */
export function listsOf(pass: DossierPass, days: Days): Slice[] {
  const older = { from: EARLIEST, to: plusDays(pass.from, -1) }
  const refused = { ...older, from: plusDays(pass.from, -days.refusedLookbackDays) }
  return [
    ...dayWindows(pass, days.windowDays).map(receivedSlice),
    ...OPEN_STATUSES.map((status) => ofStatus('open', status, older)),
    ended('released', 'ReleaseDate', pass),
    ended('finished', 'FinishDate', pass),
    ...REFUSED_STATUSES.map((status) => ofStatus('refused', status, refused)),
  ]
}

function receivedSlice({ from, to }: DaysOfReception): Slice {
  return {
    phase: 'received',
    at: from,
    name: `dossiers received from ${from} to ${to}`,
    query: received(from, to),
    whole: { from, to },
    shrinks: false,
  }
}

function ended(
  phase: string,
  field: 'ReleaseDate' | 'FinishDate',
  { from, to }: DossierPass,
): Slice {
  return {
    phase,
    at: null,
    name: `dossiers ${phase} from ${from} to ${to}`,
    query: {
      ...received(EARLIEST, plusDays(from, -1)),
      [`from${field}`]: portalDay(from),
      [`to${field}`]: portalDay(to),
    },
    shrinks: false,
  }
}

function ofStatus(phase: string, status: string, { from, to }: DaysOfReception): Slice {
  return {
    phase,
    at: status,
    name: `dossiers of status ${status}`,
    query: { ...received(from, to), status },
    shrinks: true,
  }
}

/** The filter for days of reception, both inclusive. */
export function received(from: string, to: string): Query {
  return { fromReceiveDate: portalDay(from), toReceiveDate: portalDay(to) }
}

/** `2022-09-21` as the portal wants it, `21/09/2022`. */
function portalDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
