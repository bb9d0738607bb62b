import { z } from 'zod'
import { Day } from './time.ts'
import { printDay, printLongDay } from './vietnamese/date.ts'

/** A cited legal or administrative document (văn bản): type, number and symbol, date of issue; who issued it, about what. */
export const LegalDocument = z.object({
  type: z.string().min(1).max(60),
  number: z.string().min(1).max(60),
  date: Day.nullable(),
  /** As it stands in a citation: `Bộ Nội vụ`; absent = not known. */
  issuer: z.string().min(1).max(200).optional(),
  /** Trích yếu, as it goes on behind the issuer: `quy định …`, `về việc …`; absent = not known. */
  subject: z.string().min(1).max(1000).optional(),
  /** Code of the province whose own document it is, and in whose reports alone it is cited; absent = of the country. */
  province: z
    .string()
    .regex(/^[A-Z]\d{2}$/)
    .optional(),
})
export type LegalDocument = z.output<typeof LegalDocument>

/** The document in short: "Thông tư số 01/2020/TT-VPCP ngày 21/10/2020". */
export function printLegalDocument({ type, number, date }: LegalDocument): string {
  return `${type} số ${number}${date === null ? '' : ` ngày ${printDay(date)}`}`
}

const BLANK = '……'
const BLANK_DAY = `ngày ${BLANK} tháng ${BLANK} năm ${BLANK}`
const SUBJECT_BEGINS =
  /^(?:về|quy định|ban hành|hướng dẫn|phê duyệt|công bố|triển khai|thực hiện|sửa đổi)\s/iu

/** A citation that a person writes by hand. */
export const BLANK_CITATION = `${BLANK} số ${BLANK} ${BLANK_DAY} của ${BLANK} về ${BLANK}`

/** The document as a letter cites it, with date, issuer and subject; what is not known of these is a dotted blank. */
export function printCitation(document: LegalDocument): string {
  const { type, number, date, issuer = BLANK, subject } = document
  const day = date === null ? BLANK_DAY : printLongDay(date)
  return `${type} số ${number} ${day} của ${issuer} ${aboutOf(subject)}`
}

function aboutOf(subject: string | undefined): string {
  if (subject === undefined) return `về ${BLANK}`
  const text = subject.replace(/^V\/v\s+/iu, 'về việc ')
  const begun = text.replace(/^./u, (first) => first.toLocaleLowerCase('vi'))
  return SUBJECT_BEGINS.test(begun) ? begun : `về việc ${begun}`
}
