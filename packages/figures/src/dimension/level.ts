import { OrganisationLevel } from '@cchc/domain'
import { defineDimension, type UNKNOWN } from './define-dimension.ts'

/** Levels in the words of Form II.06. */
export const LEVEL_NAMES: Readonly<Record<OrganisationLevel | typeof UNKNOWN, string>> = {
  central: 'Cơ quan trung ương',
  province: 'UBND cấp tỉnh',
  department: 'Sở, ban, ngành',
  district: 'UBND cấp huyện',
  commune: 'UBND cấp xã',
  unit: 'Đơn vị khác',
  unknown: 'Chưa xác định cấp',
}

/** The level of the organisation that holds the dossier; a unit is at that of the organisation above it. */
export const level = defineDimension({
  id: 'level',
  name: 'Cấp',
  inLedger: true,
  stated: 'unit',
  order: OrganisationLevel.options,
  codeOf: (subject, { organisations }) => organisations.describe(subject.organisation).level,
  nameOf: (code) => LEVEL_NAMES[code as OrganisationLevel],
})
