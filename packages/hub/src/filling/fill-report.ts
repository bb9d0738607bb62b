import { type FilledReport, type Message, parsePeriod, say } from '@cchc/domain'
import { enteredFigures, fillTemplate, getTemplate } from '@cchc/forms'
import { z } from 'zod'
import { letterOf } from '../config/letter-settings.ts'
import { requireTemplate, templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { organisationText, requireOrganisation } from '../organisations/organisations.ts'
import { readDated } from '../periods/known-state.ts'
import { anyway, flag, org, partial, period, rule, time } from '../questions/parts.ts'

/** Which report is asked for, and how. */
export const reportParameters = z.strictObject({
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

export type ReportAsked = z.output<typeof reportParameters>

/** Fills a report; its own function, since others look into reports too. */
export async function fillReport(hub: HubContext, asked: ReportAsked): Promise<FilledReport> {
  return fillOpened(hub, await openReportAsked(hub, asked))
}

type Opened = Awaited<ReturnType<typeof openReportAsked>>

/** What a report that is asked for names. */
export async function openReportAsked(hub: HubContext, asked: ReportAsked) {
  const named = organisationText(hub, asked, say('A report needs an organisation.'))
  const templates = templatesOf(hub.config)
  const template = getTemplate(requireTemplate(asked.template, templates), templates)
  const { config, ...inTree } = figuresInTree(hub, { ...asked, org: named })
  const organisation = await requireOrganisation(inTree.store, named)
  const days = parsePeriod(asked.period, { day: config.reporting.cutOffDay })
  return { ...inTree, asked, templates, template, organisation, days }
}

/** Fills a report; `ofLayout` is told of the received file of its form. */
export async function fillOpened(
  { config }: HubContext,
  { store, ownTree, tree, asked, templates, template, organisation, days }: Opened,
  ofLayout: readonly Message[] = [],
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
      ofLayout,
    })
  })
}
