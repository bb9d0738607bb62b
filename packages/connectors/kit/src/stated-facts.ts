import { type DossierFacts, folded, type Payment, say, statedFacts } from '@cchc/domain'
import { z } from 'zod'
import { organisationCodeIn } from './codes.ts'
import { refuse } from './map-each.ts'
import { fieldAt, type Row, text } from './row.ts'

const FieldPath = z
  .string()
  .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,3}$/, say('not the name of a field').template)
  .optional()

/**
 * Which fields of a portal's rows state what not every portal states of a dossier (`DossierFacts`), with dots between
 * the parts of a nested one. What is not named here is not read, and stays not stated.
 */
export const FactFields = z.strictObject({
  handedInAt: FieldPath,
  competentSince: FieldPath,
  receivingOrganisation: FieldPath,
  apology: FieldPath,
  outsideArea: FieldPath,
  payment: FieldPath,
  receipt: FieldPath,
})
export type FactFields = z.output<typeof FactFields>

/** The fields of a row that hold facts, without what is nested in them. */
export function factFieldNames(fields: FactFields): readonly string[] {
  return Object.values(fields).flatMap((path) => path?.split('.', 1) ?? [])
}

/** How a portal writes what a fact is made of; times that cannot be read are NaN, for the schema to refuse. */
interface Reading {
  time(value: unknown): number | null
}

/** The facts that a row states; nothing where it states none, so that `...factsIn(row, ...)` adds no field. */
export function factsIn(
  row: Row,
  fields: FactFields,
  { time }: Reading,
): { readonly facts?: DossierFacts } {
  if (factFieldNames(fields).length === 0) return {}
  const at = (name: keyof FactFields) => {
    const path = fields[name]
    return path === undefined ? '' : text(fieldAt(row, ...path.split('.'))).trim()
  }
  const organisation = at('receivingOrganisation')
  const facts = statedFacts({
    handedInAt: time(at('handedInAt')) ?? undefined,
    competentSince: time(at('competentSince')) ?? undefined,
    receivingOrganisation: organisation === '' ? undefined : organisationCodeIn(organisation),
    apology: known(answerIn(at('apology')), 'apology'),
    outsideArea: known(answerIn(at('outsideArea')), 'outsideArea'),
    payment: known(paymentIn(at('payment')), 'payment'),
    receipt: known(answerIn(at('receipt')), 'receipt'),
  })
  return facts === undefined ? {} : { facts }
}

/** Refuses the row where a fact is stated in words that nobody knows; null = nothing is stated. */
function known<T>(answer: T | null | undefined, name: keyof FactFields): T | undefined {
  if (answer === undefined) {
    return refuse(say('states an answer that is not known'), { path: `facts.${name}` })
  }
  return answer ?? undefined
}

const YES = /^(true|1|co|x|yes|roi)$|^(da|co) (co|gui|cap|xuat|phat hanh|xin loi|thu|bien lai)\b/
const NO = /^(false|0|no)$|^(khong|chua)\b/

/** Yes or no as portals and lists write it; null where nothing is written, undefined where it is neither. */
export function answerIn(written: string): boolean | null | undefined {
  const words = folded(written).trim()
  if (words === '') return null
  if (NO.test(words)) return false
  return YES.test(words) ? true : undefined
}

/** 0, 1 and 2 are those of FormsPayments at the national system that tracks dossiers. */
const PAYMENTS: readonly (readonly [RegExp, Payment | null])[] = [
  [/^(chua|cho)\b/, null],
  [/^(0|none|mien|khong)\b/, 'none'],
  [/^(1|online)\b|truc tuyen|cong dich vu cong|cong thanh toan/, 'online'],
  [/^(2|direct)\b|truc tiep|tien mat|chuyen khoan|tai quay|buu (chinh|dien)/, 'direct'],
]

/** How fees were paid, as portals and lists write it; null where nothing is written or paid yet, undefined where it is not known. */
export function paymentIn(written: string): Payment | null | undefined {
  const words = folded(written).trim()
  if (words === '') return null
  return PAYMENTS.find(([pattern]) => pattern.test(words))?.[1]
}
