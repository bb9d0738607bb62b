import { createHash } from 'node:crypto'

/** An id as MongoDB makes it, another one in every deployment. */
export function objectId(deployment: string, kind: string, number: number): string {
  const prefix = createHash('sha1').update(`${deployment}/${kind}`).digest('hex').slice(0, 12)
  return prefix + number.toString(16).padStart(12, '0')
}

/** The id of an agency in the deployment of its province. */
export function agencyObjectId(code: string): string {
  const [province = '', ...below] = code.split('.')
  return objectId(province, 'agency', Number(`1${below.join('')}`))
}

interface Named {
  readonly id: number
  readonly name: string
}

/**
 * The statuses of dossiers by those of the world. Of the numbers 0, 2 and 4 are known of real systems; the others are
 * this deployment's.
 */
export const IGATE_STATUSES: Readonly<Record<string, Named>> = {
  processing: { id: 2, name: 'Đang xử lý' },
  interoperating: { id: 2, name: 'Đang xử lý' },
  waiting: { id: 3, name: 'Chờ bổ sung hồ sơ' },
  releasing: { id: 4, name: 'Đã có kết quả' },
  done: { id: 5, name: 'Đã trả hồ sơ' },
  unresolved: { id: 8, name: 'Từ chối giải quyết' },
  cancelled: { id: 10, name: 'Công dân rút hồ sơ' },
  denied: { id: 11, name: 'Không tiếp nhận' },
}

/** What a configuration names of this deployment: the numbers that are not known of real systems. */
export const STATUSES_TO_NAME = {
  3: 'awaiting_supplement',
  5: 'returned',
  8: 'refused',
  10: 'withdrawn',
} as const

/** How dossiers are handed in; the numbers are this deployment's. */
export const IGATE_METHODS = {
  online: { id: 0, name: 'Trực tuyến' },
  direct: { id: 1, name: 'Trực tiếp' },
  postal: { id: 2, name: 'Bưu chính công ích' },
} as const satisfies Readonly<Record<string, Named>>

const AGENCY_LEVELS: readonly string[] = ['department', 'district', 'commune']
const PROCEDURE_LEVELS = [4, 3, 2] as const

/** Ids of the levels of agencies and of procedures, which every deployment has its own of. */
export function levelIds(deployment: string) {
  return {
    agency: AGENCY_LEVELS.map((_, i) => objectId(deployment, 'agency-level', i)),
    procedure: PROCEDURE_LEVELS.map((level) => objectId(deployment, 'procedure-level', level)),
  }
}

/** The id of an agency's level; of the province that of its departments. */
export function agencyLevelId(deployment: string, level: string): string {
  const index = AGENCY_LEVELS.indexOf(level)
  return objectId(deployment, 'agency-level', Math.max(0, index))
}

/** A name as Vietnamese alone, or in two languages, as the rows of one list have it by turns. */
export function namedIn(number: number, name: string): unknown {
  if (number % 3 !== 0) return name
  return [
    { languageId: 228, name },
    { languageId: 46, name: 'name' },
  ]
}
