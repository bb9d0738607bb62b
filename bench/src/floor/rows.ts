/** A record as it came: text by field. */
export type Received = Readonly<Record<string, string>>

/** The fields that counting needs. */
export const FIELDS: ReadonlySet<string> = new Set([
  'dossierNo',
  'serviceCode',
  'govAgencyCode',
  'domainCode',
  'online',
  'originality',
  'fromViaPostal',
  'dossierStatus',
  'receiveDate',
  'dueDate',
  'releaseDate',
  'finishDate',
  'serviceLevel',
  'modifiedDate',
])

/** The counting columns of the hub's own table; some are empty for this portal, there as here. */
export const COLUMNS = [
  'code text primary key',
  'procedure_code text',
  'organisation_code text',
  'field_code text',
  'channel text',
  'status text',
  'status_received text',
  'received_at integer',
  'due_at integer',
  'finished_at integer',
  'returned_at integer',
  'pauses text',
  'online_payment integer',
  'digitised integer',
  'received_day integer',
  'finished_day integer',
  'service_level text',
  'service_level_received text',
  'version integer',
] as const

/** The values of a record in the order of `COLUMNS`; nothing is checked. */
export function rowOf(record: Received): (string | number | null)[] {
  const received = instant(record.receiveDate)
  const finished = instant(record.releaseDate)
  return [
    record.dossierNo ?? null,
    record.serviceCode ?? null,
    record.govAgencyCode ?? null,
    record.domainCode ?? null,
    record.online === 'true' ? 'online' : record.fromViaPostal === '2' ? 'postal' : 'direct',
    record.dossierStatus ?? null,
    record.dossierStatus ?? null,
    received,
    instant(record.dueDate),
    finished,
    instant(record.finishDate),
    null,
    null,
    null,
    day(received),
    day(finished),
    record.serviceLevel ?? null,
    record.serviceLevel ?? null,
    instant(record.modifiedDate),
  ]
}

/** `dd/MM/yyyy HH:mm:ss` or `yyyyMMddHHmmss`, Vietnam's time. */
function instant(text: string | undefined): number | null {
  if (text === undefined) return null
  const t = text.length === 14 ? undashed(text) : text
  return (
    Date.UTC(+t.slice(6, 10), +t.slice(3, 5) - 1, +t.slice(0, 2), +t.slice(11, 13) - 7) +
    +t.slice(14, 16) * 60_000 +
    +t.slice(17, 19) * 1000
  )
}

function undashed(t: string): string {
  return `${t.slice(6, 8)}/${t.slice(4, 6)}/${t.slice(0, 4)} ${t.slice(8, 10)}:${t.slice(10, 12)}:${t.slice(12)}`
}

function day(at: number | null): number | null {
  return at === null ? null : Math.floor((at + 7 * 3_600_000) / 86_400_000)
}
