import type { Words } from './words.ts'
import { anyOf, entire, leading, letters, prefix, toned, tonedLabel, within } from './words.ts'

const TOTALS: Words = { tong: 'Tổng số hồ sơ, Tổng cộng' }
const NUMBERS: Words = { so: 'Số hồ sơ' }
const RATES: Words = { 'ty le': 'Tỷ lệ hồ sơ đúng hạn' }

/** What counts all that there is. */
export const TOTAL = leading(TOTALS)
/** The same where no space follows: `Tổngsố`. */
export const TOTAL_LETTERS = prefix(TOTALS)
/** A total of things, and not of money. */
export const TOTAL_NUMBER = prefix({ 'tong so': 'Tổng số hồ sơ; not Tổng kinh phí' })
const WHOLE_PLACE =
  '(toan|ca) (tinh|thanh pho|huyen|quan|thi xa|xa|phuong|nganh|dia ban|so|co quan|don vi|vung|nuoc)'
/** A row of totals without a subject of its own. */
export const TOTAL_ALONE = entire({
  'tong( so| cong| chung| hop)?': 'Tổng, Tổng số, Tổng cộng, Tổng chung',
  'cong( chung)?': 'Cộng',
  [WHOLE_PLACE]: 'Toàn tỉnh',
  [`(tong( so| cong)?|cong|chung) ${WHOLE_PLACE}`]: 'Tổng cộng toàn tỉnh, Chung toàn tỉnh',
})
/** What the name of a row of totals begins with, whatever it says of its parts. */
export const TOTAL_OR_SO = leading({
  tong: 'Tổng các sở, ngành',
  cong: 'Cộng (I + II)',
  chung: 'Chung các xã',
  '(toan|ca) (tinh|nganh|dia ban)': 'Toàn tỉnh năm 2025',
})

export const COUNT = leading({ ...NUMBERS, ...TOTALS })
export const COUNT_OR_RATE = leading({ ...NUMBERS, ...TOTALS, ...RATES })
export const RATE = leading(RATES)
/** The same with what is counted behind it. */
export const COUNT_OF = prefix({ 'tong so ': 'Tổng số hồ sơ', 'so ': 'Số hồ sơ' })
/** What can only be a count, whatever its unit. */
export const QUANTITY_OF = prefix({ 'tong so ': 'Tổng số hồ sơ', 'so luong ': 'Số, lượng hồ sơ' })
export const NUMBER_OF = prefix({ 'so ': 'Số hồ sơ' })
/** A rate with what it measures behind it. */
export const RATE_OF = prefix({ 'ty le ': 'Tỷ lệ hồ sơ đúng hạn' })

/** `Số hồ sơ`, `Số hóa đơn`; but `Số hóa hồ sơ` makes digital. */
const TONED_NUMBERS: Words = { 'số\\s(?!\\s*h(?:óa|oá)(?!\\p{L}|\\s+đơn))': 'Số hồ sơ' }
/** With their tones: `Số …` counts, `Sở …` is an agency. */
export const TONED_COUNT = tonedLabel({ 'tổng\\s': 'Tổng số hồ sơ', ...TONED_NUMBERS })
/** A count with its tones, also below a bullet. */
export const TONED_NUMBER = tonedLabel({ 'tổng\\s+số\\s': 'Tổng số hồ sơ', ...TONED_NUMBERS })
/** A rate with its tones, also below a bullet. */
export const TONED_RATE = tonedLabel({ '(?:tỷ|tỉ)\\s+lệ(?:\\s|$)': 'Tỷ lệ hồ sơ đúng hạn' })

/** What says that figures are shares. */
export const SHARE = toned({ 'tỷ lệ': 'Tỷ lệ', 'tỉ lệ': 'the other spelling', '%': 'Đúng hạn (%)' })
export const FOLDED_SHARE = letters({ 'ty le': 'Tỷ lệ', 'phan tram': 'Số phần trăm' })
/** A unit of % in a label. */
export const PERCENT_IN_LABEL = toned({
  '\\(\\s*%\\s*\\)': 'Đúng hạn (%)',
  '(?:tỷ|tỉ) lệ (?:%|phần trăm)': 'Tỷ lệ % đúng hạn',
})

/** Columns whose figures nobody adds up. */
export const NOT_ADDED = letters({
  diem: 'Điểm đạt được',
  '\\bxep\\b|thu hang|hang': 'Xếp hạng',
  'binh quan|trung binh': 'Bình quân',
  'thoi gian|so ngay': 'Thời gian giải quyết',
  'chi so|he so': 'Chỉ số',
  '\\bnam (sinh|ban hanh|thanh lap)': 'Năm ban hành',
})

/** What announces parts of what stands above. */
const ANNOUNCING: Words = { 'trong đó': 'Trong đó: trực tuyến' }
/** A label or code that announces parts. */
export const ANNOUNCED = new RegExp(`^\\s*(?:${anyOf(ANNOUNCING)})`, 'iu')
/** A label that announces parts at its end too. */
export const ANNOUNCES = toned(ANNOUNCING)
/** Numbering and bullets before the words of a label. */
export const NUMBERING = new RegExp(
  `^(?:[-–+*•]|\\(?[a-zđ]\\)|\\d+(?:\\.\\d+)*[.)](?=\\s)|(?:${anyOf(ANNOUNCING)})\\s*:?)\\s*`,
  'u',
)
/** An announcement at the end of a folded label. */
export const FOLDED_ANNOUNCEMENT = /[.;:,\s]*trong do[.;:,\s]*$/

/** What heads a table of its own. */
const TABLES: Words = { biểu: 'Biểu 2', 'phụ lục': 'Phụ lục II', phần: 'Phần III', bảng: 'Bảng 1' }
/** A row of words alone that begins a table. */
export const TABLE_HEAD = new RegExp(`^(?:${anyOf(TABLES)})(?:\\s|$)`, 'iu')

/** Words in which a label may differ from another one of the same things. */
const UNSAYING: Words = {
  so: 'Số hồ sơ; and hồ sơ itself, with ho',
  ho: 'hồ sơ',
  tong: 'Tổng số',
  da: 'đã giải quyết',
  duoc: 'được giao',
  cac: 'các hồ sơ',
  tthc: 'hồ sơ TTHC',
}
/** Words that need not be said again of a part. */
export const UNSAID = entire({ ...UNSAYING, xong: 'giải quyết xong' })
/** Words that a rate has without speaking of one count. */
export const COMMON = entire({
  ...UNSAYING,
  tai: 'tại Bộ phận Một cửa',
  cua: 'của Sở',
  trong: 'trong kỳ',
  ty: 'Tỷ lệ',
  le: 'Tỷ lệ',
  nam: 'trong năm',
  nop: 'nộp trực tuyến',
})
/** Words that a count may have beyond its rate. */
export const LITTLE_SAID = entire({ so: 'Số', da: 'đã', duoc: 'được', cac: 'các' })

/** Averages and times have fractions. */
export const MEASURED = within({
  'binh quan': 'Số hồ sơ bình quân một ngày',
  'trung binh': 'Điểm trung bình',
  'thoi gian': 'Thời gian giải quyết',
  'thoi han': 'Thời hạn giải quyết',
})
