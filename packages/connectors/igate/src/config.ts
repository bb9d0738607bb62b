import { FactFields, FirstDay, HttpLimits, OAuth2, WholeEveryDays } from '@cchc/connector-kit'
import { Channel, DossierStatus, OrganisationCode, OrganisationLevel, say } from '@cchc/domain'
import { z } from 'zod'

/** An id of MongoDB; every deployment has its own. */
const ObjectId = z
  .string()
  .regex(/^[0-9a-f]{24}$/, say('not an id of 24 characters, as in the addresses of iGate').template)
const ListNumber = z.string().regex(/^\d{1,4}$/, say('the number of a list, as text').template)
const FieldName = z.string().regex(/^[A-Za-z][\w.]{0,60}$/, say('not the name of a field').template)
const Path = z.string().min(1).max(200)

/** Fields of a dossier whose names nobody has published; these are likely ones. */
const FieldNames = z.strictObject({
  /** The end of handling. */
  completed: FieldName.default('completedDate'),
  /** The return of the result. */
  returned: FieldName.default('returnedDate'),
  /** The last change; lists are sorted by it. */
  updated: FieldName.default('updatedDate'),
})

/** The reports of the system by month: they are customisations, and their levels are told by ids of the deployment. */
const StatisticsConfig = z.strictObject({
  reports: z
    .array(z.enum(['agency', 'online', 'digitisation']))
    .min(1)
    .default(['agency']),
  /** The agency whose rows are read, with all below it; `agencyId` of the source unless stated. */
  agencyId: ObjectId.optional(),
  /** What `agencyLevel0`, `agencyLevel1` ... are, in this order. */
  agencyLevels: z.array(ObjectId).max(3).default([]),
  /** What `procedureLevel4`, `procedureLevel3` and `procedureLevel2` are, in this order. */
  procedureLevels: z.array(ObjectId).max(3).default([]),
  paths: z
    .strictObject({
      agency: Path.default('pa/dossier-statistic/--statistic-agency-kgg'),
      online: Path.default('pa/kgg-dossier-statistic/--kgg-dossier-report-online'),
      digitisation: Path.default('pa/kgg-digitize/digitization-by-agency'),
    })
    .prefault({}),
})
export type StatisticsConfig = z.output<typeof StatisticsConfig>

/** What a configuration says about one iGate. */
export const IgateConfig = z
  .object({
    /** The gateway of the services, e.g. `https://apiigate.example.gov.vn`. */
    baseUrl: z.url({ protocol: /^https?$/ }),
    /** The Keycloak in front of it, with a user of a public client or with a client of its own. */
    login: OAuth2.optional(),
    /** Instead of a login: a token that a person copied; it runs out within hours. */
    token: z.string().min(1).meta({ secret: true }).optional(),
    /** The agency whose dossiers are read, with all below it; all that the account may see unless stated. */
    agencyId: ObjectId.optional(),
    /** Organisation codes by the id or code of an agency that has no such code in the system. */
    agencies: z.record(z.string().min(1).max(60), OrganisationCode).default({}),
    /** Levels of organisations whose names do not show them. */
    levels: z.record(OrganisationCode, OrganisationLevel).default({}),
    /** What the numbers of dossierStatus mean, beside those that are known (0, 2 and 4). */
    statuses: z.record(ListNumber, DossierStatus).default({}),
    /** What the numbers of applyMethod mean, where their names do not say it. */
    channels: z.record(ListNumber, Channel).default({}),
    fields: FieldNames.prefault({}),
    /** Fields of a dossier that state more than is known of iGate, where a deployment has them. */
    facts: FactFields.prefault({}),
    /** How days of filters are read: as local ones whatever their Z says, or as it says. */
    searchDays: z.enum(['local', 'utc']).default('local'),
    pageSize: z.int().min(2).max(2000).default(200),
    /** First day of reception that is read. */
    since: FirstDay,
    /** Days of reception that are asked for at once. */
    windowDays: z.int().min(1).max(366).default(7),
    /** Days of reception that a later pass reads again, so that it sees what was removed from them. */
    overlapDays: z.int().min(0).max(366).default(3),
    /** How far before the last change that was seen a later pass looks for changes. */
    overlapMinutes: z.int().min(0).max(100_000).default(120),
    /** After so many days everything since the first day is read again; never unless stated. */
    wholeEveryDays: WholeEveryDays,
    proceduresPath: Path.default('bd/procedure/--can-apply'),
    /** `false` leaves the figures of the system itself out. */
    statistics: z.union([z.literal(false), StatisticsConfig]).default(false),
    /** Reports take minutes. */
    http: HttpLimits.extend({
      timeoutSeconds: z.number().min(1).max(3600).default(180),
    }).prefault({}),
  })
  .refine(
    ({ login, token }) => (login === undefined) !== (token === undefined),
    say('login or token is missing, or both are there').template,
  )
export type IgateConfig = z.output<typeof IgateConfig>
