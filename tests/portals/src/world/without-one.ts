import type { World } from './world.ts'

/** A world in which the dossier at an index and the first procedure are gone. */
export function withoutOne(world: World, gone: number): World {
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
      return world.dossierCount - 1
    },
    dossier: (index) => world.dossier(index < gone ? index : index + 1),
    nationalFigures: (code, from, to) => world.nationalFigures(code, from, to),
  }
}
