import type { Dossier } from '../src/index.ts'

/** A dossier of which nothing is stated but that it is in process, and the facts given. */
export function sampleDossier(facts: Partial<Dossier> = {}): Dossier {
  return {
    code: 'D1',
    procedureCode: '1.000001',
    organisationCode: 'H99.03',
    fieldCode: null,
    channel: null,
    status: 'processing',
    statusReceived: '',
    receivedAt: null,
    dueAt: null,
    finishedAt: null,
    returnedAt: null,
    pauses: [],
    onlinePayment: null,
    digitised: null,
    serviceLevel: null,
    serviceLevelReceived: null,
    version: 1,
    ...facts,
  }
}
