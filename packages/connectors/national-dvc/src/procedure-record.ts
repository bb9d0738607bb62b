import {
  type OrganisationLevel,
  type Procedure,
  type ProcedureCodeParts,
  parseProcedureCode,
} from '@cchc/domain'
import { feesOf } from './fees.ts'
import { plainText } from './plain-text.ts'
import { isObject, type JsonObject, objectsOf, textOf } from './values.ts'

/** A procedure as LayDanhSachTTHC lists it; `parts` is undefined for a code that cannot be read. */
export interface ListedProcedure {
  readonly received: string
  readonly parts: ProcedureCodeParts | undefined
  readonly row: JsonObject
}

export function listedProcedure(row: JsonObject): ListedProcedure {
  const received = (textOf(row.MATTHC) ?? '').trim()
  return { received, parts: parseProcedureCode(received), row }
}

const LEVELS: Readonly<Record<string, OrganisationLevel>> = {
  '1': 'province',
  '2': 'district',
  '3': 'commune',
}

/**
 * The domain's procedure from a list row and, where the portal has one, its detail. What this interface does not tell
 * (levels of online service, payment, being offered on the national portal) stays null.
 */
export function procedureRecord(listed: ListedProcedure, detail: JsonObject = {}): Procedure {
  const { received, parts, row } = listed
  const field = isObject(detail.LINHVUCTHUCHIEN) ? detail.LINHVUCTHUCHIEN : row
  return {
    code: parts?.code ?? received,
    variantOf: parts?.organisationCode ?? null,
    name: plainText(textOf(detail.TENTTHC) || textOf(row.TENTTHC) || ''),
    fieldCode: stated(field.MALINHVUC) ?? stated(row.MALINHVUC),
    fieldName: stated(field.TENLINHVUC) ?? stated(row.TENLINHVUC),
    levels: levelsOf(detail.CAPTHUCHIEN),
    services: null,
    interlinked: null,
    fees: feesOf(detail),
    onlinePayment: null,
    publishedNationally: null,
    inForce: true,
  }
}

function stated(value: unknown): string | null {
  return plainText(textOf(value) ?? '') || null
}

function levelsOf(value: unknown): OrganisationLevel[] {
  const codes = objectsOf(value).map((each) => (textOf(each.CAPTHUCHIEN) ?? '').trim())
  return [...new Set(codes.flatMap((code) => LEVELS[code] ?? []))]
}
