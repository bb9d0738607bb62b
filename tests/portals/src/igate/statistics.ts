import { dayNumberOf } from '@cchc/domain'
import { firstReceivedAt } from '../world/search.ts'
import type { SimulatedDossier, SimulatedOrganisation, World } from '../world/world.ts'
import { agenciesBelow, BadRequest } from './dossier-search.ts'
import { agencyLevelId, agencyObjectId, levelIds, objectId } from './lists.ts'
import { filterInstant } from './times.ts'

type Row = Record<string, number | string | object>
type Count = (dossier: SimulatedDossier, window: Window) => boolean

/** Instants: from the first one up to, not including, the second. */
interface Window {
  readonly low: number
  readonly high: number
}

/** One of the reports: how its window is named, by what its rows are known and what they count. */
interface Report {
  readonly window: readonly [from: string, to: string]
  readonly agency: string
  readonly row: (agency: {
    readonly id: string
    readonly code: string
    readonly name: string
  }) => Row
  readonly counts: Readonly<Record<string, Count>>
}

const isReceived: Count = ({ status, receivedAt }, { low, high }) =>
  status !== 'denied' && receivedAt >= low && receivedAt < high
const isResolved: Count = ({ releasedAt }, { low, high }) =>
  releasedAt !== null && releasedAt >= low && releasedAt < high
/** By days: the time of day does not matter; what was withdrawn is never late. */
const isLate: Count = ({ releasedAt, dueAt, status }) =>
  status !== 'cancelled' &&
  releasedAt !== null &&
  dueAt !== null &&
  dayNumberOf(releasedAt) > dayNumberOf(dueAt)
const isOnline: Count = ({ channel }) => channel === 'online'

const both =
  (one: Count, other: Count): Count =>
  (dossier, window) =>
    one(dossier, window) && other(dossier, window)
const not =
  (count: Count): Count =>
  (dossier, window) =>
    !count(dossier, window)

const onlineReceived = both(isReceived, isOnline)

/** By the path that they are asked for under. */
export const IGATE_REPORTS: Readonly<Record<string, Report>> = {
  '/pa/dossier-statistic/--statistic-agency-kgg': {
    window: ['from-date', 'to-date'],
    agency: 'agency-id',
    row: (agency) => ({ agency }),
    counts: {
      received: isReceived,
      receivedOnline: onlineReceived,
      receivedDirect: both(isReceived, not(isOnline)),
      resolved: isResolved,
      resolvedOverdue: both(isResolved, isLate),
    },
  },
  '/pa/kgg-dossier-statistic/--kgg-dossier-report-online': {
    window: ['from-applied-date', 'to-applied-date'],
    agency: 'agency-id',
    row: ({ name }) => ({ agency_name: name }),
    counts: {
      phatsinh_1phan_quantity: both(onlineReceived, ({ serviceLevel }) => serviceLevel === 3),
      phatsinh_toanphan_quantity: both(onlineReceived, ({ serviceLevel }) => serviceLevel === 4),
      chotiepnhan_quantity: () => false,
      datiepnhan_quantity: onlineReceived,
      hoanthanh_quantity: both(onlineReceived, ({ releasedAt }) => releasedAt !== null),
      tuchoi_quantity: () => false,
      onlinepaid_quantity: both(onlineReceived, ({ id }) => id % 3 === 0),
      total: onlineReceived,
    },
  },
  '/pa/kgg-digitize/digitization-by-agency': {
    window: ['from', 'to'],
    agency: 'ancestor-id',
    row: (agency) => ({ agency }),
    counts: {
      totalReceiver: isReceived,
      totalReceiverHavingFile: onlineReceived,
      totalReceiverNopeFile: both(isReceived, not(isOnline)),
      totalComplete: isResolved,
      totalCompleteHavingFile: both(isResolved, isOnline),
      totalCompleteNopeFile: both(isResolved, not(isOnline)),
    },
  },
}

/** The rows of a report: one for each agency of the levels that are asked for and has something to count. */
export function reportRows(world: World, report: Report, query: URLSearchParams): Row[] {
  const window = windowOf(query, report.window)
  const asked = askedOf(world, query, report.agency)
  const counts = new Map<SimulatedOrganisation, Record<string, number>>()
  const stop = firstReceivedAt(world, window.high)
  for (let index = 0; index < stop; index += 1) {
    const dossier = world.dossier(index)
    if (!asked(dossier)) continue
    for (const [name, count] of Object.entries(report.counts)) {
      if (!count(dossier, window)) continue
      const row = counts.get(dossier.organisation) ?? zeros(report)
      counts.set(dossier.organisation, row)
      row[name] = (row[name] ?? 0) + 1
    }
  }
  return [...counts].map(([organisation, row]) => ({
    ...report.row(agencyOf(organisation)),
    ...row,
  }))
}

function zeros({ counts }: Report): Record<string, number> {
  return Object.fromEntries(Object.keys(counts).map((name) => [name, 0]))
}

/** Days of reports are local ones with a literal Z, whatever filters of lists mean by it. */
function windowOf(query: URLSearchParams, [from, to]: Report['window']): Window {
  const low = filterInstant(query.get(from) ?? '', false)
  const last = filterInstant(query.get(to) ?? '', false)
  if (Number.isNaN(low + last)) throw new BadRequest(`${from} or ${to}`)
  return { low, high: last + 1 }
}

/** Levels are told by ids: where a report asks for others than this deployment has, it shows nothing. */
function askedOf(world: World, query: URLSearchParams, agency: string) {
  const { provinceCode } = world
  const ids = new Set(
    [...query].filter(([name]) => /level/i.test(name)).flatMap(([, id]) => id.split(',')),
  )
  const within = agenciesBelow(world, query.get(agency) ?? agencyObjectId(provinceCode))
  const knowsProcedures = levelIds(provinceCode).procedure.some((id) => ids.has(id))
  return ({ organisation, serviceLevel }: SimulatedDossier) =>
    within.has(organisation.code) &&
    (ids.size === 0 || ids.has(agencyLevelId(provinceCode, organisation.level))) &&
    (!knowsProcedures || ids.has(objectId(provinceCode, 'procedure-level', serviceLevel)))
}

function agencyOf({ code, oldCode, name }: SimulatedOrganisation) {
  return { id: agencyObjectId(code), code: oldCode, name }
}
