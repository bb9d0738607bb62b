import { organisation } from './small.ts'
import type { FormerProvince, FormerUnit } from './world.ts'

const CODE = 'H34'

function unit(
  number: string,
  name: string,
  { level, successor }: Pick<FormerUnit, 'level' | 'successor'>,
): FormerUnit {
  const { weight: _, ...own } = organisation(number ? `${CODE}.${number}` : CODE, name, level)
  return { ...own, successor }
}

const department = (number: string, name: string) =>
  unit(number, `${name} tỉnh Kon Tum`, { level: 'department', successor: `H48.${number}` })
const commune = (number: string, name: string, successor: string) =>
  unit(number, name, { level: 'commune', successor })

/** What became part of Quảng Ngãi on 01/7/2025 (NQ 202/2025/QH15); its system went on for a year. Codes of communes are made up. */
export const KON_TUM: FormerProvince = {
  name: 'Kon Tum',
  code: CODE,
  mergedOn: '2025-07-01',
  movedOn: '2026-07-01',
  units: [
    unit('', 'UBND tỉnh Kon Tum', { level: 'province', successor: 'H48' }),
    department('03', 'Sở Tư pháp'),
    department('07', 'Sở Xây dựng'),
    department('12', 'Sở Nông nghiệp và Môi trường'),
    commune('21', 'UBND phường Quyết Thắng', 'H48.201'),
    commune('22', 'UBND phường Thắng Lợi', 'H48.201'),
    commune('31', 'UBND thị trấn Đăk Hà', 'H48.202'),
    commune('32', 'UBND xã Hà Mòn', 'H48.202'),
    commune('41', 'UBND thị trấn Măng Đen', 'H48.203'),
  ],
}
