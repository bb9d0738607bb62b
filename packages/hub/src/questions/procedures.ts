import { folded, say } from '@cchc/domain'
import { type UnifiedProcedure, unifiedProcedures } from '@cchc/figures'
import { z } from 'zod'
import { notKnown, quoted } from '../near.ts'
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
  scope: 'figures:read',
  forPublic: 'whole',
  path: '/v1/procedures',
  takesMoments: true,
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
    const all = await unifiedProcedures(store)
    if (field !== undefined) requireField(all, field)
    const found = all.filter(
      (one) =>
        (field === undefined || isInField(one, field)) &&
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

type InField = Pick<UnifiedProcedure, 'fieldCode' | 'fieldName'>

function isInField({ fieldCode, fieldName }: InField, field: string): boolean {
  return [fieldCode, fieldName].some((own) => own !== null && folded(own) === folded(field))
}

function requireField(all: readonly InField[], field: string): void {
  if (all.some((one) => isInField(one, field))) return
  const names = new Set(all.flatMap(({ fieldName }) => fieldName ?? []))
  throw notKnown(field, [...names], say('No field {name} is known', { name: quoted(field) }))
}
