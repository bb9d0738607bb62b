import {
  detach,
  factsIn,
  fieldAt,
  isRow,
  looseText,
  organisationCodeIn,
  parseIsoTime,
  procedureCodeIn,
  type Row,
  refuse,
  sharedWord,
  text,
} from '@cchc/connector-kit'
import { type Dossier, type DossierStatus, normaliseServiceLevel, say } from '@cchc/domain'
import type { IgateConfig } from './config.ts'
import { nameIn } from './names.ts'
import { dossierChannel, dossierStatus, isEnded } from './status.ts'

/** What a configuration says of how dossiers are to be understood. */
export type Reading = Pick<IgateConfig, 'agencies' | 'statuses' | 'channels' | 'fields' | 'facts'>

/**
 * Maps a row to counting facts; nothing else of it is looked at. What cannot be read stays as it is (times: NaN), so that
 * the schema refuses it with a reason.
 */
export function mapDossier(row: Row, reading: Reading): Dossier {
  const received = text(fieldAt(row, 'dossierStatus', 'id'))
  const level = nameIn(fieldAt(row, 'procedureLevel', 'name'))
  const times = timesOf(row, reading)
  const status = dossierStatus(received, reading)
  return {
    code: detach(text(row.code).trim()),
    procedureCode: procedureCodeIn(text(fieldAt(row, 'procedure', 'code'))),
    organisationCode: agencyCode(row.agency, reading),
    fieldCode: sharedWord(text(fieldAt(row, 'procedure', 'sector', 'code'))) || null,
    channel: channelOf(row.applyMethod, reading),
    status: status === 'finished' && times.returnedAt !== null ? 'returned' : status,
    statusReceived: received,
    receivedAt: times.receivedAt,
    dueAt: times.dueAt,
    finishedAt: finishedAt(status, times),
    returnedAt: times.returnedAt,
    pauses: status === 'awaiting_supplement' ? waiting(times) : [],
    onlinePayment: null,
    digitised: null,
    serviceLevel: normaliseServiceLevel(level),
    serviceLevelReceived: sharedWord(level) || null,
    ...factsIn(row, reading.facts, { time: parseIsoTime }),
    version: version(times),
    ...lastingId(row),
  }
}

/** What tells of a row that cannot be read, which dossier it is. */
export function knownOfDossier(row: Row) {
  return { code: looseText(row.code).trim(), ...lastingId(row) }
}

function lastingId(row: Row): { readonly lastingId?: string } {
  const id = looseText(row.id)
  return /^[0-9a-f]{24}$/.test(id) ? { lastingId: detach(id) } : {}
}

/** The code of an agency in the top-down form; the configuration knows those that have none. */
export function agencyCode(agency: unknown, { agencies }: Pick<IgateConfig, 'agencies'>): string {
  const [id, code] = [looseText(fieldAt(agency, 'id')), text(fieldAt(agency, 'code'))]
  return agencies[id] ?? agencies[code] ?? organisationCodeIn(code)
}

function channelOf(method: unknown, reading: Reading) {
  if (method === undefined || method === null) return null
  if (!isRow(method)) {
    return refuse(say('states no number of a way of handing in'), { path: 'channel' })
  }
  return dossierChannel({ id: text(method.id), name: nameIn(method.name) }, reading)
}

interface Times {
  readonly receivedAt: number | null
  readonly dueAt: number | null
  readonly completedAt: number | null
  readonly returnedAt: number | null
  readonly updatedAt: number | null
}

function timesOf(row: Row, { fields }: Reading): Times {
  return {
    receivedAt: parseIsoTime(row.acceptedDate),
    dueAt: parseIsoTime(row.appointmentDate ?? row.dueDate),
    completedAt: parseIsoTime(row[fields.completed]),
    returnedAt: parseIsoTime(row[fields.returned]),
    updatedAt: parseIsoTime(row[fields.updated]),
  }
}

/** Handling that is over has an end; where it states none, nobody can say in which period it counts. */
function finishedAt(status: DossierStatus, { completedAt, returnedAt }: Times): number | null {
  if (completedAt !== null) return completedAt
  if (!isEnded(status)) return null
  if (returnedAt !== null) return returnedAt
  return refuse(say('is over and states no end of handling'), {
    path: 'finishedAt',
    fix: say('Check fields.completed in the configuration of this source, or ask the portal.'),
  })
}

/** iGate tells of a wait only while it lasts; what changed last is then the request. */
function waiting({ updatedAt, receivedAt }: Times): Dossier['pauses'] {
  const from = updatedAt ?? receivedAt
  return from === null ? [] : [{ from, to: null }]
}

function version({ updatedAt, receivedAt, completedAt, returnedAt }: Times): number {
  return updatedAt ?? Math.max(receivedAt ?? 0, completedAt ?? 0, returnedAt ?? 0)
}
