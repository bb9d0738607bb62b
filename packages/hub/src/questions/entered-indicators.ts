import { dayNumber, parsePeriod } from '@cchc/domain'
import { getTemplate } from '@cchc/forms'
import { z } from 'zod'
import { templatesOf } from '../config/templates.ts'
import { catalogueById } from '../entered/indicators.ts'
import { EnteredIndicator, indicatorAnswer } from '../entered/shapes.ts'
import { organisationScope } from '../organisations/organisations.ts'
import { listOfAll } from './paging.ts'
import { flag, formName, org, period } from './parts.ts'
import { defineQuestion } from './question.ts'

/** Entered figures in the order of the catalogue; those that a form prints in its order. */
export const enteredIndicators = defineQuestion({
  command: 'indicators list',
  scope: 'figures:read',
  path: '/v1/indicators',
  takesMoments: true,
  tag: 'Entered by people',
  about: {
    en: 'entered figures with who, when and from which file',
    vi: 'số liệu đã nhập: ai nhập, khi nào, từ tệp nào',
  },
  parameters: z.strictObject({
    org,
    period: period.optional().meta(period.meta() ?? {}),
    template: formName,
    history: flag().optional().meta({
      description: 'also those that were replaced, and why',
      vi: 'cả những số liệu đã bị thay, và lý do',
    }),
  }),
  answer: listOfAll(EnteredIndicator),
  async ask(hub, asked) {
    const { store, config } = hub
    const stored = await store.listEnteredFigures({
      ...(asked.period === undefined ? {} : daysOf(asked.period, config.reporting.cutOffDay)),
      ...(await organisationScope(hub, asked)),
      includeHistory: asked.history ?? false,
    })
    const catalogue = await catalogueById()
    const figures = stored.map((one) => indicatorAnswer(one, catalogue.get(one.indicatorId)))
    if (asked.template === undefined) return { items: inOrderOf([...catalogue.keys()], figures) }
    const { rows } = getTemplate(asked.template, templatesOf(config))
    const printed = new Set(rows.map((row) => row.indicatorId ?? ''))
    const shown = figures.filter(({ indicatorId }) => printed.has(indicatorId))
    return { items: inOrderOf([...printed], shown) }
  },
})

function daysOf(text: string, day: number) {
  const { from, to } = parsePeriod(text, { day })
  return { from: dayNumber(from), to: dayNumber(to) }
}

type Figure = ReturnType<typeof indicatorAnswer>

/** Organisations and periods stay together, as the store gives them. */
function inOrderOf(indicators: readonly string[], figures: readonly Figure[]): readonly Figure[] {
  const order = new Map(indicators.map((id, index) => [id, index]))
  const place = ({ indicatorId }: Figure) => order.get(indicatorId) ?? order.size
  const scopes = Map.groupBy(
    figures,
    ({ organisation, from, to }) => `${organisation} ${from} ${to}`,
  )
  return [...scopes.values()].flatMap((own) => own.toSorted((a, b) => place(a) - place(b)))
}
