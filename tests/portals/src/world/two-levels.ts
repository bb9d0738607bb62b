import { buildWorld } from './build.ts'
import type { Divergence } from './divergence.ts'
import { withFactsOf2026 } from './facts-of-2026.ts'
import { flagProcedures, planProcedures } from './procedures.ts'
import { fieldsAmong, levelOf, organisation } from './small.ts'
import type { World } from './world.ts'

const PROVINCE = 'H98'

/** A province that two became on 01/7/2025: departments and communes, no district. */
const ORGANISATIONS = [
  organisation(PROVINCE, 'UBND tỉnh Tân Thử Nghiệm', 'province'),
  organisation('H98.03', 'Sở Tư pháp', 'department'),
  organisation('H98.07', 'Sở Xây dựng', 'department'),
  organisation('H98.12', 'Sở Nông nghiệp và Môi trường', 'department'),
  organisation('H98.101', 'UBND phường Bình An', 'commune'),
  organisation('H98.102', 'UBND xã Đông Bình', 'commune'),
  organisation('H98.103', 'UBND xã Tân Hòa', 'commune'),
  organisation('H98.104', 'UBND đặc khu Hòn Thử', 'commune'),
]

const COUNTS = { partialOnly: 2, fullOnly: 2, both: 2, partialUsed: 2, fullUsed: 3 }

const field = fieldsAmong(ORGANISATIONS)

const DEPARTMENT_FIELDS = [
  field('department', {
    code: 'G15-LLTP',
    name: 'Lý lịch tư pháp',
    objects: ['phiếu lý lịch tư pháp'],
  }),
  field('department', { code: 'G04-DB', name: 'Đường bộ', objects: ['phù hiệu xe hợp đồng'] }),
  field('department', {
    code: 'G13-DD',
    name: 'Đất đai',
    objects: ['giấy chứng nhận quyền sử dụng đất'],
  }),
]
const COMMUNE_FIELDS = [
  field('commune', {
    code: 'G15-HT',
    name: 'Hộ tịch',
    objects: ['đăng ký khai sinh', 'đăng ký kết hôn'],
  }),
  field('commune', {
    code: 'G05-HKD',
    name: 'Hộ kinh doanh',
    objects: ['giấy chứng nhận đăng ký hộ kinh doanh'],
  }),
  field('commune', { code: 'G15-CT', name: 'Chứng thực', objects: ['bản sao từ bản chính'] }),
]

/** Of criminal records some are in the ministry's central system alone, some in both (NĐ 224/2026/NĐ-CP Đ.15). */
export const TWO_LEVELS_DIVERGENCE: Divergence = {
  inMinistrySystem: [{ organisation: 'H98.03', count: 6 }],
  inBothSystems: [{ organisation: 'H98.03', count: 3 }],
  from: '2026-01-01',
  to: '2026-11-30',
}

/** The reporting year 2026 of a province with two levels of government and exactly `dossiers` dossiers (400 unless said). */
export function twoLevelsWorld(options: { dossiers?: number; seed?: number } = {}): World {
  const { dossiers = 400, seed = 1 } = options
  const ofDepartments = Math.floor(dossiers * 0.4)
  const plans = [
    planProcedures(
      DEPARTMENT_FIELDS,
      { level: 'province', procedures: 24, ...COUNTS },
      { firstIndex: 0, seed },
    ),
    planProcedures(
      COMMUNE_FIELDS,
      { level: 'commune', procedures: 18, ...COUNTS },
      { firstIndex: 24, seed },
    ),
  ]
  const shares = { withFee: 30, payable: 20, publishedPartial: 3, publishedFull: 7 }
  const world = buildWorld({
    name: 'two-levels',
    provinceCode: PROVINCE,
    seed,
    window: { from: '2025-12-15', to: '2026-12-14' },
    horizon: { from: '2025-09-01', to: '2026-12-31' },
    organisations: ORGANISATIONS,
    fields: [...DEPARTMENT_FIELDS, ...COMMUNE_FIELDS].map(({ code, name }) => ({ code, name })),
    procedures: flagProcedures(plans.flat(), shares),
    levels: [levelOf('department', ofDepartments), levelOf('commune', dossiers - ofDepartments)],
  })
  return withFactsOf2026(world)
}
