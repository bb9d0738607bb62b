import {
  type Cell,
  dayNumber,
  instantText,
  isWithin,
  normaliseOrganisationCode,
  parsePeriod,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import { z } from 'zod'
import { catalogueById } from '../entered/indicators.ts'
import { EnteredIndicator, indicatorAnswer } from '../entered/shapes.ts'
import { requireOrganisation } from '../organisations/organisations.ts'
import { openDated } from '../periods/known-state.ts'
import { flag, org, period, time } from '../questions/parts.ts'
import { defineExport } from './export.ts'

const { cell: _cell, origin: _origin, ...said } = EnteredIndicator.shape

const IndicatorRow = z
  .object({
    ...said,
    number: z
      .number()
      .nullable()
      .describe('The figure, a percentage as 99.73; null where its state says why there is none'),
    state: z.string().describe('number, zero, text, not_applicable (-), not_reported (blank)'),
    file: z.string().nullable().describe('The file that it was read from; null = entered by hand'),
    sha256: z.string().nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'IndicatorRow' })

/** Entered figures of an organisation and all below it, one organisation after the other. */
export const exportIndicators = defineExport({
  command: 'export indicators',
  scope: 'figures:read',
  path: '/v1/exports/indicators',
  tag: 'Exports',
  about: {
    en: 'figures that people entered, with who, when and from which file',
    vi: 'số liệu đã nhập: ai nhập, khi nào, từ tệp nào',
  },
  parameters: z.strictObject({
    org,
    period: period.optional().meta(period.meta() ?? {}),
    history: flag().optional().meta({
      description: 'also those that were replaced, and why',
      vi: 'cả những số liệu đã bị thay, và lý do',
    }),
    asKnownAt: time.asKnownAt,
  }),
  answer: IndicatorRow,
  async open(hub, asked) {
    const { store, config } = hub
    const named = asked.org ?? config.reporting.organisation
    const root =
      named && (normaliseOrganisationCode(named) ?? (await requireOrganisation(store, named)))
    const days = daysOf(asked.period, config.reporting.cutOffDay)
    const known = await openDated(store, asked, undefined)
    const includeHistory = asked.history ?? false
    return {
      facts: () => ({ knownAt: instantText(known.instant) }),
      batches: figuresOf(known.store, { ...days, root, includeHistory }),
    }
  },
})

interface Wanted {
  readonly root: string | undefined
  readonly from?: number
  readonly to?: number
  readonly includeHistory: boolean
}

function daysOf(text: string | undefined, day: number) {
  if (text === undefined) return {}
  const { from, to } = parsePeriod(text, { day })
  return { from: dayNumber(from), to: dayNumber(to) }
}

async function* figuresOf(store: Store, { root, ...query }: Wanted) {
  const catalogue = await catalogueById()
  for (const organisation of await store.listEnteringOrganisations()) {
    if (!isWithin(organisation, root)) continue
    const figures = await store.listEnteredFigures({ ...query, organisation })
    yield figures.map((one) => {
      const { cell, origin, ...rest } = indicatorAnswer(one, catalogue.get(one.indicatorId))
      return {
        ...rest,
        number: numberOf(cell),
        state: cell.state,
        file: origin?.file ?? null,
        sha256: origin?.sha256 ?? null,
        address: origin?.address ?? null,
      }
    })
  }
}

function numberOf(cell: Cell): number | null {
  if (cell.state === 'zero') return 0
  return cell.state === 'number' ? cell.value : null
}
