import { IndexAssessment, IndexDomain, indexGap } from '@cchc/domain'
import { z } from 'zod'
import { requireDocument } from '../entered/documents.ts'
import { EnteredDocument } from '../entered/shapes.ts'
import { org, year } from './parts.ts'
import { defineQuestion } from './question.ts'

const Points = z.object({ points: z.number(), max: z.number(), raw: z.string().nullable() })

/** The year of an index; the newest, or what the file says, unless told. */
export const indexYear = year.optional().meta({
  description: 'year such as 2022 (the newest, or what the file says, unless told)',
  vi: 'năm, ví dụ 2022 (mặc định: mới nhất, hoặc theo tệp)',
  placeholder: 'year',
  wrong: { en: 'year such as 2023', vi: 'năm, ví dụ 2023' },
})

/** The result of an administrative-reform index, and what its target asks for. */
export const indexResult = defineQuestion({
  command: 'index show',
  scope: 'figures:read',
  path: '/v1/indexes',
  tag: 'Entered by people',
  about: {
    en: 'domains, lost criteria with who answers for them, and what the target asks for',
    vi: 'điểm các lĩnh vực, tiêu chí mất điểm và đơn vị phụ trách, mục tiêu đòi hỏi gì',
  },
  parameters: z.strictObject({ org, year: indexYear }),
  answer: EnteredDocument.extend({
    result: IndexAssessment,
    gap: z.object({
      domains: z.array(
        z.object({ domain: IndexDomain, lost: z.number(), toGain: z.number().nullable() }),
      ),
      sum: Points,
      survey: Points.describe('What the total holds beside the domains'),
      lost: z.number(),
      gainOfDomains: z.number().describe('What the domains gain when each reaches its target'),
      target: z
        .object({
          year: z.int(),
          toGain: z.number(),
          exclusive: z.boolean(),
          fromSurvey: z.number(),
          places: z.int().nullable(),
        })
        .nullable(),
    }),
  }).meta({ id: 'IndexResult', description: 'Result and gaps' }),
  async ask(hub, asked) {
    const { stored, about } = await requireDocument(hub, 'index', asked)
    const result = IndexAssessment.parse(stored.content)
    return { ...about, result, gap: indexGap(result) }
  },
})
