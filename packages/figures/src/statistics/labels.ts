import type { Channel, OrganisationLevel, ServiceLevel } from '@cchc/domain'

/** Code of the group of those for which the source states nothing. */
export const UNKNOWN = 'unknown'

/** Levels in the order and words of Form II.06. */
export const LEVEL_NAMES: Readonly<Record<OrganisationLevel | typeof UNKNOWN, string>> = {
  central: 'Cơ quan trung ương',
  province: 'UBND cấp tỉnh',
  department: 'Sở, ban, ngành',
  district: 'UBND cấp huyện',
  commune: 'UBND cấp xã',
  unit: 'Đơn vị khác',
  unknown: 'Chưa xác định cấp',
}

/** Levels of procedures in the words of Form II.07b. */
export const PROCEDURE_LEVEL_NAMES: Readonly<
  Record<'province' | 'district' | 'commune' | typeof UNKNOWN, string>
> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  unknown: 'Chưa xác định cấp',
}

/** Channels in the words of Form II.06. */
export const CHANNEL_NAMES: Readonly<Record<Channel | typeof UNKNOWN, string>> = {
  online: 'Trực tuyến',
  direct: 'Trực tiếp',
  postal: 'Dịch vụ bưu chính',
  unknown: 'Không rõ hình thức',
}

/** Service levels with their names before and after NĐ 42/2022. */
export const SERVICE_LEVEL_NAMES: Readonly<Record<ServiceLevel | 'none' | typeof UNKNOWN, string>> =
  {
    information: 'Cung cấp thông tin (mức độ 1, 2)',
    partial: 'Một phần (mức độ 3)',
    full: 'Toàn trình (mức độ 4)',
    none: 'Không cung cấp trực tuyến',
    unknown: 'Chưa xác định mức độ',
  }
