import { dayNumber, dayNumberOf, dayText, startOfDay } from '@cchc/domain'
import { nationalFigures } from '../national/figures.ts'
import { CHANNELS, type Columns, STATUSES } from './columns.ts'
import { generate } from './generate.ts'
import type { LevelPlan, WorldPlan } from './plan.ts'
import type { DossierLevel, LevelTotals, SimulatedDossier, World, WorldTotals } from './world.ts'

/** Builds a world from its plan. */
export function buildWorld(plan: WorldPlan): World {
  const columns = generate(plan)
  const world: World = {
    name: plan.name,
    provinceCode: plan.provinceCode,
    organisations: plan.organisations,
    fields: plan.fields,
    procedures: plan.procedures,
    now: startOfDay(dayNumber(plan.horizon.to) + 1) - 1000,
    totals: totalsOf(plan),
    dossierCount: columns.length,
    dossier: dossierReader(plan, columns),
    nationalFigures: (code, from, to) => nationalFigures(world, code, { from, to }),
  }
  return world
}

function totalsOf(plan: WorldPlan): WorldTotals {
  const byLevel = Object.fromEntries(plan.levels.map((level) => [level.level, totals(level)]))
  return { ...plan.window, byLevel: byLevel as Record<DossierLevel, LevelTotals> }
}

function totals({ carriedOver, received, online, resolved, onTime, pending }: LevelPlan) {
  return { carriedOver, received, online, resolved, onTime, pending }
}

function dossierReader(plan: WorldPlan, columns: Columns): World['dossier'] {
  const prefix = codePrefix()
  return (index) => {
    const organisation = plan.organisations[columns.organisation[index] ?? -1]
    const procedure = plan.procedures[columns.procedure[index] ?? -1]
    if (!organisation || !procedure) throw new RangeError(`no dossier ${index}`)
    const receivedAt = (columns.receivedAt[index] ?? 0) * 1000
    const releasedAt = instant(columns.releasedAt[index])
    const finishedAt = instant(columns.finishedAt[index])
    const supplementAt = instant(columns.supplementAt[index])
    return {
      id: 100_001 + index,
      code: prefix(organisation.oldCode, receivedAt) + padded(columns.sequence[index] ?? 0),
      procedure,
      organisation,
      channel: CHANNELS[columns.channel[index] ?? 1] ?? 'direct',
      receivedAt,
      dueAt: instant(columns.dueAt[index]),
      releasedAt,
      finishedAt,
      status: STATUSES[columns.status[index] ?? 0] ?? 'processing',
      modifiedAt: finishedAt ?? releasedAt ?? supplementAt ?? receivedAt,
      supplementAt,
      serviceLevel: columns.serviceLevel[index] as SimulatedDossier['serviceLevel'],
    }
  }
}

function instant(seconds: number | undefined): number | null {
  return seconds ? seconds * 1000 : null
}

/** `000.00.53.H16-220921-`; dossiers are read in runs of one day, so the day's text is kept. */
function codePrefix(): (oldCode: string, receivedAt: number) => string {
  let today = Number.NaN
  let text = ''
  return (oldCode, receivedAt) => {
    const day = dayNumberOf(receivedAt)
    if (day !== today) {
      today = day
      text = dayText(day).slice(2).replaceAll('-', '')
    }
    return `${oldCode}-${text}-`
  }
}

function padded(sequence: number): string {
  return sequence > 999 ? String(sequence) : String(10_000 + sequence).slice(1)
}
