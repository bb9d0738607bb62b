import { z } from 'zod'
import { CatalogueCode, ReceivedLevel, ReceivedStatus } from './code.ts'
import { DossierFacts, factFault } from './dossier-facts.ts'
import { say } from './messages/say.ts'
import { OrganisationCode } from './organisation.ts'
import { DossierProcedure } from './procedure.ts'
import { ServiceLevel } from './service-level.ts'
import { Instant } from './time.ts'

/** How a dossier was submitted (KenhThucHien 2 / 1 / 3): online, at the counter, by public post. */
export const Channel = z.enum(['online', 'direct', 'postal'])
export type Channel = z.output<typeof Channel>

/** Normalised status; the national portal's TrangThaiHoSo 1-10 and OpenCPS's dossierStatus map onto it. */
export const DossierStatus = z.enum([
  'registered',
  'refused_at_reception',
  'received',
  'processing',
  'awaiting_supplement',
  'awaiting_payment',
  'withdrawn',
  'stopped',
  'refused',
  'finished',
  'returned',
])
export type DossierStatus = z.output<typeof DossierStatus>

/** An interval in which the clock stood still (chờ bổ sung); `to` is null while it lasts. */
export const Pause = z.object({ from: Instant, to: Instant.nullable() })
export type Pause = z.output<typeof Pause>

/**
 * The counting facts of one dossier (hồ sơ) at one source; nothing in it identifies a citizen.
 * Instants are epoch ms, null = the portal states none. `finishedAt` is NgayKetThucXuLy (result ready, or handling
 * ended otherwise), `returnedAt` NgayTra. `version` orders the states of one dossier, a larger
 * one being newer: epoch ms of its last change, or a smaller number that grows. One later than now is not believed.
 * `lastingId` is the portal's own id of the record, which stays when the dossier gets another code.
 */
export const Dossier = z
  .object({
    code: z
      .string()
      .regex(/^[0-9A-Za-z][0-9A-Za-z.\-_/]{0,59}$/, say('not a dossier code').template),
    procedureCode: DossierProcedure,
    organisationCode: OrganisationCode,
    fieldCode: CatalogueCode.nullable(),
    channel: Channel.nullable(),
    status: DossierStatus,
    statusReceived: ReceivedStatus,
    receivedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    returnedAt: Instant.nullable(),
    pauses: z.array(Pause),
    onlinePayment: z.boolean().nullable(),
    digitised: z.boolean().nullable(),
    serviceLevel: ServiceLevel.nullable(),
    serviceLevelReceived: ReceivedLevel.nullable(),
    facts: DossierFacts.optional(),
    version: z.int().min(0),
    lastingId: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,40}$/, say('not an id of a record').template)
      .optional(),
  })
  .refine((d) => d.finishedAt === null || d.receivedAt === null || d.finishedAt >= d.receivedAt, {
    path: ['finishedAt'],
    message: say('finished before it was received').template,
  })
  .check(({ value, issues }) => {
    const fault = value.facts && factFault(value.facts, value.finishedAt)
    if (fault)
      issues.push({ code: 'custom', path: ['facts'], message: fault.template, input: value })
  })
export type Dossier = z.output<typeof Dossier>
