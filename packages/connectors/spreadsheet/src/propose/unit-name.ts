/** An area with or without its committee: `UBND XÃ NHÂN CƠ`, `Xã Nhân Cơ`. */
const COMMITTEE =
  /^(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+(.+)$/iu

/** Departments of provinces as they are written; longer names before those that they begin with. */
const DEPARTMENTS = [
  ...[
    'Nông nghiệp và Phát triển nông thôn',
    'Nông nghiệp và Môi trường',
    'Tài nguyên và Môi trường',
  ],
  ...['Văn hóa, Thể thao và Du lịch', 'Giáo dục và Đào tạo', 'Khoa học và Công nghệ'],
  ...['Lao động - Thương binh và Xã hội', 'Thông tin và Truyền thông', 'Kế hoạch và Đầu tư'],
  ...['Dân tộc và Tôn giáo', 'Giao thông vận tải', 'Công Thương', 'Tài chính', 'Xây dựng'],
  ...['Tư pháp', 'Nội vụ', 'Ngoại vụ', 'Du lịch', 'Y tế'],
]

/** The name of a unit as it is written in sentences: of one in capitals, and of an area the committee. */
export function unitName(written: string): string {
  const name = written.normalize('NFC').replace(/\s+/g, ' ').trim()
  const [, kind, area] = COMMITTEE.exec(name) ?? []
  if (kind !== undefined && area !== undefined)
    return `UBND ${kind.toLocaleLowerCase('vi')} ${isCapitals(area) ? capitalised(area) : area}`
  return isCapitals(name) ? departmentName(name) : name
}

function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase('vi')
}

function departmentName(name: string): string {
  const found = DEPARTMENTS.find((one) => {
    return name.startsWith(`SỞ ${one.toLocaleUpperCase('vi')}`)
  })
  if (found === undefined) return name
  const rest = name.slice('SỞ '.length + found.length).trim()
  const [, kind, area] = /^(TỈNH|THÀNH PHỐ) (.+)$/u.exec(rest) ?? []
  if (rest !== '' && kind === undefined) return name
  return kind && area
    ? `Sở ${found} ${kind.toLocaleLowerCase('vi')} ${capitalised(area)}`
    : `Sở ${found}`
}

function capitalised(words: string): string {
  return words.toLocaleLowerCase('vi').replace(/(^|[\s-])(\p{L})/gu, (letter) => {
    return letter.toLocaleUpperCase('vi')
  })
}
