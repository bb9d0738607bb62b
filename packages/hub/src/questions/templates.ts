import {
  FormPeriod,
  InForce,
  OrganisationLevel,
  printLegalDocument,
  type ReportTemplate,
  Verification,
} from '@cchc/domain'
import { z } from 'zod'
import { templatesOf } from '../config/templates.ts'
import { listOfAll } from './paging.ts'
import { defineQuestion } from './question.ts'

const Template = z
  .object({
    id: z.string(),
    title: z.string(),
    formNumber: z.string().nullable().describe('As printed on the form; null = it has none'),
    documents: z.array(z.string()).describe('The documents that lay the form down, as cited'),
    levels: z
      .array(OrganisationLevel)
      .optional()
      .describe('Of the organisations that make the report; absent = all'),
    periods: z.array(FormPeriod).optional().describe('That it is made for; absent = not known'),
    rule: z.string().optional().describe('Counts its figures; absent = tt01-2020'),
    inForce: InForce.optional().describe('Days in force; absent = nothing is known'),
    verified: Verification.nullable().describe(
      'The document against which the form was held, and when; null = none yet',
    ),
  })
  .meta({ id: 'Template' })

/** The forms that come with the hub, then those of the configured folder. */
export const templates = defineQuestion({
  command: 'report',
  scope: 'figures:read',
  forPublic: 'whole',
  path: '/v1/templates',
  tag: 'Reports',
  about: { en: 'report templates', vi: 'các biểu mẫu báo cáo' },
  parameters: z.strictObject({}),
  answer: listOfAll(Template),
  async ask({ config }) {
    return { items: templatesOf(config).map(listed) }
  },
})

/** The forms that come with the hub, which need no configuration. */
export function builtInForms(): { items: z.output<typeof Template>[] } {
  return { items: templatesOf({ templates: [] }).map(listed) }
}

function listed(template: ReportTemplate): z.output<typeof Template> {
  const { id, title, formNumber, levels, periods, rule, inForce, verified = null } = template
  const documents = template.legalBasis.map(printLegalDocument)
  return { id, title, formNumber, documents, levels, periods, rule, inForce, verified }
}
