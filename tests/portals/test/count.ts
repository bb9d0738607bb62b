import {
  type DossierStatistics,
  type DossierStatus,
  dayNumber,
  dayNumberOf,
  Tally,
  tt01,
} from '@cchc/domain'
import type { SimulatedDossier, World } from '../src/index.ts'

const STATUSES: Readonly<Record<string, DossierStatus>> = {
  processing: 'processing',
  interoperating: 'processing',
  waiting: 'awaiting_supplement',
  releasing: 'finished',
  done: 'returned',
  unresolved: 'refused',
  cancelled: 'withdrawn',
  denied: 'refused_at_reception',
}

/** Counts a world's window by rule tt01-2020, level by level. */
export function countedLevels(world: World) {
  const tallies = new Map<string, Tally>()
  const [from, to] = [dayNumber(world.totals.from), dayNumber(world.totals.to)]
  for (let index = 0; index < world.dossierCount; index += 1) {
    const dossier = world.dossier(index)
    const tally = tallies.get(dossier.organisation.level) ?? new Tally(from, to)
    tallies.set(dossier.organisation.level, tally)
    tt01.count(factsOf(dossier), (measure, day) =>
      tally.add({ measure, channel: dossier.channel, day }),
    )
  }
  return Object.fromEntries(
    [...tallies].map(([level, tally]) => [level, inBrief(tally.statistics())]),
  )
}

/** What the portal tells of a simulated dossier, for counting. */
export function factsOf(dossier: SimulatedDossier): Parameters<typeof tt01.count>[0] {
  const waiting = dossier.status === 'waiting' && dossier.supplementAt !== null
  return {
    channel: dossier.channel,
    status: STATUSES[dossier.status] ?? 'processing',
    receivedAt: dossier.receivedAt,
    dueAt: dossier.dueAt,
    finishedAt: dossier.releasedAt,
    returnedAt: dossier.finishedAt,
    pauses: waiting ? [{ from: dossier.supplementAt, to: null }] : [],
  }
}

function inBrief(row: DossierStatistics) {
  return {
    carriedOver: row.carriedOver,
    received: row.receivedTotal - row.carriedOver,
    online: row.receivedOnline,
    resolved: row.resolvedTotal,
    onTime: row.resolvedEarly + row.resolvedOnTime,
    pending: row.pendingTotal,
  }
}

/** Indices of the dossiers received in the window. */
export function receivedInWindow(world: World): SimulatedDossier[] {
  const [from, to] = [dayNumber(world.totals.from), dayNumber(world.totals.to)]
  const found: SimulatedDossier[] = []
  for (let index = 0; index < world.dossierCount; index += 1) {
    const dossier = world.dossier(index)
    const day = dayNumberOf(dossier.receivedAt)
    if (day >= from && day <= to && dossier.status !== 'denied') found.push(dossier)
  }
  return found
}
