import { anyOf, entire, prefix, type Words } from './words.ts'

/** Words for zero in a cell. */
const ZEROS: Words = { khong: 'Không', 'khong co': 'Không có', 'chua co': 'Chưa có', chua: 'Chưa' }
/** A cell that says zero in words. */
export const ZERO = new RegExp(`^(?:${anyOf(ZEROS)})\\.?$`)

/** Words that are entered for none. */
export const NONE_ENTERED = entire({
  khong: 'Không',
  'khong co': 'Không có',
  'khong phat sinh': 'Không phát sinh',
})

/** What is no figure because there is nothing to count. */
export const NO_FIGURE = prefix({
  'khong ap dung': 'Không áp dụng',
  'khong thuoc': 'Không thuộc chuyên môn',
  'khong phat sinh': 'Không phát sinh hồ sơ',
  'khong tinh': 'Không tính',
})
/** Of these, what may also mean zero. */
export const NONE_AROSE = prefix({ 'khong phat sinh': 'Không phát sinh hồ sơ' })

/** Words behind a figure that make it larger: `5,65 ngàn`. */
export const MAGNITUDES: readonly { readonly says: RegExp; readonly factor: number }[] = [
  { says: /^(nghin|ngan)\b/, factor: 1000 },
  { says: /^(trieu|tr)\b/, factor: 1_000_000 },
  { says: /^ty\b/, factor: 1_000_000_000 },
]

/** What may stand before a figure with words behind it. */
export const BEFORE_FIGURE: Words = {
  dat: 'đạt 15 nhiệm vụ',
  la: 'là 15 người',
  co: 'có 15 người',
  khoang: 'khoảng 15 người',
  tren: 'trên 15 người',
  hon: 'hơn 15 người',
  gan: 'gần 15 người',
  'xap xi': 'xấp xỉ 15 người',
}

/** What stands between a quotient and its percentage: `3/3 phòng, đạt 100%`. */
export const MAKES_PERCENT: Words = {
  đạt: '3/3 phòng, đạt 100%',
  'tỷ lệ': '3/3 phòng, tỷ lệ 100%',
  'tỉ lệ': 'the other spelling',
  chiếm: '1/4 hồ sơ, chiếm 25%',
}

/** Words that keep a figure of a text from being exact, by the side on which the exact one is. */
export const ROUNDED: Readonly<Record<'above' | 'below' | 'around', Words>> = {
  above: { trên: 'trên 12.000 hồ sơ', hơn: 'hơn 12.000 hồ sơ' },
  below: { gần: 'gần 12.000 hồ sơ', dưới: 'dưới 12.000 hồ sơ' },
  around: { khoảng: 'khoảng 12.000 hồ sơ', 'xấp xỉ': 'xấp xỉ 12.000 hồ sơ' },
}
