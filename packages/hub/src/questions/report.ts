import { FilledReport, instantText } from '@cchc/domain'
import { loadOrganisations } from '@cchc/figures'
import { type ReportFormat, renderReport } from '@cchc/forms'
import type { HubContext } from '../context.ts'
import {
  fillOpened,
  openReportAsked,
  type ReportAsked,
  reportParameters,
} from '../filling/fill-report.ts'
import { defineQuestion } from './question.ts'

/**
 * A template filled with what is known at one instant: the same instant always gives the same report. Without one, of
 * now, or of the closing of a closed period.
 */
export const report = defineQuestion({
  command: 'report [TEMPLATE]',
  scope: 'figures:read',
  path: '/v1/reports/{template}',
  tag: 'Reports',
  takesLong: true,
  about: {
    en: 'write a report in its official form; without a template, list the templates',
    vi: 'lập báo cáo theo biểu mẫu; không nêu biểu mẫu thì liệt kê các biểu mẫu',
  },
  parameters: reportParameters,
  answer: FilledReport.meta({ id: 'FilledReport', description: 'The report' }),
  ask: reportToWrite,
})

/** Fills a report that is to be written: one of a learnt form is written into the file that was received. */
export async function reportToWrite(hub: HubContext, asked: ReportAsked): Promise<FilledReport> {
  const opened = await openReportAsked(hub, asked)
  const { template, organisation, days: period } = opened
  if (template.layout === undefined) return fillOpened(hub, opened)
  const { filledLayout, layoutOf } = await import('../filling/fill-layout.ts')
  const { name } = (await loadOrganisations(hub.store)).describe(organisation)
  const layout = await layoutOf(hub.config, { template, name, period })
  const filled = await fillOpened(hub, opened, layout.told)
  const { madeAt } = filled.provenance ?? {}
  const asKnownAt = madeAt === undefined ? asked.asKnownAt : instantText(madeAt)
  const counts = { ...asked, org: organisation, asKnownAt, current: undefined }
  LAYOUTS.set(filled, () => filledLayout(hub, { layout, template, filled, asked: counts }))
  return filled
}

/** How reports are written that have the received file of their form. */
const LAYOUTS = new WeakMap<FilledReport, () => Promise<Uint8Array>>()

/** The bytes of a report's file: the received file of its form, filled, where it was learnt of one of this kind. */
export async function renderFilled(
  report: FilledReport,
  format: ReportFormat,
): Promise<Uint8Array> {
  const own = format === report.layout ? LAYOUTS.get(report) : undefined
  return own ? own() : renderReport(report, format)
}
