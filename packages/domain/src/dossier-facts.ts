import { z } from 'zod'
import { say } from './messages/say.ts'
import { OrganisationCode } from './organisation.ts'
import { dayNumberOf, Instant } from './time.ts'

/** How the fees of a dossier were paid: there were none, online, or at the counter and by transfer. */
export const Payment = z.enum(['none', 'online', 'direct'])
export type Payment = z.output<typeof Payment>

/**
 * What a source may state of a dossier beside what every portal states; absent = it says nothing, which is never "no".
 * `handedInAt` is when it was handed in, `competentSince` when the competent agency got it where it was handed in
 * elsewhere (NĐ 309/2026/NĐ-CP Đ.8.3), `outsideArea` whether it was handed in irrespective of area (phi địa giới),
 * `apology` whether a letter of apology was sent for its delay, `receipt` whether one was issued for what was paid.
 */
export const DossierFacts = z.object({
  handedInAt: Instant.optional(),
  competentSince: Instant.optional(),
  receivingOrganisation: OrganisationCode.optional(),
  apology: z.boolean().optional(),
  outsideArea: z.boolean().optional(),
  payment: Payment.optional(),
  receipt: z.boolean().optional(),
})
export type DossierFacts = z.output<typeof DossierFacts>

/** What each is called on paper, in the order in which facts are stored and shown. */
export const FACT_NAMES = {
  handedInAt: 'Thời điểm nộp',
  competentSince: 'Cơ quan có thẩm quyền nhận được',
  receivingOrganisation: 'Cơ quan tiếp nhận',
  apology: 'Có thư xin lỗi',
  outsideArea: 'Phi địa giới',
  payment: 'Thanh toán',
  receipt: 'Đã có biên lai',
} as const satisfies Readonly<Record<keyof DossierFacts, string>>

export type FactName = keyof typeof FACT_NAMES
export const FACTS = Object.keys(FACT_NAMES) as readonly FactName[]

/** Only what is stated, always in the same order; undefined where that is nothing. */
export function statedFacts(facts: DossierFacts | undefined): DossierFacts | undefined {
  if (facts === undefined) return undefined
  const stated = FACTS.filter((name) => facts[name] !== undefined)
  if (stated.length === 0) return undefined
  return Object.fromEntries(stated.map((name) => [name, facts[name]]))
}

/** What no dossier can be, by days: with the competent agency before it was handed in, or finished before it was there. */
export function factFault(facts: DossierFacts, finishedAt: Instant | null) {
  const { handedInAt, competentSince } = facts
  if (competentSince === undefined) return undefined
  const since = dayNumberOf(competentSince)
  if (handedInAt !== undefined && dayNumberOf(handedInAt) > since) {
    return say('with the competent agency before it was handed in')
  }
  if (finishedAt !== null && dayNumberOf(finishedAt) < since) {
    return say('finished before the competent agency had it')
  }
  return undefined
}
