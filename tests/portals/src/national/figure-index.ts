import { dayNumberOf } from '@cchc/domain'
import type { SimulatedDossier, World } from '../world/world.ts'

/** What a world holds before its figures are counted. */
export type CountedWorld = Omit<World, 'nationalFigures'>

const COLUMNS = [
  'received',
  'online',
  'direct',
  'postal',
  'onTime',
  'late',
  'onlineOnTime',
  'onlineLate',
  'completed',
  'completedOnline',
  'handlingMs',
  'obligations',
  'paidOnline',
  'petitions',
  'petitionsOnTime',
] as const
export type Column = (typeof COLUMNS)[number]
export type Counts = Record<Column, number>

/** A dossier that has not ended: on time or late only against the last day of a period. */
interface OpenDossier {
  readonly day: number
  readonly unit: number
  readonly dueAt: number | null
  readonly online: boolean
}

/** An online dossier, for counting the procedures that have any. */
interface OnlineDossier {
  readonly day: number
  readonly unit: number
  readonly procedure: number
  readonly paid: boolean
}

/** Every dossier of a world counted once, by unit and day of reception. */
export interface FigureIndex {
  readonly open: readonly OpenDossier[]
  readonly onlineDossiers: readonly OnlineDossier[]
  /** Sums over units and inclusive day numbers. */
  sum(units: ReadonlySet<number>, from: number, to: number): Counts
}

const ENDED_AT_RECEPTION = 'denied'
const COMPLETED = new Set(['releasing', 'done'])

/** Goes over all dossiers once; refused ones were never received and count nowhere. */
export function buildFigureIndex(world: CountedWorld): FigureIndex {
  const units = new Map(world.organisations.map((unit, index) => [unit.code, index]))
  const procedures = new Map(world.procedures.map((procedure, index) => [procedure.code, index]))
  const table = createTable(units.size)
  const open: OpenDossier[] = []
  const onlineDossiers: OnlineDossier[] = []
  for (let index = 0; index < world.dossierCount; index += 1) {
    const dossier = world.dossier(index)
    const unit = units.get(dossier.organisation.code)
    if (unit === undefined || dossier.status === ENDED_AT_RECEPTION) continue
    const day = dayNumberOf(dossier.receivedAt)
    const online = dossier.channel === 'online'
    addDossier(table.row(unit, day), dossier)
    const procedure = procedures.get(dossier.procedure.code) ?? -1
    if (endOf(dossier) === null) open.push({ day, unit, dueAt: dossier.dueAt, online })
    if (online) onlineDossiers.push({ day, unit, procedure, paid: paidOnline(dossier) })
  }
  return { open, onlineDossiers, sum: table.sum }
}

/** Rule 2.1 of the national formulas: an ending status, or the request for a supplement, ends the handling. */
function endOf(dossier: SimulatedDossier): number | null {
  return dossier.releasedAt ?? (dossier.status === 'waiting' ? dossier.supplementAt : null)
}

function paidOnline({ channel, procedure, id }: SimulatedDossier): boolean {
  const payable = procedure.feeAmount > 0 && procedure.onlinePayment
  return channel === 'online' && payable && id % 3 === 0
}

function addDossier(row: Counts, dossier: SimulatedDossier): void {
  row.received += 1
  row[dossier.channel] += 1
  if (dossier.procedure.feeAmount > 0) row.obligations += 1
  if (paidOnline(dossier)) row.paidOnline += 1
  addPetition(row, dossier)
  addTiming(row, dossier)
  if (dossier.releasedAt === null || !COMPLETED.has(dossier.status)) return
  row.completed += 1
  row.handlingMs += dossier.releasedAt - dossier.receivedAt
  if (dossier.channel === 'online') row.completedOnline += 1
}

/** Of one dossier in seven people complain on the day it is received; of these two thirds are answered in time. */
function addPetition(row: Counts, { id }: SimulatedDossier): void {
  if (id % 7 !== 0) return
  row.petitions += 1
  if (id % 3 !== 0) row.petitionsOnTime += 1
}

function addTiming(row: Counts, dossier: SimulatedDossier): void {
  const end = endOf(dossier)
  if (end === null) return
  const onTime = dossier.dueAt === null || end <= dossier.dueAt
  row[onTime ? 'onTime' : 'late'] += 1
  if (dossier.channel === 'online') row[onTime ? 'onlineOnTime' : 'onlineLate'] += 1
}

function noCounts(): Counts {
  return Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Counts
}

function createTable(unitCount: number) {
  const days = Array.from({ length: unitCount }, () => new Map<number, Counts>())
  const row = (unit: number, day: number): Counts => {
    const known = days[unit]?.get(day)
    if (known) return known
    const fresh = noCounts()
    days[unit]?.set(day, fresh)
    return fresh
  }
  const sum = (units: ReadonlySet<number>, from: number, to: number): Counts => {
    const total = noCounts()
    for (const unit of units) {
      for (let day = from; day <= to; day += 1) addCounts(total, days[unit]?.get(day))
    }
    return total
  }
  return { row, sum }
}

function addCounts(total: Counts, counts: Counts | undefined): void {
  if (!counts) return
  for (const column of COLUMNS) total[column] += counts[column]
}
