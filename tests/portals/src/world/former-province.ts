import { dayNumber, startOfDay } from '@cchc/domain'
import { asOf } from './at-time.ts'
import type {
  FormerProvince,
  FormerUnit,
  SimulatedDossier,
  SimulatedOrganisation,
  World,
} from './world.ts'

const OVER: ReadonlySet<string> = new Set(['done', 'unresolved', 'cancelled', 'denied'])

/**
 * The world of a province into which another one was merged. Until its system stood still, units of the other one received their
 * dossiers there, under their own codes; what was over then stayed there alone, the rest is in both systems under its one code.
 */
export function withFormerProvince(world: World, province: FormerProvince): World {
  const moved = startOfDay(dayNumber(province.movedOn))
  const formerOf = formerUnits(province)
  const unitOf = (dossier: SimulatedDossier) =>
    dossier.receivedAt < moved ? formerOf(dossier) : undefined
  return {
    ...world,
    organisations: [...world.organisations, ...province.units],
    dossier(index) {
      const dossier = world.dossier(index)
      const unit = unitOf(dossier)
      if (!unit) return dossier
      const received = receivedBy(dossier, unit)
      return OVER.has(asOf(dossier, moved).status) ? received : at(received, dossier.organisation)
    },
    former: {
      province,
      dossier(index) {
        const dossier = world.dossier(index)
        const unit = unitOf(dossier)
        return unit ? asOf(receivedBy(dossier, unit), moved) : null
      },
    },
  }
}

/** The unit that had a dossier first: of a department of both provinces every now and then its own. */
function formerUnits({ units }: FormerProvince) {
  const bySuccessor = Map.groupBy(units, ({ successor }) => successor)
  return ({ id, organisation }: SimulatedDossier): FormerUnit | undefined => {
    const former = bySuccessor.get(organisation.code) ?? []
    const choice = wentOn(organisation) ? [undefined, ...former] : former
    return choice[id % choice.length]
  }
}

/** Whether a unit was there before the merger: communes are new. */
export function wentOn({ level }: SimulatedOrganisation): boolean {
  return level !== 'commune'
}

function at(dossier: SimulatedDossier, organisation: SimulatedOrganisation): SimulatedDossier {
  return { ...dossier, organisation }
}

/** Its code begins with that of the unit that received it, for good. */
function receivedBy(dossier: SimulatedDossier, unit: FormerUnit): SimulatedDossier {
  const { facts, code, organisation } = dossier
  return {
    ...at(dossier, unit),
    code: unit.oldCode + code.slice(organisation.oldCode.length),
    ...(facts && { facts: { ...facts, receivedBy: unit.oldCode } }),
  }
}
