import { PAYMENT_COUNTS, type PaymentCount, type Ratio } from '@cchc/domain'
import { type CountedScope, periodCounts } from '../figure/period-count.ts'

/** What one source states of payments for the dossiers received in a period; null = not for all of its days, never 0. */
export interface PaymentShare {
  readonly source: string
  readonly counts: Readonly<Record<keyof PaymentCount['counts'], number | null>>
  /** Dossiers paid online of those that have to be paid for; null where the source does not state both. */
  readonly paidOnline: Ratio | null
  /** Days of the period are not over. */
  readonly provisional: boolean
}

const COUNTS = Object.keys(PAYMENT_COUNTS) as (keyof PaymentCount['counts'])[]

/** What each source states of an organisation's payments in a period, by source; those that state nothing are left out. */
export async function paymentShares(scope: CountedScope): Promise<readonly PaymentShare[]> {
  const found = await Promise.all(
    COUNTS.map(async (count) => {
      const { kind } = PAYMENT_COUNTS[count]
      const stated = await periodCounts(scope, { entity: 'payment-count', count, kind })
      return stated.map((one) => ({ count, ...one }))
    }),
  )
  return [...Map.groupBy(found.flat(), ({ source }) => source)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, stated]) => {
      const of = (count: string) => stated.find((one) => one.count === count)?.value ?? null
      const counts = {
        due: of('due'),
        paidOnline: of('paidOnline'),
        amountOnline: of('amountOnline'),
      }
      const records = stated.flatMap((one) => one.records)
      const provisional = records.some(({ value }) => value.provisional)
      return { source, counts, paidOnline: ratioOf(counts), provisional }
    })
}

function ratioOf({ due, paidOnline }: PaymentShare['counts']): Ratio | null {
  if (due === null || paidOnline === null) return null
  return { numerator: paidOnline, denominator: due }
}
