import { z } from 'zod'
import { CatalogueCode, ReceivedLevel } from './code.ts'
import { say } from './messages/say.ts'
import { normaliseOrganisationCode, OrganisationCode, OrganisationLevel } from './organisation.ts'
import { ServiceLevel } from './service-level.ts'

/** National code of a procedure without suffix, `d.dddddd`, e.g. `1.004875`. */
export const ProcedureCode = z
  .string()
  .regex(/^\d\.\d{6}$/, say('not a procedure code such as 1.004875').template)
export type ProcedureCode = z.output<typeof ProcedureCode>

/** Stands before a name that a source gives without the code. */
const BY_NAME = 'ten.'

/** The procedure of dossiers of which their source does not say it. */
export const UNSTATED_PROCEDURE = 'khong-neu'

/** Of a longer name its beginning and its end are kept, which is where names differ. */
const LONGEST_NAME = { beginning: 300, end: 100 }

/**
 * The procedure of a dossier: its national code; of a source that gives names alone `ten.` (tên) and the words of the name,
 * `ten.chứng thực bản sao`; `khong-neu` where a source says nothing. No catalogue has the latter two.
 */
export const DossierProcedure = z
  .string()
  .max(LONGEST_NAME.beginning + LONGEST_NAME.end + 1 + BY_NAME.length)
  .regex(
    /^(?:\d\.\d{6}|ten\.(?!.*\d{6})[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*|khong-neu)$/u,
    say('not a procedure code such as 1.004875').template,
  )

/**
 * The procedure that a source names in these words, in small letters and without punctuation. Undefined for what is no
 * name: nothing, no letter, or a text with numbers of people in it.
 */
export function procedureByName(name: string): string | undefined {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (!/\p{L}/u.test(words) || /\d{6}|@/.test(name.replace(/[\s.]/g, ''))) return undefined
  const { beginning, end } = LONGEST_NAME
  if (words.length <= beginning + end) return `${BY_NAME}${words}`
  return `${BY_NAME}${words.slice(0, beginning).trim()} ${words.slice(-end).trim()}`
}

/** A procedure that no catalogue names, as it is shown. */
export function uncataloguedProcedure(code: string): string {
  if (code === UNSTATED_PROCEDURE) return 'Chưa nêu thủ tục'
  if (!code.startsWith(BY_NAME)) return code
  const [first = '', ...rest] = code.slice(BY_NAME.length)
  return `${first.toUpperCase()}${rest.join('')}`
}

/** A procedure code taken apart: national code, the organisation of a local variant, the number of a case. */
export interface ProcedureCodeParts {
  readonly code: ProcedureCode
  readonly organisationCode: OrganisationCode | null
  readonly caseNumber: string | null
}

const WITH_SUFFIX = /^(\d\.\d{6})(?:\.((?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}))?(?:\.(\d{2}))?$/

/** Reads `1.001612`, `1.001612.H48`, `1.001612.000.00.00.H48` and either with a case number `.02`; undefined otherwise. */
export function parseProcedureCode(text: string): ProcedureCodeParts | undefined {
  const match = WITH_SUFFIX.exec(text.trim())
  if (!match?.[1]) return undefined
  const organisationCode = match[2] ? (normaliseOrganisationCode(match[2]) ?? null) : null
  return { code: match[1], organisationCode, caseNumber: match[3] ?? null }
}

/** A fee (phí, lệ phí) of a procedure in đồng; `amount` is null where the portal states words instead of a sum. */
const ProcedureFee = z.object({
  kind: z.enum(['fee', 'charge', 'unknown']),
  amount: z.int().min(0).nullable(),
})

/** One online service of a procedure: who offers it, at which level (as received and normalised). */
const OnlineService = z.object({
  organisationCode: OrganisationCode.nullable(),
  level: ServiceLevel,
  levelReceived: ReceivedLevel,
})

/**
 * An administrative procedure (thủ tục hành chính, TTHC) as one source describes it; null = that source does not say.
 * Sources: LayDanhSachTTHC / LayThuTuc of the national portal, `serviceinfos` of OpenCPS.
 */
export const Procedure = z.object({
  code: ProcedureCode,
  variantOf: OrganisationCode.nullable(),
  name: z.string().min(1).max(1500),
  fieldCode: CatalogueCode.nullable(),
  fieldName: z.string().max(300).nullable(),
  /** Cấp thực hiện; empty = not stated. */
  levels: z.array(OrganisationLevel),
  services: z.array(OnlineService).nullable(),
  interlinked: z.enum(['none', 'same_level', 'cross_level', 'unspecified']).nullable(),
  fees: z.array(ProcedureFee).nullable(),
  onlinePayment: z.boolean().nullable(),
  publishedNationally: z.boolean().nullable(),
  inForce: z.boolean(),
})
export type Procedure = z.output<typeof Procedure>

/** Whether a procedure carries a financial obligation: some fee of more than zero đồng; null = not stated. */
export function hasFee(procedure: Pick<Procedure, 'fees'>): boolean | null {
  return procedure.fees === null ? null : procedure.fees.some((fee) => (fee.amount ?? 0) > 0)
}

/** A field of administration (lĩnh vực), e.g. `G03-GD10`. */
export const Field = z.object({ code: CatalogueCode, name: z.string().min(1).max(300) })
export type Field = z.output<typeof Field>
