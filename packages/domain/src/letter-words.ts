import { z } from 'zod'
import { LegalDocument } from './legal-document.ts'

const Line = z.string().trim().min(1).max(300)

/** A document on which a report rests, cited in full: a place that is not filled would be filled by nobody. */
export const Instruction = LegalDocument.pick({ type: true, number: true }).extend({
  date: LegalDocument.shape.date.unwrap().describe('Day of issue / Ngày ban hành'),
  issuer: Line.describe('Who issued it / Cơ quan ban hành'),
  subject: z.string().trim().min(1).max(1000).describe('What it is about / Trích yếu'),
})
export type Instruction = z.output<typeof Instruction>

/** An agency's own words in its letters (NĐ 30/2020/NĐ-CP); what is absent is deduced from its name, or a dotted blank. */
export const LetterWords = z.object({
  symbol: z
    .string()
    .regex(/^[\p{L}\d]+(?:[-.&][\p{L}\d]+)*$/u)
    .max(40)
    .optional()
    .describe('Symbol behind the number: BC-UBND / Ký hiệu sau số văn bản: BC-UBND'),
  place: Line.optional().describe('Before the day of issue / Địa danh ghi trước ngày ban hành'),
  offices: z
    .array(Line)
    .min(1)
    .max(4)
    .optional()
    .describe(
      'Capacity and office of the signer, one a line: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH / Quyền hạn, chức vụ của người ký, mỗi phần tử một dòng',
    ),
  signer: Line.optional().describe('Name of the signer / Họ và tên người ký'),
  recipients: z
    .array(Line)
    .min(1)
    .max(20)
    .optional()
    .describe('Under “Nơi nhận”, one a line / Nơi nhận, mỗi phần tử một dòng'),
  archive: Line.optional().describe('Behind “Lưu:” / Nội dung sau “Lưu:”: VT, KSTT'),
})
export type LetterWords = z.output<typeof LetterWords>

/** What is said around a report: its agency's words, the instructions that it rests on, and whether an annex tells its sources. */
export const ReportLetter = LetterWords.extend({
  instructions: z.array(Instruction).optional(),
  sourcesAnnex: z.boolean().optional(),
})
export type ReportLetter = z.output<typeof ReportLetter>
