import { InForce, OrganisationLevel } from '@cchc/domain'
import { z } from 'zod'
import { templatesOf } from '../config/templates.ts'
import { listOfAll } from './paging.ts'
import { defineQuestion } from './question.ts'

const Template = z
  .object({
    id: z.string(),
    title: z.string(),
    levels: z
      .array(OrganisationLevel)
      .optional()
      .describe('Of the organisations that make the report; absent = all'),
    inForce: InForce.optional().describe('Days in force; absent = nothing is known'),
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
    const items = templatesOf(config).map(({ id, title, levels, inForce }) => {
      return { id, title, levels, inForce }
    })
    return { items }
  },
})
