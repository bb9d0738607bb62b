import type { FilledReport, ReportTemplate } from '@cchc/domain'
import { getTemplate } from '@cchc/forms'
import { z } from 'zod'
import { templatesOf } from '../config/templates.ts'
import { scopeOf } from '../entered/entered-scope.ts'
import { listForms } from '../entered/indicators.ts'
import { fillReport } from '../filling/fill-report.ts'
import { listOfAll } from './paging.ts'
import { formName, org, period } from './parts.ts'
import { defineQuestion } from './question.ts'

const MissingIndicator = z
  .object({
    indicatorId: z.string(),
    template: z.string(),
    code: z.string(),
    label: z.string(),
    unit: z.string(),
  })
  .meta({ id: 'MissingIndicator' })

/**
 * Indicators of which the filled form has no figure, without those computed from others; of all forms that the
 * organisation makes unless one is named.
 */
export const missingIndicators = defineQuestion({
  command: 'indicators list',
  scope: 'figures:read',
  path: '/v1/indicators/missing',
  tag: 'Entered by people',
  takesLong: true,
  about: {
    en: 'what forms ask for and nobody has reported',
    vi: 'những chỉ tiêu biểu mẫu yêu cầu mà chưa có số liệu',
  },
  parameters: z.strictObject({ org, period, template: formName }),
  answer: listOfAll(MissingIndicator),
  async ask(hub, asked) {
    const { organisation, level } = await scopeOf(hub, asked)
    const forms =
      asked.template === undefined
        ? listForms(hub).filter(({ levels }) => !levels || levels.some((own) => own === level))
        : [getTemplate(asked.template, templatesOf(hub.config))]
    const missing = forms.map(async (form) => {
      const filled = {
        org: organisation.code,
        period: asked.period,
        template: form.id,
        anyway: true,
      }
      return missingIn(form, await fillReport(hub, filled))
    })
    const found = (await Promise.all(missing)).flat().toReversed()
    return { items: [...new Map(found.map((one) => [one.indicatorId, one])).values()].toReversed() }
  },
})

function missingIn({ id, rows }: ReportTemplate, filled: Pick<FilledReport, 'rows'>) {
  const cells = new Map(filled.rows.map((row) => [row.rowId, row.cells]))
  return rows.flatMap(({ rowId, indicatorId, binding, code, label, unit }) => {
    const derived = binding?.kind === 'quotient' || binding?.kind === 'sum'
    const states = Object.values(cells.get(rowId) ?? {}).map(({ state }) => state)
    if (indicatorId === null || derived || !states.includes('not_reported')) return []
    return [{ indicatorId, template: id, code, label, unit }]
  })
}
