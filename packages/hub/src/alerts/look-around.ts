import { certainYears, inARow, say } from '@cchc/domain'
import type { StreamShapeOf } from '@cchc/store'
import { formsAndRules } from '../config/in-force.ts'
import type { HubContext } from '../context.ts'
import { workingCalendar } from '../questions/calendar.ts'
import { isLate } from '../schedules/late.ts'
import { scheduleStates } from '../schedules/schedule-states.ts'
import { lastEnded } from '../sources/last-ended.ts'
import { gatesOfRemoved, heldThoughRemoved } from '../sources/removed-gates.ts'
import { sourceStatus } from '../sources/status.ts'
import { failuresOf } from './failures.ts'
import type { Known, KnownEnding, KnownSchedule, KnownSource } from './known.ts'

/** Everything that alerts are found from, as it is now; asks no portal. */
export async function lookAround(hub: HubContext): Promise<Known> {
  const { store, config, now } = hub
  return {
    now: now(),
    limits: config.alerts,
    sources: await sourcesOf(hub),
    removed: (await gatesOfRemoved(hub)).map((gate) => ({
      id: gate.source,
      told: heldThoughRemoved(gate),
    })),
    schedules: await schedulesOf(hub),
    endings: endingsOf(hub),
    calendarYears: certainYears(workingCalendar(config)),
    failures: failuresOf(await store.listAlertMessages({ limit: 1000 }), now()),
  }
}

async function sourcesOf(hub: HubContext): Promise<KnownSource[]> {
  const { store, config } = hub
  const rows = await sourceStatus(hub)
  const gates = await store.listClosedGates()
  const shapes = await store.listShapes()
  const known = config.sources.map(async ({ id, maxAgeHours, gate }) => ({
    id,
    maxAgeHours,
    streams: rows.filter(({ source }) => source === id).map(streamOf),
    lastRun: await lastEnded(hub, id),
    gate: (gate !== 'off' && gates.find(({ source }) => source === id)) || null,
    changed: await changesOf(shapes.filter(({ source }) => source === id)),
  }))
  return Promise.all(known)
}

type Row = Awaited<ReturnType<typeof sourceStatus>>[number]

function streamOf({ stream, completedAt, lastCameAt, gate, stale, quarantined }: Row) {
  const freshAt = lastCameAt ?? completedAt
  return {
    stream,
    freshAt: freshAt === null ? null : Date.parse(freshAt),
    // What waits at a gate is told as that.
    stale: stale && gate === null,
    refused: quarantined,
  }
}

async function changesOf(shapes: readonly StreamShapeOf[]) {
  const changed = shapes.filter(({ open }) => open.length > 0)
  if (changed.length === 0) return null
  const { driftInWords } = await import('@cchc/sync')
  return inARow(
    changed.map(({ stream, open }) =>
      say('{stream}: {changes}', { stream, changes: driftInWords(open) }),
    ),
  )
}

async function schedulesOf(hub: HubContext): Promise<KnownSchedule[]> {
  return (await scheduleStates(hub)).map((state) => ({
    id: state.id,
    isLate: isLate(state, hub.now()),
    waiting: state.waiting,
    hasFailed: state.last?.state === 'failed',
  }))
}

function endingsOf({ config }: HubContext): KnownEnding[] {
  return formsAndRules(config).flatMap(({ id, what, inForce }) =>
    inForce?.to ? [{ id, what, last: inForce.to.day, successor: inForce.successor }] : [],
  )
}
