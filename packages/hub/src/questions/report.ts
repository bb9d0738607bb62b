import {
  FilledReport,
  instantText,
  type Message,
  parsePeriod,
  say,
} from '@cchc/domain'
import { loadOrganisations } from '@cchc/figures'
import { enteredFigures, fillTemplate, getTemplate, type ReportFormat, renderReport } from '@cchc/forms'
import { z } from 'zod'
import { letterOf } from '../config/letter-settings.ts'
import { requireTemplate, templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { organisationText, requireOrganisation } from '../organisations/organisations.ts'
import { readDated } from '../periods/known-state.ts'
import { anyway, flag, org, partial, period, rule, time } from './parts.ts'
import { defineQuestion } from './question.ts'

const parameters = z.strictObject({
  template: z.string().min(1).max(80).meta({
    description: 'id of a report template',
    vi: 'mã biểu mẫu',
    placeholder: 'name',
  }),
  org,
  period,
  rule: rule.meta({
    description: "counting rule (the form's unless told)",
    vi: 'quy tắc đếm (mặc định theo biểu mẫu)',
    placeholder: 'name',
  }),
  ...time,
  ...partial,
  ...anyway,
  sourcesAnnex: flag().optional().meta({
    description: 'an appendix of documents tells rule, state of the data and sources',
    vi: 'thêm phụ lục nêu quy tắc đếm, tình trạng số liệu và nguồn vào văn bản',
  }),
})

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
  parameters,
  answer: FilledReport.meta({ id: 'FilledReport', description: 'The report' }),
  ask: reportToWrite,
})

/** Fills a report; its own function, since others look into reports too. */
export async function fillReport(
  hub: HubContext,
  asked: z.output<typeof parameters>,
): Promise<FilledReport> {
  return fill(hub, await openAsked(hub, asked))
}

/** Fills a report that is to be written: one of a learnt form is written into the file that was received. */
export async function reportToWrite(
  hub: HubContext,
  asked: z.output<typeof parameters>,
): Promise<FilledReport> {
  const opened = await openAsked(hub, asked)
  const { template, organisation, days: period } = opened
  if (template.layout === undefined) return fill(hub, opened)
  const { filledLayout, layoutOf } = await import('../filling/fill-layout.ts')
  const { name } = (await loadOrganisations(hub.store)).describe(organisation)
  const layout = await layoutOf(hub.config, { template, name, period })
  const filled = await fill(hub, opened, layout.left)
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

type Opened = Awaited<ReturnType<typeof openAsked>>

async function openAsked(hub: HubContext, asked: z.output<typeof parameters>) {
  const named = organisationText(hub, asked, say('A report needs an organisation.'))
  const templates = templatesOf(hub.config)
  const template = getTemplate(requireTemplate(asked.template, templates), templates)
  const { config, ...inTree } = figuresInTree(hub, { ...asked, org: named })
  const organisation = await requireOrganisation(inTree.store, named)
  const days = parsePeriod(asked.period, { day: config.reporting.cutOffDay })
  return { ...inTree, asked, templates, template, organisation, days }
}

async function fill(
  { config }: HubContext,
  { store, ownTree, tree, asked, templates, template, organisation, days }: Opened,
  layoutLeft: readonly Message[] = [],
): Promise<FilledReport> {
  const words = letterOf(config.letters, { organisation, template: template.id })
  const letter = asked.sourcesAnnex ? { ...words, sourcesAnnex: true } : words
  const scope = { organisation, from: days.from, to: days.to, ownTree }
  return readDated(store, asked, scope, async ({ store: known, instant, closed }) => {
    const clock = (await known.clockBehind(instant)) ?? undefined
    return fillTemplate(known, {
      template: template.id,
      templates,
      organisation,
      period: days,
      now: instant,
      clock,
      partial: asked.partial ?? false,
      anyway: asked.anyway ?? false,
      ...(asked.rule !== undefined && { rule: asked.rule }),
      entered: enteredFigures(known),
      ...(letter && { letter }),
      ...(closed && { closed: { restated: closed.restated } }),
      ...tree,
      layoutLeft,
    })
  })
}
