import type { SimulatedDossier } from './world.ts'

/** What a one-stop system tells of a dossier as a record of it holds it, whatever the system. */
export function countedFacts(simulated: SimulatedDossier) {
  const { procedure, organisation, channel, receivedAt, dueAt, supplementAt } = simulated
  const waits = simulated.status === 'waiting' && supplementAt !== null
  return {
    procedureCode: procedure.code,
    organisationCode: organisation.code,
    fieldCode: procedure.fieldCode,
    ...{ channel, receivedAt, dueAt },
    finishedAt: simulated.releasedAt,
    returnedAt: simulated.finishedAt,
    pauses: waits ? [{ from: supplementAt, to: null }] : [],
    version: simulated.modifiedAt,
  }
}
