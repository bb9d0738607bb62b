import {
  type DayNumber,
  type Dossier,
  type DossierFacts,
  dayNumberOf,
  type Pause,
  statedFacts,
} from '@cchc/domain'
import { plainText } from './plain-text.ts'
import type { StoredDossier } from './stored-dossier.ts'

export type Value = string | number | null

/** A dossier's stored state, its values in the order of `DOSSIER_COLUMNS`. */
export type DossierRow = readonly Value[]

/** Name and PostgreSQL type of every column; the key first, then the content, then where it came from. */
export const DOSSIER_COLUMNS = [
  ['source', 'text'],
  ['code', 'text'],
  ['procedure_code', 'text'],
  ['organisation_code', 'text'],
  ['field_code', 'text'],
  ['channel', 'text'],
  ['status', 'text'],
  ['status_received', 'text'],
  ['received_at', 'bigint'],
  ['due_at', 'bigint'],
  ['finished_at', 'bigint'],
  ['returned_at', 'bigint'],
  ['pauses', 'text'],
  ['online_payment', 'integer'],
  ['digitised', 'integer'],
  ['service_level', 'text'],
  ['service_level_received', 'text'],
  ['facts', 'text'],
  ['version', 'bigint'],
  ['received_day', 'integer'],
  ['finished_day', 'integer'],
  ['run_id', 'integer'],
  ['known_from', 'bigint'],
  ['lasting_id', 'text'],
] as const

export const DOSSIER_COLUMN_NAMES = DOSSIER_COLUMNS.map(([name]) => name)

export const KEY_LENGTH = 2
const CODE = 1
const VERSION = DOSSIER_COLUMN_NAMES.indexOf('version')
const CONTENT_END = DOSSIER_COLUMN_NAMES.indexOf('run_id')
const LASTING_ID = DOSSIER_COLUMN_NAMES.indexOf('lasting_id')

/** Which run learnt a state, and when. */
export interface Origin {
  readonly source: string
  readonly runId: number
  readonly now: number
}

export function encodeDossier(dossier: Dossier, origin: Origin): DossierRow {
  return [
    origin.source,
    dossier.code,
    dossier.procedureCode,
    dossier.organisationCode,
    encodeText(dossier.fieldCode),
    dossier.channel,
    dossier.status,
    plainText(dossier.statusReceived),
    dossier.receivedAt,
    dossier.dueAt,
    dossier.finishedAt,
    dossier.returnedAt,
    dossier.pauses.length === 0 ? null : encodePauses(dossier.pauses),
    encodeFlag(dossier.onlinePayment),
    encodeFlag(dossier.digitised),
    dossier.serviceLevel,
    encodeText(dossier.serviceLevelReceived),
    encodeFacts(dossier.facts),
    dossier.version,
    dossier.receivedAt === null ? null : dayNumberOf(dossier.receivedAt),
    lastDayOf(dossier),
    origin.runId,
    origin.now,
    dossier.lastingId ?? null,
  ]
}

export function decodeDossier(row: DossierRow): StoredDossier {
  const stored: Record<string, unknown> = {
    source: row[0],
    code: row[1],
    procedureCode: row[2],
    organisationCode: row[3],
    fieldCode: row[4],
    channel: row[5],
    status: row[6],
    statusReceived: row[7],
    receivedAt: row[8],
    dueAt: row[9],
    finishedAt: row[10],
    returnedAt: row[11],
    pauses: decodePauses(row[12] ?? null),
    onlinePayment: decodeFlag(row[13] ?? null),
    digitised: decodeFlag(row[14] ?? null),
    serviceLevel: row[15],
    serviceLevelReceived: row[16],
    facts: decodeFacts(row[17] ?? null),
    version: row[18],
    runId: String(row[21]),
    knownFrom: row[22],
    lastingId: row[LASTING_ID] ?? undefined,
  }
  return stored as unknown as StoredDossier
}

export function codeOf(row: DossierRow): string {
  return String(row[CODE])
}

export function versionOf(row: DossierRow): number {
  return Number(row[VERSION])
}

/** The portal's own id; null where it states none. */
export function lastingIdOf(row: DossierRow): string | null {
  const id = row[LASTING_ID] ?? null
  return id === null ? null : String(id)
}

/** The same state under a lasting id. */
export function withLastingId(row: DossierRow, id: string | null): DossierRow {
  return row.with(LASTING_ID, id)
}

export function withVersion(row: DossierRow, version: number): DossierRow {
  return row.with(VERSION, version)
}

/** Whether two states of one dossier say the same, whoever brought them. */
export function sameContent(a: DossierRow, b: DossierRow): boolean {
  for (let column = KEY_LENGTH; column < CONTENT_END; column += 1) {
    if (a[column] !== b[column]) return false
  }
  return true
}

/** The day after which nothing of it counts; null = none yet. An agency may have become competent after the end. */
export function lastDayOf({
  finishedAt,
  facts,
}: Pick<Dossier, 'finishedAt' | 'facts'>): DayNumber | null {
  if (finishedAt === null) return null
  return dayNumberOf(Math.max(finishedAt, facts?.competentSince ?? finishedAt))
}

function encodePauses(pauses: readonly Pause[]): string {
  return JSON.stringify(pauses.map((pause) => [pause.from, pause.to]))
}

export function decodePauses(text: Value): Pause[] {
  if (text === null) return []
  const pairs = JSON.parse(String(text)) as [number, number | null][]
  return pairs.map(([from, to]) => ({ from, to }))
}

/** Always in the same order, so that equal facts are equal texts. */
function encodeFacts(facts: Dossier['facts']): string | null {
  const stated = statedFacts(facts)
  return stated === undefined ? null : JSON.stringify(stated)
}

export function decodeFacts(text: Value): DossierFacts | undefined {
  return text === null ? undefined : (JSON.parse(String(text)) as DossierFacts)
}

function encodeText(text: string | null): string | null {
  return text === null ? null : plainText(text)
}

function encodeFlag(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag)
}

export function decodeFlag(value: Value): boolean | null {
  return value === null ? null : value === 1
}
