import { z } from 'zod'
import { say } from '../messages/say.ts'
import { OrganisationCode } from '../organisation.ts'
import type { QuantityKind } from '../quantity.ts'
import { Day } from '../time.ts'

const Count = z.int().min(0)

/** Whose counts they are, and of which days (inclusive, Asia/Ho_Chi_Minh). `provisional`: the days are not over. */
const Period = z.object({
  organisationCode: OrganisationCode,
  /** The organisation alone, or with all below it. */
  organisations: z.enum(['alone', 'with_all_below']),
  from: Day,
  to: Day,
  provisional: z.boolean(),
})

/**
 * Petitions (phản ánh, kiến nghị) of an organisation as a source counts them; nothing of who wrote them or what they say.
 * `about`: those about regulations of procedures (Biểu 3 of công văn 581/BNV-CCHC, Form II.05), or all petitions (bộ chỉ số
 * 766, 5.1-5.3). A count that the source does not state is left out, never 0.
 */
export const PetitionCount = Period.extend({
  about: z.enum(['regulations', 'all']),
  counts: z.object({
    /** Received in the days. */
    received: Count.optional(),
    /** Answered in the days. */
    answered: Count.optional(),
    /** Received in the days and answered in time. */
    onTime: Count.optional(),
    /** In process at the end of the days. */
    inProcess: Count.optional(),
  }),
})
  .refine(({ from, to }) => from <= to, { path: ['to'], message: backwards() })
  .refine(({ counts }) => (counts.onTime ?? 0) <= (counts.received ?? Infinity), {
    path: ['counts', 'onTime'],
    message: say('more in time than were received').template,
  })
export type PetitionCount = z.output<typeof PetitionCount>

/** What identifies a count of petitions at its source. */
export const PETITION_COUNT_KEY = ['organisationCode', 'organisations', 'from', 'to', 'about']

/**
 * Payments for dossiers of an organisation as a source counts them, by the dossiers received in the days; nothing of who
 * paid. A count that the source does not state is left out, never 0.
 */
export const PaymentCount = Period.extend({
  counts: z.object({
    /** Dossiers with a financial obligation (nghĩa vụ tài chính). */
    due: Count.optional(),
    /** Dossiers that were paid online. */
    paidOnline: Count.optional(),
    /** What was paid online, in đồng. */
    amountOnline: Count.optional(),
  }),
})
  .refine(({ from, to }) => from <= to, { path: ['to'], message: backwards() })
  .refine(({ counts }) => (counts.paidOnline ?? 0) <= (counts.due ?? Infinity), {
    path: ['counts', 'paidOnline'],
    message: say('more were paid online than had to be paid').template,
  })
export type PaymentCount = z.output<typeof PaymentCount>

/** What identifies a count of payments at its source. */
export const PAYMENT_COUNT_KEY = ['organisationCode', 'organisations', 'from', 'to']

function backwards(): string {
  return say('ends before it begins').template
}

interface CountDescription {
  /** In Vietnamese, as reports name it. */
  readonly name: string
  /** What may be added to it over time. */
  readonly kind: QuantityKind
}

/** Every count of petitions. */
export const PETITION_COUNTS = {
  received: { name: 'Phản ánh, kiến nghị đã tiếp nhận', kind: 'flow' },
  answered: { name: 'Phản ánh, kiến nghị đã giải quyết', kind: 'flow' },
  onTime: { name: 'Phản ánh, kiến nghị giải quyết đúng hạn', kind: 'flow' },
  inProcess: { name: 'Phản ánh, kiến nghị đang giải quyết', kind: 'stock' },
} as const satisfies Record<keyof PetitionCount['counts'], CountDescription>

/** Every count of payments. */
export const PAYMENT_COUNTS = {
  due: { name: 'Hồ sơ có nghĩa vụ tài chính', kind: 'flow' },
  paidOnline: { name: 'Hồ sơ thanh toán trực tuyến', kind: 'flow' },
  amountOnline: { name: 'Số tiền thanh toán trực tuyến', kind: 'flow' },
} as const satisfies Record<keyof PaymentCount['counts'], CountDescription>
