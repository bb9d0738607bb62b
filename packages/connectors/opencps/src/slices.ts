import { dayNumber, dayText } from '@cchc/domain'
import type { Query } from './client.ts'
import type { OpenCpsConfig } from './config.ts'
import { type Pass, PHASES, type Phase } from './dossier-cursor.ts'
import { OPEN_STATUSES, REFUSED_STATUSES } from './status.ts'

/** One list of dossiers that is read by offsets. */
export interface Slice {
  readonly phase: Phase
  readonly at: string | null
  readonly name: string
  readonly query: Query
  /** The days of reception of which the list holds every dossier. */
  readonly days?: { readonly from: string; readonly to: string }
  /** Dossiers leave the list when they change, so that offsets shift. */
  readonly shrinks: boolean
}

type Days = Pick<OpenCpsConfig, 'windowDays' | 'refusedLookbackDays'>

/** Before any dossier in these systems. */
const EARLIEST = '1990-01-01'

/** The slices of a pass from where it stands to its end. */
export function* slicesFrom(pass: Pass, days: Days): Generator<Slice> {
  for (const phase of PHASES.slice(PHASES.indexOf(pass.phase))) {
    const at = phase === pass.phase ? pass.at : null
    yield* phaseSlices(phase, { pass, days, at })
  }
}

function phaseSlices(
  phase: Phase,
  { pass, days, at }: { pass: Pass; days: Days; at: string | null },
): Iterable<Slice> {
  const before = plusDays(pass.from, -1)
  switch (phase) {
    case 'received':
      return windows({ from: at ?? pass.from, to: pass.to, days: days.windowDays })
    case 'released':
      return [ended(phase, 'ReleaseDate', pass)]
    case 'finished':
      return [ended(phase, 'FinishDate', pass)]
    case 'open':
      return byStatus(phase, { statuses: OPEN_STATUSES, at, from: EARLIEST, to: before })
    case 'refused': {
      const from = plusDays(pass.from, -days.refusedLookbackDays)
      return byStatus(phase, { statuses: REFUSED_STATUSES, at, from, to: before })
    }
  }
}

function* windows(range: { from: string; to: string; days: number }): Generator<Slice> {
  const last = dayNumber(range.to)
  for (let first = dayNumber(range.from); first <= last; first += range.days) {
    const from = dayText(first)
    const to = dayText(Math.min(first + range.days - 1, last))
    yield {
      phase: 'received',
      at: from,
      name: `dossiers received from ${from} to ${to}`,
      query: received(from, to),
      days: { from, to },
      shrinks: false,
    }
  }
}

function ended(phase: Phase, field: 'ReleaseDate' | 'FinishDate', { from, to }: Pass): Slice {
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

function byStatus(
  phase: Phase,
  range: { statuses: readonly string[]; at: string | null; from: string; to: string },
): Slice[] {
  const first = range.at === null ? 0 : Math.max(0, range.statuses.indexOf(range.at))
  return range.statuses.slice(first).map((status) => ({
    phase,
    at: status,
    name: `dossiers of status ${status}`,
    query: { ...received(range.from, range.to), status },
    shrinks: true,
  }))
}

/** The filter for days of reception, both inclusive. */
export function received(from: string, to: string): Query {
  return { fromReceiveDate: portalDay(from), toReceiveDate: portalDay(to) }
}

/** `2022-09-21` as the portal wants it, `21/09/2022`. */
function portalDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** The day `count` days later. */
function plusDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count)
}
