import { HeaderToken, HttpLimits, OAuth2 } from '@cchc/connector-kit'
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
  since: Year.refine(
    (year) => year <= new Date().getFullYear(),
    say('must not lie ahead').template,
  ).default(FIRST_YEAR),
  until: Year.optional(),
  periods: z
    .array(z.enum(['year', 'quarter', 'month']))
    .min(1)
    .default(['year']),
  /** The portal times out on pages of more than 200 rows. */
  pageSize: z.int().min(1).max(200).default(100),
})
export type ReportingConfig = z.output<typeof ReportingConfig>

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'iu') !== undefined
  } catch {
    return false
  }
}

/** Paths of the adapter, relative to `baseUrl`: every installation has its own. */
const AdapterConfig = z.object({
  authPath: z.string().min(1).default('adapter/auth'),
  sharePath: z.string().min(1).default('adapter/share'),
  integrationPath: z.string().min(1).default('adapter/integration'),
  /** Sent as header `dstcode` where the portal asks for it. */
  destinationCode: z.string().min(1).optional(),
  /** Procedures of a page; a run that is interrupted reads the details of one page again. */
  pageSize: z.int().min(1).max(1000).default(100),
  /** What the message of a forgotten session says; its error code is not documented. */
  expiredSession: z
    .string()
    .min(1)
    .refine(isPattern, say('not a regular expression').template)
    .default('phiên|session|token|đăng nhập'),
})

function endsAfterItBegins(reporting: false | ReportingConfig): boolean {
  return reporting === false || (reporting.until ?? reporting.since) >= reporting.since
}

/** A provincial relay (LGSP) in front of the adapter; the national answer comes as text in a field of its own. */
const RelayConfig = z.strictObject({
  /** `post`: the services of the adapter, in a session of ours. `get`: one path a service, in a session of the relay's. */
  calls: z.enum(['post', 'get']).default('post'),
  /** Where the services are that are called by `get`. */
  path: z.string().min(1).default('KetNoiMotCuaQuocGia'),
  /** The field that holds the national answer. */
  answer: z.string().min(1).default('message'),
  /** Where the gateway's bearer tokens come from; their host may be another one. */
  login: OAuth2.optional(),
  /** A token that the gateway asks for in a header, such as `lgspaccesstoken`; it goes with the login too. */
  token: HeaderToken.optional(),
})
export type RelayConfig = z.output<typeof RelayConfig>

const Settings = z.object({
  baseUrl: z.url(),
  adapter: AdapterConfig.prefault({}),
  /** Not needed where the relay holds the session. */
  username: z.string().min(1).optional(),
  password: z.string().min(1).meta({ secret: true }).optional(),
  /** Code of the calling unit (`madonvi`), in either form: `000.00.00.H48` or `H48`. */
  unitCode: UnitCode,
  /** `false`: the adapter is asked directly. */
  relay: z.union([z.literal(false), RelayConfig]).default(false),
  /** Levels of organisations whose names do not show them. */
  levels: z.record(OrganisationCode, OrganisationLevel).default({}),
  /** `false` leaves the national figures out. */
  reporting: z
    .union([z.literal(false), ReportingConfig])
    .prefault({})
    .refine(endsAfterItBegins, {
      path: ['until'],
      message: say('must not be before since').template,
    }),
  http: HttpLimits.extend({ concurrency: z.int().min(1).max(64).default(8) }).prefault({}),
})

const MISSING = say('is needed to log in').template

/** Configuration of one source; an account is needed unless a relay holds the session. */
export const NationalConfig = Settings.superRefine(({ relay, ...account }, { addIssue }) => {
  if (relay !== false && relay.calls === 'get') return
  for (const path of ['username', 'password'] as const) {
    if (account[path] === undefined) addIssue({ code: 'custom', path: [path], message: MISSING })
  }
})
export type NationalConfig = z.output<typeof NationalConfig>
