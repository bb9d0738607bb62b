import { z } from 'zod'
import { Day } from './time.ts'
import { printDay } from './vietnamese/date.ts'

/** A cited legal or administrative document (văn bản): type, number and symbol, date of issue. */
export const LegalDocument = z.object({
  type: z.string().min(1).max(60),
  number: z.string().min(1).max(60),
  date: Day.nullable(),
})
export type LegalDocument = z.output<typeof LegalDocument>

/** The document as it is cited: "Thông tư số 01/2020/TT-VPCP ngày 21/10/2020". */
export function printLegalDocument({ type, number, date }: LegalDocument): string {
  return `${type} số ${number}${date === null ? '' : ` ngày ${printDay(date)}`}`
}
