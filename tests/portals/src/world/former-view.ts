import { normaliseOrganisationCode } from '@cchc/domain'
import { rowsOf, viewOf } from './divergent-views.ts'
import type { FormerProvince, SimulatedDossier, SimulatedProcedure, World } from './world.ts'

/** The world, as it is at the call, in the system of the province that became part of its own; empty where there is none. */
export function formerView(world: World): World {
  const { former } = world
  if (!former) return viewOf(world, new Uint32Array(), (index) => world.dossier(index))
  const { province } = former
  const held = {
    ...world,
    provinceCode: province.code,
    organisations: province.units,
    procedures: world.procedures.map((one) => offeredBy(one, province)),
  }
  const show = (index: number): SimulatedDossier => former.dossier(index) ?? world.dossier(index)
  return viewOf(
    held,
    rowsOf(world, (index) => (former.dossier(index) ? 1 : 0)),
    show,
  )
}

/** A procedure with the agencies that offered it there. */
function offeredBy(procedure: SimulatedProcedure, { units }: FormerProvince): SimulatedProcedure {
  const services = procedure.services.flatMap((service) => {
    const successor = normaliseOrganisationCode(service.organisationCode)
    const own = units.filter((unit) => unit.successor === successor)
    return own.map(({ oldCode, name }) => ({
      ...service,
      organisationCode: oldCode,
      organisationName: name,
    }))
  })
  return { ...procedure, services }
}
