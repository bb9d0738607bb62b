import { procedureCounts as count, PROCEDURE_DIMENSIONS } from '@cchc/figures'
import { z } from 'zod'
import { organisationScope } from '../organisations/organisations.ts'
import { listOf, Named, org } from './parts.ts'
import { defineQuestion } from './question.ts'

const BY = PROCEDURE_DIMENSIONS.map(({ id }) => id)

/** Form II.07b: procedures in force, each once however many sources know it. */
export const procedureCounts = defineQuestion({
  command: 'stats procedures',
  path: '/v1/procedures/counts',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'procedures by level, field and service level',
    vi: 'thủ tục hành chính theo cấp, lĩnh vực và mức độ dịch vụ',
  },
  parameters: z.strictObject({
    org,
    by: listOf(BY)
      .optional()
      .meta({
        description: `split by, with commas: ${BY.join(', ')}`,
        vi: `chia theo, cách nhau bằng dấu phẩy: ${BY.join(', ')}`,
        placeholder: 'groups',
      }),
  }),
  answer: z
    .object({
      rows: z.array(z.object({ group: z.partialRecord(z.enum(BY), Named), count: z.int() })),
      total: z.int().describe('Different procedures'),
    })
    .meta({ id: 'ProcedureCounts', description: 'Counts by group' }),
  async ask(hub, asked) {
    const scope = await organisationScope(hub, asked)
    const { rows, total } = await count(hub.store, { ...scope, by: asked.by ?? [] })
    return { rows, total }
  },
})
