import { isNth } from '../row-quirks.ts'
import { procedureCodeShown } from '../world/shown-code.ts'
import type { SimulatedDossier } from '../world/world.ts'
import type { Quirks } from './quirks.ts'
import { compactDate, spacedDate, wireText } from './text.ts'

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

/** Invented people; few enough that their texts can be kept. */
const PEOPLE = 997
const APPLICANTS = people((number) => `CANARY Nguyễn Văn ${number}`)
const CONTACTS = people((number) => `CANARY Trần Thị ${number}`)
const ADDRESSES = people((number) => `CANARY số ${number} <tổ dân phố> & thôn`)
const OFFICIALS = people((number) => `CANARY Cán bộ ${number}`)

function people(name: (number: number) => string): readonly string[] {
  return Array.from({ length: PEOPLE }, (_, number) => name(number))
}

const one = (list: readonly string[], id: number): string | null => list[id % PEOPLE] ?? null

/** `text` may hold any characters and is one of few; `plain` holds ASCII that needs no escaping. */
type Kind = 'plain' | 'text'

/** The fields of a record in the order in which OpenCPS declares them; personal ones hold `CANARY` values. */
const FIELDS: readonly (readonly [name: string, kind: Kind, value: Value])[] = [
  ['dossierId', 'plain', (d) => String(d.id)],
  ['groupId', 'plain', (_, shown) => shown.groupId],
  ['userName', 'text', (d) => one(OFFICIALS, d.id)],
  ['createDate', 'plain', submitted],
  ['modifiedDate', 'plain', (d) => spacedDate(d.modifiedAt)],
  ['referenceUid', 'plain', (d) => `ref-${d.id}`],
  ['serviceCode', 'plain', (d) => procedureCodeShown(d.procedure, d.organisation.code)],
  ['serviceName', 'text', (d) => d.procedure.name],
  ['govAgencyCode', 'plain', (d) => d.organisation.oldCode],
  ['govAgencyName', 'text', (d) => d.organisation.name],
  ['applicantName', 'text', (d) => one(APPLICANTS, d.id)],
  ['applicantIdType', 'plain', () => 'citizen'],
  ['applicantIdNo', 'plain', (d) => `CANARY-CCCD-${d.id}`],
  ['address', 'text', (d) => one(ADDRESSES, d.id)],
  ['contactName', 'text', (d) => one(CONTACTS, d.id)],
  ['contactTelNo', 'plain', (d) => `CANARY-TEL-${d.id}`],
  ['contactEmail', 'plain', (d) => `CANARY-${d.id}@example.org`],
  ['dossierNo', 'plain', (d) => d.code],
  ['submitDate', 'plain', submitted],
  ['receiveDate', 'plain', (d) => spacedDate(d.receivedAt)],
  ['dueDate', 'plain', (d) => date(d.dueAt)],
  ['releaseDate', 'plain', released],
  ['finishDate', 'plain', (d) => date(d.finishedAt)],
  ['cancellingDate', 'plain', (d) => (d.status === 'cancelled' ? date(d.releasedAt) : null)],
  ['correctingDate', 'plain', (d) => date(d.supplementAt)],
  ['dossierStatus', 'plain', (d) => d.status],
  ['dossierStatusText', 'text', (d) => STATUS_TEXTS[d.status] ?? d.status],
  ['viaPostal', 'plain', (d) => (d.id % 11 === 0 ? '2' : '1')],
  ['online', 'plain', (d) => (d.channelUnstated ? '' : String(d.channel === 'online'))],
  ['durationCount', 'plain', duration],
  ['durationUnit', 'plain', (d) => (d.dueAt === null ? null : '0')],
  ['domainCode', 'text', (d) => d.procedure.fieldCode],
  ['domainName', 'text', (d) => d.procedure.fieldName],
  ['originality', 'plain', originality],
  ['systemId', 'plain', () => '0'],
  ['serviceLevel', 'plain', (d) => String(d.serviceLevel)],
  ['competentDate', 'plain', (d) => date(d.facts?.competentSince ?? null)],
  ['receivingAgencyCode', 'plain', (d) => d.facts?.receivedBy ?? null],
  ['apologyLetter', 'plain', (d) => flagOf(d.facts?.apology)],
  ['outOfArea', 'plain', (d) => flagOf(d.facts?.outsideArea)],
  ['feePayment', 'plain', (d) => (d.facts ? FEE_PAYMENTS[d.facts.payment] : null)],
  ['receiptIssued', 'plain', receiptIssued],
  ['fromViaPostal', 'plain', (d) => (d.channel === 'postal' ? '2' : '0')],
]

/** As FormsPayments of the national system that tracks dossiers. */
const FEE_PAYMENTS = { none: '0', online: '1', direct: '2' }

function flagOf(flag: boolean | undefined): string | null {
  return flag === undefined ? null : String(flag)
}

function receiptIssued({ facts }: SimulatedDossier): string | null {
  return facts === undefined || facts.payment === 'none' ? null : String(facts.receipt)
}

const ELEMENTS = FIELDS.map(([name, kind, value]) => ({
  name,
  value,
  isText: kind === 'text',
  opening: `<${name}>`,
  closing: `</${name}>`,
}))

function duration({ dueAt, receivedAt }: SimulatedDossier): string | null {
  return dueAt === null ? null : String(Math.round((dueAt - receivedAt) / DAY_MS))
}

function originality({ channel, channelUnstated }: SimulatedDossier): string {
  if (channelUnstated) return ''
  return channel === 'online' ? '1' : '3'
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

/** One record as its XML element, in wire form: each character is one byte of its UTF-8. */
export function dossierXml(dossier: SimulatedDossier, shown: Shown): string {
  const overrides = flaws(dossier, shown.quirks)
  let xml = '<data>'
  for (const { name, value, isText, opening, closing } of ELEMENTS) {
    const own = value(dossier, shown)
    const text = overrides === FLAWLESS ? own : pick(overrides, name, own)
    if (text === null) continue
    xml += opening + (isText || text !== own ? wireText(text) : text) + closing
  }
  return `${xml}</data>`
}

/** One record as its JSON object; fields that are null are left out here too. */
export function dossierJson(dossier: SimulatedDossier, shown: Shown): Record<string, string> {
  const overrides = flaws(dossier, shown.quirks)
  const record: Record<string, string> = {}
  for (const [name, , value] of FIELDS) {
    const text = pick(overrides, name, value(dossier, shown))
    if (text !== null) record[name] = text
  }
  return record
}

function pick(overrides: Overrides, name: string, text: string | null): string | null {
  const override = overrides[name]
  return override === undefined ? text : override
}
