import { folded } from '@cchc/domain'
import { type UnifiedProcedure, unifiedProcedures } from '@cchc/figures'
import { z } from 'zod'
import { page, pageByKey, pageOf } from './paging.ts'
import { words } from './parts.ts'
import { defineQuestion } from './question.ts'

const Procedure = z
  .object({
    code: z.string(),
    name: z.string(),
    fieldCode: z.string().nullable(),
    fieldName: z.string().nullable(),
    levels: z.array(z.string()),
    serviceLevels: z.array(z.string()),
    hasFee: z.boolean().nullable(),
    inForce: z.boolean(),
    sources: z.array(z.string()).describe('The sources that know this procedure'),
  })
  .meta({ id: 'Procedure' })

/** Procedures of all sources, each once, by code. */
export const procedures = defineQuestion({
  command: 'procedures',
  path: '/v1/procedures',
  tag: 'Catalogue',
  about: {
    en: 'administrative procedures and their codes',
    vi: 'các thủ tục hành chính và mã',
  },
  parameters: z.strictObject({
    ...page,
    field: words.meta({
      description: 'only of this field: its code or name',
      vi: 'chỉ lĩnh vực này: mã hoặc tên',
      placeholder: 'field',
    }),
    level: z.enum(['province', 'district', 'commune']).optional().meta({
      description: 'only of this level: province, district or commune',
      vi: 'chỉ cấp này: province, district hoặc commune',
      placeholder: 'level',
    }),
    text: words.meta({
      description: 'only those whose code or name contains this',
      vi: 'chỉ những thủ tục có mã hoặc tên chứa chuỗi này',
      placeholder: 'text',
    }),
  }),
  answer: pageOf(Procedure),
  async ask({ store }, { field, level, text = '', ...part }) {
    const found = (await unifiedProcedures(store)).filter(
      (one) =>
        (field === undefined || one.fieldCode === field || one.fieldName === field) &&
        (level === undefined || one.levels.some((own) => own === level)) &&
        folded(`${one.code} ${one.name}`).includes(folded(text)),
    )
    return pageByKey(found.map(described), part, ({ code }) => code)
  },
})

function described(procedure: UnifiedProcedure) {
  const { code, name, fieldCode, fieldName, levels, services, hasFee, inForce, sources } = procedure
  const serviceLevels = [...new Set((services ?? []).map((service) => service.level))]
  return { code, name, fieldCode, fieldName, levels, serviceLevels, hasFee, inForce, sources }
}
