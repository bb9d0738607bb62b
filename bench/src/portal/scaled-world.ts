import type { World } from '@cchc/portals'

/**
 * A province's dossiers thinned out or multiplied to exactly `count`, still in the order of reception: the same
 * organisations, days and procedures whatever the size, so that runs of two sizes differ in nothing else.
 */
export function scaledWorld(base: World, count: number): World {
  const share = base.dossierCount / count
  return {
    ...base,
    dossierCount: count,
    dossier: (index) => {
      const original = Math.floor(index * share)
      const copy = index - Math.ceil(original / share)
      const dossier = base.dossier(original)
      return { ...dossier, id: 1_000_001 + index, code: `${dossier.code}.${copy}` }
    },
  }
}
