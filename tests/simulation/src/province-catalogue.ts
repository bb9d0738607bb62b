import type {
  SimulatedField,
  SimulatedOrganisation,
  SimulatedProcedure,
  World,
} from '@cchc/portals'

type Level = SimulatedOrganisation['level']

const organisation = (code: string, name: string, level: Level): SimulatedOrganisation => ({
  code,
  oldCode: ['000', '00', '00', 'H99'].with(2, code.split('.')[1] ?? '00').join('.'),
  name,
  level,
  parentCode: code === 'H99' ? null : 'H99',
})

/** A province that is small enough for a year to cost a fraction of a second. */
export const ORGANISATIONS: readonly SimulatedOrganisation[] = [
  organisation('H99', 'UBND tỉnh Thử Nghiệm', 'province'),
  organisation('H99.03', 'Sở Tư pháp', 'department'),
  organisation('H99.07', 'Sở Xây dựng', 'department'),
  organisation('H99.31', 'UBND xã Đông Bình', 'commune'),
]

/** Those that receive dossiers. */
export const OFFICES = ORGANISATIONS.filter(({ level }) => level !== 'province')

export const FIELDS: readonly SimulatedField[] = [
  { code: 'G15-LLTP', name: 'Lý lịch tư pháp' },
  { code: 'G17-XD', name: 'Hoạt động xây dựng' },
]

/** The procedure of a number; the same number is always the same one. */
export function procedureOf(number: number): SimulatedProcedure {
  const field = FIELDS[number % FIELDS.length] ?? { code: '', name: '' }
  return {
    code: `1.${String(100_001 + number * 3)}`,
    name: `Cấp giấy phép loại ${number}`,
    fieldCode: field.code,
    fieldName: field.name,
    level: number % 3 === 0 ? 'commune' : 'province',
    feeAmount: number % 2 === 0 ? 0 : 50_000,
    onlinePayment: number % 4 === 0,
    services: OFFICES.map(({ oldCode, name }, index) => ({
      organisationCode: oldCode,
      organisationName: name,
      level: [2, 3, 4].at((number + index) % 3) as 2 | 3 | 4,
    })),
    publishedNationally: true,
  }
}

const NOTHING = { carriedOver: 0, received: 0, online: 0, resolved: 0, onTime: 0, pending: 0 }

/** No total of this world was ever published. */
export const NO_TOTALS: World['totals'] = {
  from: '2024-12-15',
  to: '2025-12-14',
  byLevel: { department: NOTHING, district: NOTHING, commune: NOTHING },
}
