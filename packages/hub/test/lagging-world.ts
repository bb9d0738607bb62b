import { type World, worldAt } from '@cchc/portals'

const DAY = 86_400_000

/** The machine's clock, put to nine o'clock of the days that a test sets. */
export function movedClock(start: string) {
  const shift = (day: string) => Date.parse(`${day}T09:00:00+07:00`) - Date.now()
  let moved = shift(start)
  return {
    now: () => Date.now() + moved,
    set(day: string) {
      moved = shift(day)
    },
  }
}

/** A living world in which every fifth dossier's steps are recorded ninety days late, so that closed periods change. */
export function laggingWorld(world: World, now: () => number): World {
  const prompt = worldAt(world, now)
  return {
    name: prompt.name,
    provinceCode: prompt.provinceCode,
    organisations: prompt.organisations,
    fields: prompt.fields,
    procedures: prompt.procedures,
    totals: prompt.totals,
    get now() {
      return prompt.now
    },
    get dossierCount() {
      return prompt.dossierCount
    },
    dossier(index) {
      if (index % 5 !== 0) return prompt.dossier(index)
      const known = Math.max(now() - 90 * DAY, world.dossier(index).receivedAt)
      return worldAt(world, known).dossier(index)
    },
    nationalFigures: (code, from, to) => prompt.nationalFigures(code, from, to),
  }
}
