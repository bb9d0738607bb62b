import { nationalFigures } from '../national/figures.ts'
import type { SimulatedDossier, World } from './world.ts'

/** What clerks did to dossiers in the province's system, by their codes. */
export interface Corrections {
  readonly deleted?: ReadonlySet<string>
  /** The code that a dossier has now; its id stays. */
  readonly renumbered?: ReadonlyMap<string, string>
  /** Instant of reception that was corrected, epoch ms. */
  readonly received?: ReadonlyMap<string, number>
}

/** A world after corrections; rows run by the instant of reception as in every world. */
export function correctedWorld(world: World, corrections: Corrections): World {
  const { deleted = new Set(), renumbered = new Map(), received = new Map() } = corrections
  const dossiers: SimulatedDossier[] = []
  for (let index = 0; index < world.dossierCount; index += 1) {
    const dossier = world.dossier(index)
    if (deleted.has(dossier.code)) continue
    const code = renumbered.get(dossier.code) ?? dossier.code
    const receivedAt = received.get(dossier.code) ?? dossier.receivedAt
    const isCorrected = code !== dossier.code || receivedAt !== dossier.receivedAt
    const modifiedAt = dossier.modifiedAt + (isCorrected ? 60_000 : 0)
    dossiers.push({ ...dossier, code, receivedAt, modifiedAt })
  }
  dossiers.sort((a, b) => a.receivedAt - b.receivedAt)
  const view: World = {
    ...world,
    dossierCount: dossiers.length,
    dossier: (index) => dossiers[index] ?? world.dossier(-1),
    nationalFigures: (code, from, to) => nationalFigures(view, code, { from, to }),
  }
  return view
}
