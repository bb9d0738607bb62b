import { FactFields, FirstDay, HttpLimits, WholeEveryDays } from '@cchc/connector-kit'
import { say } from '@cchc/domain'
import { z } from 'zod'

/** What a configuration says about one OpenCPS. */
export const OpenCpsConfig = z.object({
  /** Address of the site without `/o/rest`, e.g. `https://motcua.example.gov.vn`. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  username: z.string().min(1),
  password: z.string().min(1).meta({ secret: true }),
  /** Site (Liferay group) that the header `groupId` names. */
  groupId: z.string().regex(/^\d{1,20}$/, say('the number of a site, as text').template),
  format: z.enum(['xml', 'json']).default('xml'),
  pageSize: z.int().min(1).max(5000).default(500),
  /** First day of reception that is read. */
  since: FirstDay,
  /** Days of reception that are asked for at once. */
  windowDays: z.int().min(1).max(366).default(7),
  /** How far a later pass looks back before the start of the one before it. */
  overlapDays: z.int().min(0).max(366).default(7),
  /** After so many days everything since the first day is read again; never unless stated. */
  wholeEveryDays: WholeEveryDays,
  /** How far back dossiers are looked for that were refused or withdrawn without a date of release. */
  refusedLookbackDays: z.int().min(0).max(3660).default(366),
  /** Fields of a dossier that state more than OpenCPS itself does, where a deployment has them. */
  facts: FactFields.prefault({}),
  http: HttpLimits.prefault({}),
})
export type OpenCpsConfig = z.output<typeof OpenCpsConfig>
