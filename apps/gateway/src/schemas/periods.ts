import { CalendarDay, DossierStatistics, RESTATEMENT_REASONS } from '@cchc/domain'
import { z } from '@hono/zod-openapi'

const Named = z.object({ code: z.string(), name: z.string() })
const reasons = Object.keys(RESTATEMENT_REASONS) as (keyof typeof RESTATEMENT_REASONS)[]
const Event = {
  by: z.string(),
  note: z.string().nullable(),
  asOf: z.string().describe('The instant whose knowledge is frozen'),
  recordedAt: z.string(),
}
const Days = { from: z.string(), to: z.string() }

const PeriodEvent = z.object({ action: z.enum(['close', 'reopen']), ...Event })
const state = z.enum(['closed', 'reopened'])

/** A period and what was done to it. */
export const PeriodItem = z
  .object({
    organisation: Named,
    period: z.string(),
    ...Days,
    state,
    events: z.array(PeriodEvent).readonly().describe('Oldest first'),
  })
  .openapi('Period')

const Signed = z.object(
  Object.fromEntries(Object.keys(DossierStatistics.shape).map((column) => [column, z.int()])),
)
const RestatedFigures = z.object({
  organisation: Named,
  frozen: DossierStatistics,
  now: DossierStatistics,
  difference: Signed,
  dossiers: z.int().describe('Dossiers that change at least one column'),
  reasons: z
    .array(
      z.object({
        reason: z.enum(reasons as [string, ...string[]]),
        name: z.string(),
        dossiers: z.int(),
        columns: z
          .array(
            z.object({
              column: DossierStatistics.keyof(),
              more: z.int(),
              fewer: z.int(),
              difference: z.int(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly()
    .describe('They add up to the difference of every column'),
})

/** Answer of /v1/periods/restatements. */
export const RestatementsAnswer = z
  .object({
    period: z.string(),
    days: z.object(Days),
    rule: z.object({ id: z.string(), version: z.int(), name: z.string() }),
    closing: PeriodEvent,
    state,
    knownAt: z.string(),
    total: RestatedFigures,
    rows: z.array(RestatedFigures).readonly().describe('Organisations whose figures changed'),
  })
  .openapi('Restatements')

/** Answer of /v1/calendar. */
export const CalendarAnswer = z
  .object({
    years: z.array(z.int()).readonly().describe('Years of which the holidays are known'),
    days: z.array(CalendarDay).readonly(),
  })
  .openapi('Calendar')
