import {
  Instruction,
  LetterWords,
  type OrganisationCode,
  parentOrganisationCode,
  type ReportLetter,
} from '@cchc/domain'
import { z } from 'zod'

const Words = LetterWords.extend({
  instructions: z
    .array(
      Instruction.extend({
        forms: z
          .array(z.string().min(1).max(80))
          .min(1)
          .optional()
          .describe('Ids of the forms it is about; all unless named / Mã biểu mẫu áp dụng'),
      }),
    )
    .max(10)
    .optional()
    .describe('Documents that reports cite / Văn bản chỉ đạo mà báo cáo viện dẫn'),
  sourcesAnnex: z
    .boolean()
    .optional()
    .describe(
      'An appendix tells rule, state of the data and sources / In thêm phụ lục về quy tắc đếm, thời điểm dữ liệu và nguồn',
    ),
})
type Words = z.output<typeof Words>

/** What an organisation writes in its letters, and what those below it write unless they say otherwise. */
export const LetterSettings = Words.extend({
  below: Words.optional().describe(
    'For every organisation below it that says nothing itself / Cho mọi đơn vị cấp dưới không nêu riêng',
  ),
})
export type LetterSettings = z.output<typeof LetterSettings>

/** The words of an organisation for a form: its own, then `below` of whoever stands above it, the nearest first. */
export function letterOf(
  letters: Readonly<Record<OrganisationCode, LetterSettings>>,
  {
    organisation,
    template,
  }: { readonly organisation: OrganisationCode; readonly template: string },
): ReportLetter | undefined {
  const { below: _, ...own } = letters[organisation] ?? {}
  const inherited = organisationsAbove(organisation).flatMap((code) => letters[code]?.below ?? [])
  const words: Words = Object.assign({}, ...inherited, own)
  if (Object.keys(words).length === 0) return undefined
  const { instructions, ...rest } = words
  const cited = instructions?.filter(({ forms }) => forms?.includes(template) ?? true)
  return { ...rest, ...(cited && { instructions: cited.map(({ forms: _forms, ...one }) => one) }) }
}

/** The highest first. */
function organisationsAbove(code: OrganisationCode): readonly OrganisationCode[] {
  const parent = parentOrganisationCode(code)
  return parent === undefined ? [] : [...organisationsAbove(parent), parent]
}
