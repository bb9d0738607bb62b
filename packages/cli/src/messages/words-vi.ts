/** What the help puts between brackets, in Vietnamese. */
const WORDS: Readonly<Record<string, string>> = {
  options: 'tùy chọn',
  command: 'lệnh',
  account: 'tài khoản',
  address: 'địa chỉ',
  code: 'mã',
  column: 'cột',
  count: 'số lượng',
  day: 'ngày',
  field: 'lĩnh vực',
  file: 'tệp',
  folder: 'thư mục',
  place: 'nơi ghi',
  format: 'dạng',
  formats: 'các dạng',
  groups: 'cách chia',
  host: 'máy chủ',
  id: 'mã',
  ids: 'các mã',
  instant: 'thời điểm',
  language: 'ngôn ngữ',
  level: 'cấp',
  name: 'tên',
  number: 'số',
  period: 'kỳ',
  port: 'cổng mạng',
  text: 'nội dung',
  rate: 'tỷ lệ',
  year: 'năm',
  CHANNEL: 'KÊNH',
  FILE: 'TỆP',
  ID: 'MÃ',
  INDICATOR: 'CHỈ TIÊU',
  PERIOD: 'KỲ',
  SOURCE: 'NGUỒN',
  TEMPLATE: 'BIỂU MẪU',
  VALUE: 'GIÁ TRỊ',
  YEAR: 'NĂM',
}

export function wordVi(name: string): string {
  return WORDS[name] ?? name
}

/** The parser writes what may be chosen, and what is chosen unless told, behind a description. */
export function choicesVi(description: string): string {
  return description.replace(/([(,] ?)(choices|default): /g, (_, before: string, word: string) =>
    word === 'choices' ? `${before}chọn: ` : `${before}mặc định: `,
  )
}

/** Levels of organisations and procedures. */
export const levelsVi: Readonly<Record<string, string>> = {
  central: 'trung ương',
  province: 'tỉnh',
  department: 'sở, ban, ngành',
  district: 'huyện',
  commune: 'xã',
  unit: 'đơn vị trực thuộc',
}

/** Levels at which a procedure is offered online. */
export const serviceLevelsVi: Readonly<Record<string, string>> = {
  information: 'cung cấp thông tin',
  partial: 'một phần',
  full: 'toàn trình',
}

/** Periods that a form is made for, and who makes it. */
export const formsVi = {
  periods: {
    week: 'tuần',
    month: 'tháng',
    quarter: 'quý',
    half: '6 tháng',
    nine_months: '9 tháng',
    year: 'năm',
  },
  anyone: 'mọi đơn vị',
  notKnown: 'chưa rõ',
  notVerified: 'chưa đối chiếu với văn bản',
  verified: (document: string, day: string) => `${document}, ngày ${day}`,
}
