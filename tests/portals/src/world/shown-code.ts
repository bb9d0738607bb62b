import type { SimulatedProcedure } from './world.ts'

/** Both forms of a procedure's code live in one system: some carry the province's suffix. */
export function procedureCodeShown(procedure: SimulatedProcedure, organisation: string): string {
  if (!procedure.code.endsWith('7')) return procedure.code
  return `${procedure.code}.000.00.00.${organisation.split('.', 1)[0]}`
}
