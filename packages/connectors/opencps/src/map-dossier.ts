import {
  detach,
  type FactFields,
  factFieldNames,
  factsIn,
  organisationCodeIn,
  parsePortalTime,
  procedureCodeIn,
  type Row,
  remember,
  sharedWord,
  text,
} from '@cchc/connector-kit'
import { type Dossier, type DossierStatus, normaliseServiceLevel, type Pause } from '@cchc/domain'
import { dossierChannel, dossierStatus } from './status.ts'

/** The only fields of a dossier that are read unless a configuration names more; names, identity numbers, addresses and telephones are not among them. */
export const DOSSIER_FIELDS: ReadonlySet<string> = new Set([
  'dossierId',
  'dossierNo',
  'serviceCode',
  'govAgencyCode',
  'domainCode',
  'dossierStatus',
  'originality',
  'online',
  'fromViaPostal',
  'receiveDate',
  'dueDate',
  'releaseDate',
  'finishDate',
  'cancellingDate',
  'correctingDate',
  'lastActionDate',
  'modifiedDate',
  'serviceLevel',
])

/** The same, with those that a configuration names beside. */
export function dossierFields(facts: FactFields): ReadonlySet<string> {
  return new Set([...DOSSIER_FIELDS, ...factFieldNames(facts)])
}

interface Times {
  readonly receivedAt: number | null
  readonly dueAt: number | null
  readonly releasedAt: number | null
  readonly returnedAt: number | null
  readonly cancelledAt: number | null
  readonly waitingSince: number | null
  readonly modifiedAt: number | null
}

const serviceLevel = remember((level) => ({ level: normaliseServiceLevel(level) }))

/** Maps a row to counting facts. What cannot be read stays as it is (times: NaN), so that the schema refuses it with a reason. */
export function mapDossier(row: Row, facts: FactFields = {}): Dossier {
  const status = dossierStatus(text(row.dossierStatus))
  const times = readTimes(row)
  const level = text(row.serviceLevel)
  return {
    code: detach(text(row.dossierNo).trim()),
    procedureCode: procedureCodeIn(text(row.serviceCode)),
    organisationCode: organisationCodeIn(text(row.govAgencyCode)),
    fieldCode: sharedWord(text(row.domainCode)) || null,
    channel: dossierChannel({
      online: text(row.online),
      originality: text(row.originality),
      fromViaPostal: text(row.fromViaPostal),
    }),
    status,
    statusReceived: sharedWord(text(row.dossierStatus)),
    receivedAt: times.receivedAt,
    dueAt: times.dueAt,
    finishedAt: finishedAt(status, times),
    returnedAt: times.returnedAt,
    pauses: pauses(status, times),
    onlinePayment: null,
    digitised: null,
    serviceLevel: serviceLevel(level).level,
    serviceLevelReceived: level || null,
    ...factsIn(row, facts, { time }),
    version: version(times),
    ...lastingId(text(row.dossierId)),
  }
}

/** The id of the record in the system's database, which stays when the dossier gets another number. */
export function lastingId(received: string): { readonly lastingId?: string } {
  return /^[1-9]\d{0,19}$/.test(received) ? { lastingId: detach(received) } : {}
}

function readTimes(row: Row): Times {
  return {
    receivedAt: time(row.receiveDate),
    dueAt: time(row.dueDate),
    releasedAt: time(row.releaseDate),
    returnedAt: time(row.finishDate),
    cancelledAt: time(row.cancellingDate),
    waitingSince: time(row.correctingDate) ?? time(row.lastActionDate),
    modifiedAt: time(row.modifiedDate),
  }
}

function time(value: unknown): number | null {
  return parsePortalTime(typeof value === 'string' ? value : text(value))
}

/** Handling ends with the release; a dossier without one ends when it was withdrawn or its result was handed over. */
function finishedAt(status: DossierStatus, times: Times): number | null {
  if (times.releasedAt !== null) return times.releasedAt
  if (status === 'withdrawn') return times.cancelledAt
  return status === 'returned' ? times.returnedAt : null
}

/** OpenCPS tells of a wait only while it lasts. */
function pauses(status: DossierStatus, times: Times): Pause[] {
  if (status !== 'awaiting_supplement') return []
  const from = times.waitingSince ?? times.modifiedAt ?? times.receivedAt
  return from === null ? [] : [{ from, to: null }]
}

function version(times: Times): number {
  if (times.modifiedAt !== null) return times.modifiedAt
  return Math.max(times.receivedAt ?? 0, times.releasedAt ?? 0, times.returnedAt ?? 0)
}
