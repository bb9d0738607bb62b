import { anyOf, entire, prefix, type Words } from './words.ts'

/** What is counted, as unit columns name it. */
const COUNTED_THINGS: Words = {
  'ho so': 'Hồ sơ',
  'thu tuc': 'Thủ tục',
  tthc: 'TTHC',
  'van ban': 'Văn bản',
  nguoi: 'Người',
  'nhiem vu': 'Nhiệm vụ',
  'don vi': 'Đơn vị',
  'van de': 'Vấn đề',
  pakn: 'PAKN',
  'quyet dinh': 'Quyết định',
  'quy trinh': 'Quy trình',
  email: 'Email',
  'tin nhan': 'Tin nhắn',
  ban: 'Bản',
  'to chuc': 'Tổ chức',
  phong: 'Phòng',
  dvc: 'DVC',
  'so luong': 'Số lượng',
  'cong/trang': 'Cổng/Trang',
  'ke hoach': 'Kế hoạch',
  thang: 'Tháng',
}

/** Units of counts that stand in a figure column for what they say, and not as a unit put there by mistake. */
const SAYING_MORE: Words = {
  'co quan': 'Cơ quan',
  'phan anh': 'Phản ánh',
  phieu: 'Phiếu',
  'dich vu': 'Dịch vụ',
  'chung thu': 'Chứng thư số',
  cuoc: 'Cuộc',
  lop: 'Lớp',
  luot: 'Lượt',
}

/** A unit that begins with what is counted: `Hồ sơ TTHC`. */
export const COUNTED_UNIT = prefix({ ...COUNTED_THINGS, ...SAYING_MORE })

/** The name of a unit and nothing else. */
export const UNIT_NAME = entire({
  ...COUNTED_THINGS,
  'co quan, don vi': 'Cơ quan, đơn vị',
})

/** A unit that makes a rate. */
export const PERCENT_UNIT = entire({
  '%': '%',
  'ty le': 'Tỷ lệ',
  'phan tram': 'Phần trăm',
  'ty le %': 'Tỷ lệ %',
  'ty le phan tram': 'Tỷ lệ phần trăm',
})

/** A unit of money, by its name and in every way that forms write it, folded. */
export interface MoneyUnit {
  readonly name: string
  readonly written: RegExp
}

const DONG = '[ .]*(?:dong|d|vnd)'

function money(words: Words): RegExp {
  return new RegExp(`^\\(?(?:${anyOf(words)})(?: viet nam| vn)?[.)]*(?:\\s*[/(,;].*)?$`)
}

/** Units of money, each a thousand of the next. */
export const MONEY_UNITS: readonly MoneyUnit[] = [
  { name: 'tỷ đồng', written: money({ [`t[yi](?:${DONG})?`]: 'Tỷ đồng, Tỉ đồng, Tỷ' }) },
  {
    name: 'triệu đồng',
    written: money({ [`trieu(?:${DONG})?`]: 'Triệu đồng, Triệu', [`tr${DONG}`]: 'Tr.đ, trđ' }),
  },
  {
    name: 'nghìn đồng',
    written: money({
      [`(?:nghin|ngan)${DONG}`]: 'Nghìn đồng, ngàn đồng',
      [`1[., ]?000${DONG}`]: '1.000 đồng',
    }),
  },
  { name: 'đồng', written: money({ dong: 'Đồng', vnd: 'VNĐ' }) },
]

/** Units that count thousands or millions of things, with their tones. */
export const THOUSANDS_OF: readonly { readonly says: RegExp; readonly factor: number }[] = [
  { says: /^\s*(?:nghìn|ngàn|1[.,]?000)\s+(?=\p{L})/iu, factor: 1000 },
  { says: /^\s*triệu\s+(?=\p{L})/iu, factor: 1_000_000 },
]

/** A unit in brackets at the end of a label: `(ĐVT: người)`. */
const UNIT_TITLES: Words = { đvt: 'ĐVT: người', 'đơn vị(?: tính)?': 'Đơn vị tính: người' }
/** The unit that a label holds. */
export const UNIT_IN_LABEL = new RegExp(
  `\\((?:${anyOf(UNIT_TITLES)})?\\s*:?\\s*([^()]{1,20})\\)[\\s.:;]*$`,
  'iu',
)
