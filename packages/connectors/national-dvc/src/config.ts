import { HttpLimits } from '@cchc/connector-kit'
import { normaliseOrganisationCode, OrganisationCode, OrganisationLevel, say } from '@cchc/domain'
import { z } from 'zod'

const UnitCode = z
  .string()
  .refine(
    (code) => normaliseOrganisationCode(code) !== undefined,
    say('not an organisation code').template,
  )

/** The first figures of bộ chỉ số 766 (QĐ 766/QĐ-TTg of 23/6/2022) are those of 2022. */
const FIRST_YEAR = 2022
const Year = z.int().min(FIRST_YEAR).max(2100)

/** The reporting service of the portal; its calendar periods from `since` to `until` (now, unless stated). */
export const ReportingConfig = z.object({
  /** Where it differs from `baseUrl`. */
  url: z.url().optional(),
  path: z.string().min(1).default('api/v1/reporting/evaluation'),
  /** The organisation whose rows are read, with all below it; the root of `unitCode` unless stated. */
  rootDepartmentCode: OrganisationCode.optional(),
  since: Year.default(FIRST_YEAR),
  until: Year.optional(),
  periods: z
    .array(z.enum(['year', 'quarter', 'month']))
    .min(1)
    .default(['year']),
  /** The portal times out on pages of more than 200 rows. */
  pageSize: z.int().min(1).max(200).default(100),
})
export type ReportingConfig = z.output<typeof ReportingConfig>

/** Paths of the adapter, relative to `baseUrl`: every installation has its own. */
const AdapterConfig = z.object({
  authPath: z.string().min(1).default('adapter/auth'),
  sharePath: z.string().min(1).default('adapter/share'),
  integrationPath: z.string().min(1).default('adapter/integration'),
  /** Sent as header `dstcode` where the portal asks for it. */
  destinationCode: z.string().min(1).optional(),
  /** What the message of a forgotten session says; its error code is not documented. */
  expiredSession: z.string().min(1).default('phiên|session|token|đăng nhập'),
})

/** Configuration of one source. */
export const NationalConfig = z.object({
  baseUrl: z.url(),
  adapter: AdapterConfig.prefault({}),
  username: z.string().min(1),
  password: z.string().min(1).meta({ secret: true }),
  /** Code of the calling unit (`madonvi`), in either form: `000.00.00.H48` or `H48`. */
  unitCode: UnitCode,
  /** A provincial relay stands in front: the national answer comes as text in its field `message`. */
  relay: z.boolean().default(false),
  /** Levels of organisations whose names do not show them. */
  levels: z.record(OrganisationCode, OrganisationLevel).default({}),
  /** `false` leaves the national figures out. */
  reporting: z.union([z.literal(false), ReportingConfig]).prefault({}),
  http: HttpLimits.extend({ concurrency: z.int().min(1).max(64).default(8) }).prefault({}),
})

export type NationalConfig = z.output<typeof NationalConfig>
