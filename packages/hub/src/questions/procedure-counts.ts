import {
  procedureCounts as count,
  gapsOfProcedures,
  openCoverage,
  PROCEDURE_DIMENSIONS,
  saidOf,
} from '@cchc/figures'
import { z } from 'zod'
import { storeOfToday } from '../organisations/in-tree.ts'
import { organisationScope } from '../organisations/organisations.ts'
import { said } from '../periods/coverage.ts'
import { listOf, missing, Named, org, partial } from './parts.ts'
import { defineQuestion } from './question.ts'

const BY = PROCEDURE_DIMENSIONS.map(({ id }) => id)

/** Form II.07b: procedures in force, each once however many sources know it. */
export const procedureCounts = defineQuestion({
  command: 'stats procedures',
  scope: 'figures:read',
  forPublic: 'whole',
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
    ...partial,
  }),
  answer: z
    .object({
      rows: z.array(z.object({ group: z.partialRecord(z.enum(BY), Named), count: z.int() })),
      total: z.int().nullable().describe('Different procedures; null = not reported'),
      missing,
    })
    .meta({ id: 'ProcedureCounts', description: 'Counts by group' }),
  async ask(hub, asked) {
    const scope = await organisationScope(hub, asked)
    const counted = await count(storeOfToday(hub), { ...scope, by: asked.by ?? [] })
    const coverage = await openCoverage(hub.store, { now: hub.now() })
    const gaps = gapsOfProcedures(coverage, counted.total)
    const shown = gaps.every(({ isAll }) => !isAll && asked.partial)
    const { rows, total } = shown ? counted : { rows: [], total: null }
    return { rows, total, ...said(hub, { missing: saidOf(gaps) }) }
  },
})
