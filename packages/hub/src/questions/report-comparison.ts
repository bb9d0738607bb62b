import {
  comparedReports,
  EARLIER_PERIODS,
  earlierPeriod,
  parsePeriod,
  periodTitle,
} from '@cchc/domain'
import { lacksOf } from '@cchc/forms'
import { z } from 'zod'
import { fillReport } from '../filling/fill-report.ts'
import { Days, missing, Named } from './parts.ts'
import { defineQuestion } from './question.ts'
import { report } from './report.ts'

const Figure = z.object({
  rowId: z.string(),
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  column: z.string().nullable().describe('Where the form has several'),
  now: z.string().describe('As the report prints it; empty = not reported'),
  before: z.string(),
  difference: z.string().nullable().describe('null = one of them is no number'),
  change: z.string().nullable().describe('In percent of the figure before; null of rates'),
})

const Side = Days.extend({ text: z.string(), title: z.string() })

/** The figures of a form beside those of an earlier period, each as its report prints it. */
export const reportComparison = defineQuestion({
  scope: 'figures:read',
  path: '/v1/reports/{template}/comparison',
  tag: 'Reports',
  takesLong: true,
  about: {
    en: 'the figures of a form beside those of an earlier period',
    vi: 'số liệu của biểu mẫu so với kỳ trước hoặc cùng kỳ năm trước',
  },
  parameters: report.parameters.omit({ asKnownAt: true, treeAt: true }).extend({
    with: z.enum(EARLIER_PERIODS).meta({
      description: 'the same period a year before, or the one before it',
      vi: 'last-year = cùng kỳ năm trước, last-period = kỳ trước',
    }),
  }),
  answer: z
    .object({
      organisation: Named,
      template: z.string(),
      title: z.string(),
      period: Side,
      before: Side,
      rows: z.array(Figure),
      missing,
      cautions: z
        .array(z.string())
        .describe('That the form or the rule is out of force, of either period'),
    })
    .meta({ id: 'ReportComparison', description: 'Figures of two periods with their differences' }),
  async ask(hub, { with: which, ...asked }) {
    const { cutOffDay } = hub.config.reporting
    const period = parsePeriod(asked.period, { day: cutOffDay })
    const earlier = earlierPeriod(period, which)
    const now = await fillReport(hub, asked)
    const before = await fillReport(hub, { ...asked, period: earlier.text, anyway: true })
    const lacks = [now, before].map(lacksOf)
    const told = lacks.flatMap((one) => one.missing).map(hub.words)
    return {
      organisation: { code: now.head.organisationCode ?? '', name: now.head.agency },
      template: asked.template,
      title: now.title,
      period: sideOf(period),
      before: sideOf(earlier),
      rows: [...comparedReports(now, before)],
      ...(told.length > 0 && { missing: [...new Set(told)] }),
      cautions: [...new Set(lacks.flatMap(({ cautions }) => cautions).map(hub.words))],
    }
  },
})

function sideOf(period: ReturnType<typeof parsePeriod>) {
  const { text, from, to } = period
  return { text, from, to, title: periodTitle(period) }
}
