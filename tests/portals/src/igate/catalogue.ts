import { procedureCodeShown } from '../world/shown-code.ts'
import type { SimulatedOrganisation, SimulatedProcedure, World } from '../world/world.ts'
import { agencyObjectId, objectId } from './lists.ts'

/** One agency as lists show it: id, code and name. Codes of communes are in the new form already. */
export function agencyRow({ code, oldCode, name, level }: SimulatedOrganisation): object {
  return { id: agencyObjectId(code), code: level === 'commune' ? code : oldCode, name }
}

/** One procedure that citizens can apply for; its names are a list here, as where it was made. */
export function procedureRow(world: World, procedure: SimulatedProcedure): object {
  const number = Number(procedure.code.replace('.', ''))
  const level = Math.max(2, ...procedure.services.map((service) => service.level))
  return {
    id: objectId(world.provinceCode, 'procedure', number),
    code: procedureCodeShown(procedure, world.provinceCode),
    translate: [
      { languageId: 228, name: procedure.name },
      { languageId: 46, name: 'name' },
    ],
    sector: {
      id: objectId(world.provinceCode, 'sector', number % 100),
      code: procedure.fieldCode,
      name: procedure.fieldName,
    },
    procedureLevel: {
      id: objectId(world.provinceCode, 'procedure-level', level),
      name: `Mức độ ${level}`,
    },
  }
}
