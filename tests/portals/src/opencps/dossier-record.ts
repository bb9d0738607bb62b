import type { SimulatedDossier } from '../world/world.ts'
import { isNth, type Quirks } from './quirks.ts'
import { procedureCodeShown } from './service-record.ts'
import { compactDate, escapeXml, spacedDate } from './text.ts'

const STATUS_TEXTS: Readonly<Record<string, string>> = {
  processing: 'Đang xử lý',
  waiting: 'Chờ bổ sung',
  interoperating: 'Đang liên thông',
  releasing: 'Chờ trả kết quả',
  done: 'Đã trả kết quả',
  unresolved: 'Từ chối giải quyết',
  cancelled: 'Rút hồ sơ',
  denied: 'Từ chối tiếp nhận',
}

const HALF_AN_HOUR = 1_800_000
const DAY_MS = 86_400_000

interface Shown {
  readonly groupId: string
  readonly quirks: Quirks
}

type Value = (dossier: SimulatedDossier, shown: Shown) => string | null

const date = (instant: number | null): string | null =>
  instant === null ? null : spacedDate(instant)

/** Online dossiers were sent in before an official received them. */
const submitted: Value = ({ channel, receivedAt }) =>
  spacedDate(channel === 'online' ? receivedAt - HALF_AN_HOUR : receivedAt)

const released: Value = ({ id, releasedAt }, { quirks }) => {
  if (releasedAt === null) return null
  return isNth(id, quirks.compactDatesEvery) ? compactDate(releasedAt) : spacedDate(releasedAt)
}

/** The fields of a record in the order in which OpenCPS declares them; personal ones hold `CANARY` values. */
const FIELDS: readonly (readonly [string, Value])[] = [
  ['dossierId', (d) => String(d.id)],
  ['groupId', (_, shown) => shown.groupId],
  ['userName', (d) => `CANARY Cán bộ ${d.id % 97}`],
  ['createDate', submitted],
  ['modifiedDate', (d) => spacedDate(d.modifiedAt)],
  ['referenceUid', (d) => `ref-${d.id}`],
  ['serviceCode', (d) => procedureCodeShown(d.procedure, d.organisation.code)],
  ['serviceName', (d) => d.procedure.name],
  ['govAgencyCode', (d) => d.organisation.oldCode],
  ['govAgencyName', (d) => d.organisation.name],
  ['applicantName', (d) => `CANARY Nguyễn Văn ${d.id}`],
  ['applicantIdType', () => 'citizen'],
  ['applicantIdNo', (d) => `CANARY-CCCD-${d.id}`],
  ['address', (d) => `CANARY số ${d.id % 300} <tổ dân phố> & thôn`],
  ['contactName', (d) => `CANARY Trần Thị ${d.id}`],
  ['contactTelNo', (d) => `CANARY-TEL-${d.id}`],
  ['contactEmail', (d) => `CANARY-${d.id}@example.org`],
  ['dossierNo', (d) => d.code],
  ['submitDate', submitted],
  ['receiveDate', (d) => spacedDate(d.receivedAt)],
  ['dueDate', (d) => date(d.dueAt)],
  ['releaseDate', released],
  ['finishDate', (d) => date(d.finishedAt)],
  ['cancellingDate', (d) => (d.status === 'cancelled' ? date(d.releasedAt) : null)],
  ['correctingDate', (d) => date(d.supplementAt)],
  ['dossierStatus', (d) => d.status],
  ['dossierStatusText', (d) => STATUS_TEXTS[d.status] ?? d.status],
  ['viaPostal', (d) => (d.id % 11 === 0 ? '2' : '1')],
  ['online', (d) => String(d.channel === 'online')],
  ['durationCount', (d) => duration(d)],
  ['durationUnit', (d) => (d.dueAt === null ? null : '0')],
  ['domainCode', (d) => d.procedure.fieldCode],
  ['domainName', (d) => d.procedure.fieldName],
  ['originality', (d) => (d.channel === 'online' ? '1' : '3')],
  ['systemId', () => '0'],
  ['serviceLevel', (d) => String(d.serviceLevel)],
  ['fromViaPostal', (d) => (d.channel === 'postal' ? '2' : '0')],
]

function duration({ dueAt, receivedAt }: SimulatedDossier): string | null {
  return dueAt === null ? null : String(Math.round((dueAt - receivedAt) / DAY_MS))
}

type Overrides = Readonly<Record<string, string | null>>

/** What is wrong with a malformed record, in turn. */
const DEFECTS: readonly ((dossier: SimulatedDossier) => Overrides)[] = [
  (d) => ({ releaseDate: spacedDate(d.receivedAt - 40 * DAY_MS) }),
  () => ({ receiveDate: '31/02/2022 99:00:00' }),
  () => ({ serviceCode: 'không rõ' }),
  () => ({ govAgencyCode: 'UBND' }),
  () => ({ dossierStatus: 'lost' }),
]

const FLAWLESS: Overrides = {}

function flaws(dossier: SimulatedDossier, { malformedEvery }: Quirks): Overrides {
  if (!isNth(dossier.id, malformedEvery)) return FLAWLESS
  const turn = Math.floor(dossier.id / malformedEvery) % DEFECTS.length
  return DEFECTS[turn]?.(dossier) ?? FLAWLESS
}

/** One record as its XML element. */
export function dossierXml(dossier: SimulatedDossier, shown: Shown): string {
  const overrides = flaws(dossier, shown.quirks)
  let xml = '<data>'
  for (const [name, value] of FIELDS) {
    const text =
      overrides === FLAWLESS ? value(dossier, shown) : pick(overrides, name, value(dossier, shown))
    if (text !== null) xml += `<${name}>${escapeXml(text)}</${name}>`
  }
  return `${xml}</data>`
}

/** One record as its JSON object; fields that are null are left out here too. */
export function dossierJson(dossier: SimulatedDossier, shown: Shown): Record<string, string> {
  const overrides = flaws(dossier, shown.quirks)
  const record: Record<string, string> = {}
  for (const [name, value] of FIELDS) {
    const text = pick(overrides, name, value(dossier, shown))
    if (text !== null) record[name] = text
  }
  return record
}

function pick(...[overrides, name, text]: [Overrides, string, string | null]): string | null {
  const override = overrides[name]
  return override === undefined ? text : override
}

/** An earlier state of the same dossier, as a lagging index still has it. */
export function staleState(dossier: SimulatedDossier): SimulatedDossier {
  return {
    ...dossier,
    status: 'processing',
    releasedAt: null,
    finishedAt: null,
    supplementAt: null,
    modifiedAt: dossier.receivedAt,
  }
}
