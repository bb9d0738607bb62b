import { dayNumber, startOfDay } from '@cchc/domain'
import { type Batch, batches, Quota, stretches } from './batches.ts'
import { WorkCalendar } from './calendar.ts'
import { CHANNELS, Columns, type Row, STATUSES, sortedByReception } from './columns.ts'
import {
  close,
  closedCourse,
  dueSeconds,
  leaveOpen,
  receivedSeconds,
  receptionFor,
} from './course.ts'
import { Demand, type Offer } from './desk.ts'
import type { LevelPlan, WorldPlan } from './plan.ts'
import { type Random, seededRandom } from './random.ts'

const ONLINE = CHANNELS.indexOf('online')
const DENIED = STATUSES.indexOf('denied')
const TRIES = 40

interface Scene {
  readonly calendar: WorkCalendar
  readonly random: Random
  /** Position of the last working day, and the last second. */
  readonly last: number
  readonly end: number
}

interface LevelScene extends Scene {
  readonly level: LevelPlan
  readonly demand: Demand
  readonly late: Quota
  readonly online: Quota
  /** Services that still need their first online dossier. */
  readonly uncovered: Offer[]
}

/** Makes a plan's dossiers, in the order of reception; the same plan always gives the same ones. */
export function generate(plan: WorldPlan): Columns {
  const calendar = new WorkCalendar(dayNumber(plan.horizon.from), dayNumber(plan.horizon.to))
  const spans = stretches(plan, calendar)
  const scene: Scene = {
    calendar,
    random: seededRandom(plan.seed),
    last: spans.after[1],
    end: startOfDay(dayNumber(plan.horizon.to) + 1) / 1000 - 1,
  }
  const work = plan.levels.flatMap((level) => {
    const levelScene = sceneOf(level, new Demand(plan, level.level), scene)
    return batches(level, spans).map((batch) => ({ levelScene, batch }))
  })
  const columns = new Columns(work.reduce((sum, { batch }) => sum + batch.count, 0))
  let index = 0
  for (const { levelScene, batch } of work) {
    for (let i = 0; i < batch.count; i += 1) columns.set(index++, makeRow(levelScene, batch))
  }
  return sortedByReception(columns, plan.organisations.length)
}

function sceneOf(level: LevelPlan, demand: Demand, scene: Scene): LevelScene {
  if (demand.usedOnline.length > level.online) {
    throw new RangeError(
      `level ${level.level} has ${level.online} online dossiers for ${demand.usedOnline.length} services used online`,
    )
  }
  return {
    ...scene,
    level,
    demand,
    late: new Quota(level.resolved, level.resolved - level.onTime),
    online: new Quota(level.received, level.online),
    uncovered: [...demand.usedOnline],
  }
}

function makeRow(scene: LevelScene, batch: Batch): Row {
  const { random, level } = scene
  const online = batch.receivedInWindow
    ? scene.online.take(random)
    : random() * level.received < level.online
  const late = batch.resolvedInWindow ? scene.late.take(random) : random() < 0.03
  const must = online && batch.receivedInWindow ? scene.uncovered.pop() : undefined
  const { offer, course, received } = fit(scene, batch, { online, late, must })
  const row = startRow(scene, { offer, received, online, term: course.term })
  if (batch.denied) row.status = DENIED
  else if (batch.ended === null) leaveOpen(row, scene.end, random)
  else close(row, { calendar: scene.calendar, received, course, last: scene.last }, random)
  return row
}

interface Wanted {
  readonly online: boolean
  readonly late: boolean
  readonly must: Offer | undefined
}

/** Draws an offer and a course until one begins and ends where the batch wants it. */
function fit({ demand, random, calendar }: LevelScene, batch: Batch, wanted: Wanted) {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const offer = wanted.must ?? demand.draw(random, wanted.online)
    const course = closedCourse(random, stretched(offer, attempt), wanted.late)
    const days = receptionFor(course.length, batch)
    if (days) {
      return { offer, course, received: calendar.busyness.drawBetween(random, days[0], days[1]) }
    }
  }
  throw new RangeError('no procedure of this level takes long enough, or short enough')
}

/** Where procedures are too short to cross a boundary, the last attempts allow them more days. */
function stretched(offer: Offer, attempt: number): Offer {
  return attempt < TRIES / 2 ? offer : { ...offer, termDays: offer.termDays + attempt - TRIES / 2 }
}

function startRow(
  { calendar, random }: Scene,
  start: { offer: Offer; received: number; online: boolean; term: number | null },
): Row {
  const { offer, received, online, term } = start
  const elsewhere = random() < 0.03 ? 'postal' : 'direct'
  return {
    organisation: offer.organisation,
    procedure: offer.procedure,
    channel: online ? ONLINE : CHANNELS.indexOf(elsewhere),
    serviceLevel: offer.serviceLevel,
    status: 0,
    receivedAt: receivedSeconds(calendar, received, random),
    dueAt: term === null ? 0 : dueSeconds(calendar, received + term, random),
    releasedAt: 0,
    finishedAt: 0,
    supplementAt: 0,
  }
}
