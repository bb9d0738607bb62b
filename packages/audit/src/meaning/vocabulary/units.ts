import { anyOf, entire, prefix, suffix, type Words } from './words.ts'

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
  '(?:trieu|ty|ti) dong': 'Triệu đồng',
  dong: 'Đồng',
})

/** A unit that makes a rate. */
export const PERCENT_UNIT = entire({
  '%': '%',
  'ty le': 'Tỷ lệ',
  'phan tram': 'Phần trăm',
  'ty le %': 'Tỷ lệ %',
  'ty le phan tram': 'Tỷ lệ phần trăm',
})

export const MONEY = suffix({ dong: 'Triệu đồng, 1.000 đồng' })
/** A unit of a thousand million đồng. */
export const BILLIONS = prefix({ 'ty dong': 'Tỷ đồng' })
export const BILLIONS_ALONE = entire({ 'ty(?: dong)?': 'Tỷ đồng, Tỷ' })
/** A unit of a million đồng and nothing else. */
export const MILLIONS_ALONE = entire({ 'trieu(?: dong)?': 'Triệu đồng, Triệu' })

/** A unit in brackets at the end of a label: `(ĐVT: người)`. */
const UNIT_TITLES: Words = { đvt: 'ĐVT: người', 'đơn vị(?: tính)?': 'Đơn vị tính: người' }
/** The unit that a label holds. */
export const UNIT_IN_LABEL = new RegExp(
  `\\((?:${anyOf(UNIT_TITLES)})?\\s*:?\\s*([^()]{1,20})\\)[\\s.:;]*$`,
  'iu',
)
