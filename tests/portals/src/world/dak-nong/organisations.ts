import { oldOrganisationCode } from '@cchc/domain'
import type { PlannedOrganisation } from '../plan.ts'
import type { SimulatedOrganisation } from '../world.ts'

export const PROVINCE = 'H16'

/** Departments and agencies under central management: second segment of the code, name, share of the work. */
const DEPARTMENTS: readonly (readonly [string, string, number])[] = [
  ['01', 'Văn phòng UBND tỉnh', 0.2],
  ['02', 'Ban Quản lý các khu công nghiệp', 0.5],
  ['03', 'Sở Công Thương', 7],
  ['04', 'Sở Giáo dục và Đào tạo', 2],
  ['05', 'Sở Giao thông vận tải', 16],
  ['06', 'Sở Kế hoạch và Đầu tư', 5],
  ['07', 'Sở Khoa học và Công nghệ', 0.6],
  ['08', 'Sở Lao động - Thương binh và Xã hội', 9],
  ['10', 'Sở Nội vụ', 1.5],
  ['11', 'Sở Nông nghiệp và Phát triển nông thôn', 4],
  ['12', 'Sở Tài chính', 1],
  ['13', 'Sở Tài nguyên và Môi trường', 18],
  ['14', 'Sở Thông tin và Truyền thông', 0.8],
  ['15', 'Sở Tư pháp', 11],
  ['16', 'Sở Văn hóa, Thể thao và Du lịch', 1.2],
  ['17', 'Sở Xây dựng', 2],
  ['18', 'Sở Y tế', 4],
  ['19', 'Thanh tra tỉnh', 0.3],
  ['20', 'Ban Dân tộc', 0.2],
  ['21', 'Công an tỉnh', 6],
  ['22', 'Bảo hiểm xã hội tỉnh', 7],
]

/** Districts: second segment, name, share of the work, and their communes (71 in all). */
const DISTRICTS: readonly (readonly [string, string, number, readonly string[]])[] = [
  [
    '51',
    'thành phố Gia Nghĩa',
    1.5,
    [
      'phường Nghĩa Đức',
      'phường Nghĩa Phú',
      'phường Nghĩa Tân',
      'phường Nghĩa Thành',
      'phường Nghĩa Trung',
      'phường Quảng Thành',
      'xã Đắk Nia',
      "xã Đắk R'Moan",
    ],
  ],
  [
    '52',
    'huyện Cư Jút',
    1.1,
    [
      "thị trấn Ea T'Ling",
      'xã Cư Knia',
      "xã Đắk D'rông",
      'xã Đắk Wil',
      'xã Ea Pô',
      'xã Nam Dong',
      'xã Tâm Thắng',
      'xã Trúc Sơn',
    ],
  ],
  [
    '53',
    'huyện Đắk Mil',
    1.3,
    [
      'thị trấn Đắk Mil',
      'xã Đắk Gằn',
      'xã Đắk Lao',
      "xã Đắk N'Drót",
      "xã Đắk R'La",
      'xã Đắk Sắk',
      'xã Đức Mạnh',
      'xã Đức Minh',
      'xã Long Sơn',
      'xã Thuận An',
    ],
  ],
  [
    '54',
    'huyện Krông Nô',
    0.9,
    [
      'thị trấn Đắk Mâm',
      'xã Buôn Choáh',
      'xã Đắk Drô',
      'xã Đắk Nang',
      'xã Đắk Sôr',
      'xã Đức Xuyên',
      'xã Nam Đà',
      'xã Nam Xuân',
      "xã Nâm N'Đir",
      'xã Nâm Nung',
      'xã Quảng Phú',
      'xã Tân Thành',
    ],
  ],
  [
    '55',
    'huyện Đắk Song',
    1,
    [
      'thị trấn Đức An',
      'xã Đắk Hòa',
      'xã Đắk Môl',
      "xã Đắk N'Drung",
      'xã Nam Bình',
      "xã Nâm N'Jang",
      'xã Thuận Hà',
      'xã Thuận Hạnh',
      'xã Trường Xuân',
    ],
  ],
  [
    '56',
    'huyện Đắk Glong',
    0.7,
    [
      'xã Đắk Ha',
      'xã Đắk Plao',
      "xã Đắk R'Măng",
      'xã Đắk Som',
      'xã Quảng Hòa',
      'xã Quảng Khê',
      'xã Quảng Sơn',
    ],
  ],
  [
    '57',
    "huyện Đắk R'Lấp",
    1.2,
    [
      'thị trấn Kiến Đức',
      'xã Đạo Nghĩa',
      'xã Đắk Ru',
      'xã Đắk Sin',
      'xã Đắk Wer',
      'xã Hưng Bình',
      'xã Kiến Thành',
      'xã Nghĩa Thắng',
      'xã Nhân Cơ',
      'xã Nhân Đạo',
      'xã Quảng Tín',
    ],
  ],
  [
    '58',
    'huyện Tuy Đức',
    0.6,
    [
      'xã Đắk Búk So',
      'xã Đắk Ngo',
      "xã Đắk R'Tíh",
      'xã Quảng Tâm',
      'xã Quảng Tân',
      'xã Quảng Trực',
    ],
  ],
]

interface Place {
  readonly code: string
  readonly level: SimulatedOrganisation['level']
  readonly parentCode: string | null
  readonly weight: number
}

function organisation(name: string, place: Place): PlannedOrganisation {
  return { name, oldCode: oldOrganisationCode(place.code) ?? place.code, ...place }
}

function departments(): PlannedOrganisation[] {
  return DEPARTMENTS.map(([segment, name, weight]) =>
    organisation(name, {
      code: `${PROVINCE}.${segment}`,
      level: 'department',
      parentCode: PROVINCE,
      weight,
    }),
  )
}

function districtWithCommunes(district: (typeof DISTRICTS)[number]): PlannedOrganisation[] {
  const [segment, name, weight, communes] = district
  const code = `${PROVINCE}.${segment}`
  return [
    organisation(`UBND ${name}`, { code, level: 'district', parentCode: PROVINCE, weight }),
    ...communes.map((commune, index) =>
      organisation(`UBND ${commune}`, {
        code: `${code}.${String(index + 1).padStart(2, '0')}`,
        level: 'commune',
        parentCode: code,
        weight: (weight * (8 + (index % 5))) / communes.length,
      }),
    ),
  ]
}

/** The province with its departments, districts and communes, as they were in 2022. */
export const ORGANISATIONS: readonly PlannedOrganisation[] = [
  organisation('UBND tỉnh Đắk Nông', {
    code: PROVINCE,
    level: 'province',
    parentCode: null,
    weight: 0,
  }),
  ...departments(),
  ...DISTRICTS.flatMap(districtWithCommunes),
]
