import type { PlannedProcedure } from './plan.ts'
import { type Random, seededRandom } from './random.ts'
import type { SimulatedField, SimulatedOrganisation, SimulatedService } from './world.ts'

/** A field (lĩnh vực), what its procedures are about, and the organisations that handle them. */
export interface FieldWork extends SimulatedField {
  readonly objects: readonly string[]
  /** Working days that its procedures take. */
  readonly term: number
  readonly weight: number
  readonly organisations: readonly SimulatedOrganisation[]
}

/** How many procedures of one level are offered online at which levels, and how many of them citizens use so. */
export interface ServiceCounts {
  readonly level: PlannedProcedure['level']
  readonly procedures: number
  readonly partialOnly: number
  readonly fullOnly: number
  readonly both: number
  readonly partialUsed: number
  readonly fullUsed: number
}

/** How many of all procedures have a fee, can be paid online, and are published nationally. */
export interface ProcedureFlags {
  readonly withFee: number
  readonly payable: number
  readonly publishedPartial: number
  readonly publishedFull: number
}

const ACTIONS = [
  'Cấp',
  'Cấp lại',
  'Cấp đổi',
  'Gia hạn',
  'Điều chỉnh, bổ sung',
  'Thẩm định hồ sơ đề nghị cấp',
  'Thu hồi',
  'Chấm dứt hiệu lực',
  'Xác nhận thay đổi thông tin',
  'Đăng ký lại',
  'Cấp trích lục',
  'Công nhận lại',
  'Tạm dừng',
  'Chuyển đổi',
]

/** Number of the n-th procedure: digits spread so that codes look like those of the national database. */
function procedureCode(index: number): string {
  return `${1 + (index % 3)}.${String(200 + ((index * 7919) % 999_000)).padStart(6, '0')}`
}

/** Names are taken field by field: common actions on each object first, an object that is a whole name as it stands. */
function procedureNames(field: Pick<FieldWork, 'objects'>): string[] {
  const whole = field.objects.filter((object) => /^\p{Lu}/u.test(object))
  const parts = field.objects.filter((object) => !/^\p{Lu}/u.test(object))
  return [...whole, ...ACTIONS.flatMap((action) => parts.map((part) => `${action} ${part}`))]
}

interface Draft {
  readonly field: FieldWork
  readonly name: string
}

/** Deals names out field by field, in turn, until there are enough. */
function drafts(fields: readonly FieldWork[], count: number): Draft[] {
  const names = fields.map(procedureNames)
  const found: Draft[] = []
  const longest = Math.max(...names.map((list) => list.length))
  for (let turn = 0; turn < longest; turn += 1) {
    fields.forEach((field, index) => {
      const name = names[index]?.[turn]
      if (name !== undefined && found.length < count) found.push({ field, name })
    })
  }
  if (found.length < count)
    throw new RangeError(`only ${found.length} of ${count} procedures named`)
  return found
}

/** Makes the procedures of one level; `firstIndex` keeps codes apart between levels. */
export function planProcedures(
  fields: readonly FieldWork[],
  counts: ServiceCounts,
  { firstIndex, seed }: { firstIndex: number; seed: number },
): PlannedProcedure[] {
  const random = seededRandom(seed)
  const list = drafts(fields, counts.procedures)
  const deals = dealServices(list, counts)
  return list.map((draft, index) => ({
    code: procedureCode(firstIndex + index),
    name: draft.name,
    fieldCode: draft.field.code,
    fieldName: draft.field.name,
    level: counts.level,
    feeAmount: 0,
    onlinePayment: false,
    publishedNationally: false,
    weight: (draft.field.weight * (0.4 + random())) / (1 + index / fields.length) ** 1.1,
    termDays: Math.round(draft.field.term * (0.6 + 0.9 * random())),
    ...servicesOf(draft.field, deals.get(draft) ?? NOT_OFFERED, random),
  }))
}

type Offered = 'both' | 'partial' | 'full' | 'none'

interface Deal {
  readonly offered: Offered
  readonly usedOnline: readonly (3 | 4)[]
}

const NOT_OFFERED: Deal = { offered: 'none', usedOnline: [] }

/** Both levels go to procedures of several agencies; the most common ones are offered, and used, first. */
function dealServices(list: readonly Draft[], counts: ServiceCounts): Map<Draft, Deal> {
  const { both, partialOnly, fullOnly, partialUsed, fullUsed } = counts
  const shared = list.filter(({ field }) => field.organisations.length > 1).slice(0, both)
  if (shared.length < both) throw new RangeError('too few procedures of several agencies')
  const deals = new Map<Draft, Deal>()
  shared.forEach((draft, rank) => {
    const usedOnline = used([rank < partialUsed, rank < fullUsed])
    deals.set(draft, { offered: 'both', usedOnline })
  })
  const rest = list.filter((draft) => !deals.has(draft)).slice(0, partialOnly + fullOnly)
  rest.forEach((draft, position) => {
    const partialBefore = Math.floor((position * partialOnly) / rest.length)
    const isPartial = Math.floor(((position + 1) * partialOnly) / rest.length) > partialBefore
    const rank = both + (isPartial ? partialBefore : position - partialBefore)
    const usedOnline = used([isPartial && rank < partialUsed, !isPartial && rank < fullUsed])
    deals.set(draft, { offered: isPartial ? 'partial' : 'full', usedOnline })
  })
  return deals
}

function used([partial, full]: readonly [boolean, boolean]): (3 | 4)[] {
  return [...(partial ? [3 as const] : []), ...(full ? [4 as const] : [])]
}

function servicesOf(field: FieldWork, { offered, usedOnline }: Deal, random: Random) {
  const start = Math.floor(random() * field.organisations.length)
  const services: SimulatedService[] = field.organisations.map((organisation, position) => ({
    organisationCode: organisation.oldCode,
    organisationName: organisation.name,
    level: levelFor(offered, position + start),
  }))
  return { services, usedOnline }
}

/** With both levels the agencies alternate, so that at least two are needed. */
function levelFor(offered: Offered, position: number): 2 | 3 | 4 {
  if (offered === 'none') return 2
  if (offered === 'partial') return 3
  if (offered === 'full') return 4
  return position % 2 === 0 ? 3 : 4
}

/** Gives fees, online payment and publication to exactly as many procedures as stated. */
export function flagProcedures(
  procedures: readonly PlannedProcedure[],
  flags: ProcedureFlags,
): PlannedProcedure[] {
  const fees = spread(procedures, () => true, flags.withFee)
  const payable = spread(procedures, (each) => fees.has(each), flags.payable)
  const partial = spread(procedures, (each) => highest(each) === 3, flags.publishedPartial)
  const full = spread(procedures, (each) => highest(each) === 4, flags.publishedFull)
  return procedures.map((each, index) => ({
    ...each,
    feeAmount: fees.has(each) ? (FEES[index % FEES.length] ?? 0) : 0,
    onlinePayment: payable.has(each),
    publishedNationally: partial.has(each) || full.has(each),
  }))
}

const FEES = [8000, 15_000, 30_000, 50_000, 75_000, 100_000, 135_000, 200_000, 500_000, 1_200_000]

function highest(procedure: PlannedProcedure): number {
  return Math.max(...procedure.services.map((service) => service.level))
}

/** Exactly `count` of the procedures that hold, evenly over the list. */
function spread(
  procedures: readonly PlannedProcedure[],
  holds: (procedure: PlannedProcedure) => boolean,
  count: number,
): Set<PlannedProcedure> {
  const fitting = procedures.filter(holds)
  if (fitting.length < count) throw new RangeError(`only ${fitting.length} of ${count} procedures`)
  const chosen = fitting.filter(
    (_, i) =>
      Math.floor(((i + 1) * count) / fitting.length) > Math.floor((i * count) / fitting.length),
  )
  return new Set(chosen)
}
