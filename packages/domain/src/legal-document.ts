import { z } from 'zod'
import { Day } from './time.ts'

/** A cited legal or administrative document (văn bản): type, number and symbol, date of issue. */
export const LegalDocument = z.object({
  type: z.string().min(1).max(60),
  number: z.string().min(1).max(60),
  date: Day.nullable(),
})
export type LegalDocument = z.output<typeof LegalDocument>
