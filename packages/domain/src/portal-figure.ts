import { z } from 'zod'
import { say } from './messages/say.ts'
import { OrganisationCode } from './organisation.ts'
import { PortalScore } from './portal-score.ts'
import { Day } from './time.ts'

/** A portal's flag, e.g. `TEMP_NATIONAL_REPORT_DENOMINATOR`, or lower-case words of a connector. */
const Quality = z
  .string()
  .max(100)
  .regex(/^(?:[A-Z][A-Z0-9_]*|[a-z]+(?: [a-z]+)*)$/, say('not a flag of quality').template)

/**
 * One figure as a portal itself counted it (the national reporting API, OpenCPS statistics), never recomputed.
 * `measure` is the portal's own name behind its group, e.g. `dvc-progress-tree.totalOnTime`. Null is not zero.
 * `from` and `to` are inclusive days in Asia/Ho_Chi_Minh. `provisional` = the portal's period has not ended.
 * Where the figure is a score, `scored` is what the portal states beside it; `x.score`, `x.numerator` and `x.denominator`
 * are of one metric.
 */
export const PortalFigure = z.object({
  organisationCode: OrganisationCode,
  organisationName: z.string().max(300),
  from: Day,
  to: Day,
  measure: z
    .string()
    .max(200)
    .regex(/^[a-z0-9-]+\.[A-Za-z0-9_.]+$/),
  value: z.number().nullable(),
  quality: Quality.nullable(),
  provisional: z.boolean(),
  scored: PortalScore.optional(),
})
export type PortalFigure = z.output<typeof PortalFigure>
