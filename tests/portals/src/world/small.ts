import { oldOrganisationCode, parentOrganisationCode } from '@cchc/domain'
import { buildWorld } from './build.ts'
import { type LevelPlan, type PlannedOrganisation, planLevel, type WorldPlan } from './plan.ts'
import { type FieldWork, flagProcedures, planProcedures } from './procedures.ts'
import type { DossierLevel, SimulatedOrganisation, World } from './world.ts'

const PROVINCE = 'H99'

const ORGANISATIONS: readonly PlannedOrganisation[] = [
  organisation(PROVINCE, 'UBND tỉnh Thử Nghiệm', 'province'),
  organisation('H99.03', 'Sở Tư pháp', 'department'),
  organisation('H99.07', 'Sở Giao thông vận tải', 'department'),
  organisation('H99.12', 'Sở Tài nguyên và Môi trường', 'department'),
  organisation('H99.31', 'UBND huyện Bình An', 'district'),
  organisation('H99.32', 'UBND huyện Tân Hòa', 'district'),
  organisation('H99.31.01', 'UBND thị trấn Bình An', 'commune'),
  organisation('H99.31.02', 'UBND xã Đông Bình', 'commune'),
  organisation('H99.32.01', 'UBND xã Tân Lập', 'commune'),
  organisation('H99.32.02', 'UBND xã Tân Tiến', 'commune'),
]

export function organisation(
  code: string,
  name: string,
  level: SimulatedOrganisation['level'],
): PlannedOrganisation {
  const parentCode = parentOrganisationCode(code) ?? null
  const oldCode = oldOrganisationCode(code) ?? code
  return { code, oldCode, name, level, parentCode, weight: 1 }
}

/** Makes fields of which the dossiers go to the organisations of a level, all alike. */
export function fieldsAmong(all: readonly PlannedOrganisation[]) {
  return (level: DossierLevel, stated: Pick<FieldWork, 'code' | 'name' | 'objects'>): FieldWork => {
    const organisations = all.filter((each) => each.level === level)
    return { ...stated, term: 7, weight: 1, organisations }
  }
}

const field = fieldsAmong(ORGANISATIONS)

const DEPARTMENT_FIELDS = [
  field('department', {
    code: 'G15-LLTP',
    name: 'Lý lịch tư pháp',
    objects: ['phiếu lý lịch tư pháp cho công dân Việt Nam'],
  }),
  field('department', {
    code: 'G04-DB',
    name: 'Đường bộ',
    objects: ['giấy phép lái xe', 'phù hiệu xe hợp đồng'],
  }),
  field('department', {
    code: 'G13-DD',
    name: 'Đất đai',
    objects: ['giấy chứng nhận quyền sử dụng đất'],
  }),
]
const DISTRICT_FIELDS = [
  field('district', {
    code: 'G09-TDKT',
    name: 'Thi đua - khen thưởng',
    objects: ['danh hiệu Chiến sĩ thi đua cơ sở & Lao động tiên tiến'],
  }),
  field('district', {
    code: 'G05-HKD',
    name: 'Thành lập và hoạt động của hộ kinh doanh',
    objects: ['giấy chứng nhận đăng ký hộ kinh doanh'],
  }),
]
const COMMUNE_FIELDS = [
  field('commune', {
    code: 'G15-HT',
    name: 'Hộ tịch',
    objects: ['Đăng ký khai sinh', 'Đăng ký kết hôn'],
  }),
  field('commune', {
    code: 'G15-CT',
    name: 'Chứng thực',
    objects: ['bản sao từ bản chính giấy tờ, văn bản'],
  }),
]

const COUNTS = { partialOnly: 2, fullOnly: 2, both: 2, partialUsed: 2, fullUsed: 3 }

function procedures(seed: number): WorldPlan['procedures'] {
  return flagProcedures(
    [
      ...planProcedures(
        DEPARTMENT_FIELDS,
        { level: 'province', procedures: 24, ...COUNTS },
        { firstIndex: 0, seed },
      ),
      ...planProcedures(
        DISTRICT_FIELDS,
        { level: 'district', procedures: 10, ...COUNTS },
        { firstIndex: 24, seed },
      ),
      ...planProcedures(
        COMMUNE_FIELDS,
        { level: 'commune', procedures: 8, ...COUNTS },
        { firstIndex: 34, seed },
      ),
    ],
    { withFee: 30, payable: 20, publishedPartial: 3, publishedFull: 7 },
  )
}

const SHARES: readonly (readonly [DossierLevel, number])[] = [
  ['department', 0.2],
  ['district', 0.3],
  ['commune', 0.5],
]

export function levelOf(level: DossierLevel, count: number): LevelPlan {
  const part = (share: number): number => Math.floor(count * share)
  const [carriedOver, before, after, denied] = [part(0.03), part(0.04), part(0.04), part(0.01)]
  const received = count - carriedOver - before - after - denied
  const resolved = part(0.85)
  return planLevel({
    level,
    carriedOver,
    before,
    after,
    denied,
    received,
    online: Math.max(part(0.15), COUNTS.partialUsed + COUNTS.fullUsed),
    resolved,
    onTime: resolved - part(0.03),
  })
}

/** How many dossiers a small world must have to hold some of every kind. */
const LEAST = 100

function levels(dossiers: number): LevelPlan[] {
  if (dossiers < LEAST) throw new RangeError(`a small world has at least ${LEAST} dossiers`)
  let left = dossiers
  return SHARES.map(([level, share], index) => {
    const count = index === SHARES.length - 1 ? left : Math.floor(dossiers * share)
    left -= count
    return levelOf(level, count)
  })
}

/**
 * A province of ten organisations and exactly `dossiers` dossiers (400 unless said), made like the large worlds:
 * for tests, and with millions of dossiers for benchmarks.
 */
export function smallWorld(options: { dossiers?: number; seed?: number } = {}): World {
  const { dossiers = 400, seed = 1 } = options
  const fields = [...DEPARTMENT_FIELDS, ...DISTRICT_FIELDS, ...COMMUNE_FIELDS]
  return buildWorld({
    name: 'small',
    provinceCode: PROVINCE,
    seed,
    window: { from: '2021-12-15', to: '2022-12-14' },
    horizon: { from: '2021-09-01', to: '2022-12-31' },
    organisations: ORGANISATIONS,
    fields: fields.map(({ code, name }) => ({ code, name })),
    procedures: procedures(seed),
    levels: levels(dossiers),
  })
}
