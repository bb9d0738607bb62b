import { nationalFigures } from '../national/figures.ts'
import { firstWhere } from './search.ts'
import type { FormerSystem, SimulatedDossier, World } from './world.ts'

/**
 * A world as its portals show it at an instant: later receptions are not there yet, later steps not taken.
 * `clock` may move on between calls; dossiers then finish and their modifiedAt grows, as in a living system.
 */
export function worldAt(world: World, clock: number | (() => number)): World {
  const now = typeof clock === 'number' ? () => clock : clock
  const countAt = remembered((instant) =>
    firstWhere(world.dossierCount, (index) => world.dossier(index).receivedAt > instant),
  )
  const view: World = {
    name: world.name,
    provinceCode: world.provinceCode,
    organisations: world.organisations,
    fields: world.fields,
    procedures: world.procedures,
    totals: world.totals,
    ...(world.former && { former: formerAt(world.former, now) }),
    get now() {
      return Math.min(now(), world.now)
    },
    get dossierCount() {
      return countAt(now())
    },
    dossier: (index) => asOf(world.dossier(index), now()),
    nationalFigures: (code, from, to) => nationalFigures(view, code, { from, to }),
  }
  return view
}

function formerAt(former: FormerSystem, now: () => number): FormerSystem {
  return {
    ...former,
    dossier: (index) => {
      const dossier = former.dossier(index)
      return dossier && asOf(dossier, now())
    },
  }
}

function remembered(compute: (key: number) => number): (key: number) => number {
  let last = Number.NaN
  let value = 0
  return (key) => {
    if (key !== last) {
      value = compute(key)
      last = key
    }
    return value
  }
}

/** A dossier as it was at an instant. */
export function asOf(dossier: SimulatedDossier, now: number): SimulatedDossier {
  if (dossier.modifiedAt <= now) return dossier
  const past = (instant: number | null): number | null =>
    instant !== null && instant <= now ? instant : null
  const releasedAt = past(dossier.releasedAt)
  const finishedAt = past(dossier.finishedAt)
  const supplementAt = past(dossier.supplementAt)
  return {
    ...dossier,
    releasedAt,
    finishedAt,
    supplementAt,
    status: statusAsOf(dossier, { releasedAt, finishedAt, supplementAt }),
    ...(dossier.facts && {
      facts: { ...dossier.facts, competentSince: past(dossier.facts.competentSince) },
    }),
    modifiedAt: finishedAt ?? releasedAt ?? supplementAt ?? dossier.receivedAt,
  }
}

type Steps = Pick<SimulatedDossier, 'releasedAt' | 'finishedAt' | 'supplementAt'>

function statusAsOf(dossier: SimulatedDossier, steps: Steps): string {
  if (dossier.status === 'done' && steps.releasedAt !== null) {
    return steps.finishedAt === null ? 'releasing' : 'done'
  }
  if (steps.releasedAt === null && steps.supplementAt !== null) return 'waiting'
  return steps.releasedAt === null ? 'processing' : dossier.status
}
