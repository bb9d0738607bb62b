import { buildWorld } from './build.ts'
import type { Divergence } from './divergence.ts'
import { withFactsOf2026 } from './facts-of-2026.ts'
import { withFormerProvince } from './former-province.ts'
import { KON_TUM } from './kon-tum.ts'
import { flagProcedures, planProcedures } from './procedures.ts'
import { fieldsAmong, levelOf, organisation } from './small.ts'
import type { World } from './world.ts'

const PROVINCE = 'H48'

/** Departments and communes, no district; the last three communes lie in what was another province. */
const ORGANISATIONS = [
  organisation(PROVINCE, 'UBND tỉnh Quảng Ngãi', 'province'),
  organisation('H48.03', 'Sở Tư pháp', 'department'),
  organisation('H48.07', 'Sở Xây dựng', 'department'),
  organisation('H48.12', 'Sở Nông nghiệp và Môi trường', 'department'),
  organisation('H48.101', 'UBND phường Cẩm Thành', 'commune'),
  organisation('H48.102', 'UBND xã Bình Sơn', 'commune'),
  organisation('H48.103', 'UBND xã Ba Tơ', 'commune'),
  organisation('H48.104', 'UBND đặc khu Lý Sơn', 'commune'),
  organisation('H48.201', 'UBND phường Kon Tum', 'commune'),
  organisation('H48.202', 'UBND xã Đăk Hà', 'commune'),
  organisation('H48.203', 'UBND xã Măng Đen', 'commune'),
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
  inMinistrySystem: [{ organisation: 'H48.03', count: 6 }],
  inBothSystems: [{ organisation: 'H48.03', count: 3 }],
  from: KON_TUM.movedOn,
  to: '2026-11-30',
}

/**
 * The reporting year 2026 of Quảng Ngãi, which took in Kon Tum: two levels of government and exactly `dossiers` dossiers (400
 * unless said). Until the middle of the year units of Kon Tum received theirs in its own system, under its codes.
 */
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
  return withFormerProvince(withFactsOf2026(world), KON_TUM)
}
