import { z } from 'zod'
import { OrganisationCode } from './organisation.ts'
import { Day } from './time.ts'

/**
 * One figure as a portal itself counted it (the national reporting API, OpenCPS statistics), never recomputed.
 * `measure` is the portal's own name behind its group, e.g. `dvc-progress-tree.totalOnTime`. Null is not zero.
 * `from` and `to` are inclusive days in Asia/Ho_Chi_Minh. `provisional` = the portal's period has not ended.
 */
export const PortalFigure = z.object({
  organisationCode: OrganisationCode,
  organisationName: z.string().max(300),
  from: Day,
  to: Day,
  measure: z.string().regex(/^[a-z0-9-]+\.[A-Za-z0-9_.]+$/),
  value: z.number().nullable(),
  quality: z.string().max(100).nullable(),
  provisional: z.boolean(),
})
export type PortalFigure = z.output<typeof PortalFigure>
