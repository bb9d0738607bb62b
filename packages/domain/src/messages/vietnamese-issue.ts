import { z } from 'zod'
import { isEmptyText } from './english-issue.ts'

const TYPES: Readonly<Record<string, string>> = {
  string: 'chuỗi ký tự',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  date: 'ngày',
  array: 'danh sách',
  tuple: 'danh sách có số phần tử định sẵn',
  record: 'bảng tên và giá trị',
  object: 'nhóm các mục (tên: giá trị)',
  null: 'giá trị rỗng (null)',
  nan: 'giá trị không phải là số',
}
const UNITS: Readonly<Record<string, string>> = { string: 'ký tự', array: 'phần tử' }
const FORMATS: Readonly<Record<string, string>> = {
  date: 'ngày, chẳng hạn 2023-09-30',
  datetime: 'thời điểm, chẳng hạn 2023-09-30T08:30:00Z',
  url: 'địa chỉ URL',
}

/** What zod says of a refused value, in the words of an office; in its own Vietnamese where that is rare. */
export function vietnameseIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input)
    case 'invalid_value':
      return `giá trị không hợp lệ: phải là ${issue.values.length > 1 ? 'một trong ' : ''}${z.core.util.joinValues(issue.values, '|')}`
    case 'too_small':
      if (isEmptyText(issue)) return 'không được để trống'
      return outside(issue, { value: issue.minimum, way: 'nhỏ', than: 'lớn hơn', most: 'ít nhất' })
    case 'too_big':
      return outside(issue, {
        value: issue.maximum,
        way: 'lớn',
        than: 'nhỏ hơn',
        most: 'nhiều nhất',
      })
    case 'invalid_format':
      return issue.format in FORMATS ? `không đúng dạng ${FORMATS[issue.format]}` : ownWords(issue)
    default:
      return ownWords(issue)
  }
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return `thiếu giá trị: cần ${typeName(expected)}`
  if (Number.isNaN(input)) return `giá trị không hợp lệ: cần ${typeName(expected)}`
  const received = typeName(z.core.util.parsedType(input))
  return `giá trị không hợp lệ: cần ${typeName(expected)}, nhưng nhận được ${received}`
}

function typeName(type: string): string {
  return TYPES[type.toLowerCase()] ?? type
}

interface Limit {
  readonly value: number | bigint
  readonly way: string
  readonly than: string
  readonly most: string
}

function outside(
  { origin, inclusive }: { readonly origin: string; readonly inclusive?: boolean | undefined },
  { value, way, than, most }: Limit,
): string {
  const unit = UNITS[origin]
  if (unit) return `quá ${way === 'nhỏ' ? 'ngắn' : 'dài'}: phải có ${most} ${value} ${unit}`
  return `quá ${way}: phải ${than} ${inclusive ? 'hoặc bằng ' : ''}${value}`
}

const { localeError } = z.locales.vi()

function ownWords(issue: z.core.$ZodRawIssue): string {
  const words = localeError(issue)
  return (typeof words === 'string' ? words : words?.message) ?? 'giá trị không hợp lệ'
}
