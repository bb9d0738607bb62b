import type { World } from './world.ts'

/** A world whose first dossier and first procedure are gone. */
export function withoutFirst(world: World): World {
  return {
    name: world.name,
    provinceCode: world.provinceCode,
    organisations: world.organisations,
    fields: world.fields,
    procedures: world.procedures.slice(1),
    totals: world.totals,
    get now() {
      return world.now
    },
    get dossierCount() {
      return Math.max(0, world.dossierCount - 1)
    },
    dossier: (index) => world.dossier(index + 1),
    nationalFigures: (code, from, to) => world.nationalFigures(code, from, to),
  }
}
