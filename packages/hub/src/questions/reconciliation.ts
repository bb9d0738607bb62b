import { parsePeriod } from '@cchc/domain'
import {
  parseTolerance,
  RECONCILE_CAUSES,
  RECONCILE_MEASURES,
  type ReconcileMeasure,
  VERDICTS,
} from '@cchc/domain/reconcile'
import { openCoverage, reconcile, saidOf } from '@cchc/figures'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { organisationScope } from '../organisations/organisations.ts'
import { said } from '../periods/coverage.ts'
import { chooseSources } from '../sources/choose-sources.ts'
import { ministriesOf } from '../sources/ministries.ts'
import { Days, flag, missing, Named, NamedOrganisation, org, period, source } from './parts.ts'
import { defineQuestion } from './question.ts'

const Cause = z.object({
  code: z.enum(RECONCILE_CAUSES),
  name: z.string(),
  detail: Named.nullable().describe(
    "The answer of the counting rule that differs, or the source that is a ministry's system",
  ),
  dossiers: z.int().describe('Dossiers that this figure counts differently for this cause'),
  effect: z.int().describe('There minus here'),
  confidence: z
    .enum(['identified', 'arithmetic'])
    .describe('identified = the dossiers are known one by one; arithmetic = the sums fit exactly'),
  procedures: z
    .array(
      z.object({
        code: z.string().nullable(),
        name: z.string().nullable(),
        dossiers: z.int(),
        effect: z.int(),
      }),
    )
    .optional()
    .describe('The same by procedure, where that is known; null = the source does not tell it'),
})

const MEASURES = Object.keys(RECONCILE_MEASURES) as ReconcileMeasure[]

/** One figure on both sides. */
export const ReconcileLine = z.object({
  source: z.string(),
  portal: z.string(),
  rule: z.object({ id: z.string(), name: z.string() }),
  organisation: NamedOrganisation,
  period: Days.extend({ provisional: z.boolean() }),
  channel: z.enum(['online', 'direct', 'postal', 'direct_postal']).nullable(),
  measure: z.enum(MEASURES),
  portalMeasure: z.string().describe("The portal's own name of its figure"),
  here: z.number().describe("In the province's systems"),
  inMinistries: z
    .number()
    .nullable()
    .optional()
    .describe(
      "In ministries' systems and not in the province's; null = they do not tell, absent = none is configured",
    ),
  there: z.number().nullable().describe('null = the portal states none'),
  difference: z.number().describe('There minus here'),
  verdict: z.enum(VERDICTS),
  causes: z.array(Cause),
  unexplained: z.number(),
  explained: z.boolean(),
  withinTolerance: z.boolean(),
})

/** Portals count calendar periods: a reporting month ends with the calendar's month here. */
const CALENDAR = { day: 31 }

/**
 * The hub's figures beside those that portals state of themselves, with the causes of each difference; equal ones only
 * when asked for, though the summary counts them. NotFoundError when no portal states a figure within the period.
 */
export const reconciliation = defineQuestion({
  command: 'reconcile',
  scope: 'figures:read',
  path: '/v1/reconciliation',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: "our figures beside the portals' own, with the causes of differences; exit 3 when some is unexplained",
    vi: 'đối soát với số liệu của chính các cổng, kèm nguyên nhân chênh lệch; mã kết thúc 3 khi còn chênh lệch chưa rõ nguyên nhân',
  },
  parameters: z.strictObject({
    period: period.meta({
      description: 'in calendar months, such as 2023, 2023-Q2, 2023-M06, 2023-01-01..2023-06-30',
      vi: 'theo tháng dương lịch, ví dụ 2023, 2023-Q2, 2023-M06, 2023-01-01..2023-06-30',
      placeholder: 'period',
    }),
    org,
    tolerance: z.string().min(1).max(20).optional().meta({
      description: 'how much may stay unexplained: dossiers such as 5, or a share such as 0,5%',
      vi: 'phần chưa rõ nguyên nhân được phép: số hồ sơ như 5, hoặc tỷ lệ như 0,5%',
      placeholder: 'number',
    }),
    source,
    all: flag().optional().meta({ description: 'equal figures too', vi: 'kể cả các số liệu khớp' }),
  }),
  answer: z
    .object({
      period: Days,
      organisation: NamedOrganisation.nullable(),
      tolerance: z.object({ amount: z.number(), unit: z.enum(['dossiers', 'percent']) }),
      lines: z.array(ReconcileLine),
      missing,
      summary: z.object({
        lines: z.int(),
        byVerdict: z.record(z.enum(VERDICTS), z.int()),
        explained: z.int(),
        withinTolerance: z.int(),
        open: z.int().describe('Unexplained and beyond the tolerance'),
      }),
    })
    .meta({
      id: 'Reconciliation',
      description: 'Differences with their causes, and a summary of all figures compared',
    }),
  async ask(hub, asked) {
    const days = parsePeriod(asked.period, CALENDAR)
    const tolerance = parseTolerance(asked.tolerance ?? '0')
    const sources = chooseSources(hub.config, asked.source)
    const { from, to, lines, ...result } = await reconcile(hub.store, {
      ...{ from: days.from, to: days.to, tolerance },
      ...(await organisationScope(hub, asked)),
      comparisons: comparisonsOf(sources),
      ministries: ministriesOf(hub.config.sources),
    })
    const shown = asked.all ? lines : lines.filter(({ verdict }) => verdict !== 'equal')
    return {
      ...result,
      period: { from, to },
      lines: shown,
      ...(await dossiersMissing(hub, { from, to })),
    }
  },
})

/** The days of which the hub did not read the dossiers that it counts. */
export async function dossiersMissing(hub: HubContext, days: z.output<typeof Days>) {
  const coverage = await openCoverage(hub.store, { now: hub.now() })
  return said(hub, { missing: saidOf(coverage.gaps('dossiers', days)) })
}

/** How the portals behind some sources count, by source. */
export function comparisonsOf(sources: ReturnType<typeof chooseSources>) {
  return Object.fromEntries(sources.map(({ id, connector }) => [id, connector.compares ?? []]))
}
