import { PAYMENT_COUNTS } from '@cchc/domain'
import { z } from 'zod'
import { defineFigure } from './define-figure.ts'
import { namesOf, oneOf } from './parameters.ts'
import { readPeriodCount } from './read-period-count.ts'

/** Online payments for the dossiers received in the period, as sources state them; an amount is in đồng. */
export const onlinePayments = defineFigure({
  id: 'online-payments',
  name: 'Thanh toán trực tuyến',
  where: z.strictObject({ count: oneOf(namesOf(PAYMENT_COUNTS)) }),
  of: ({ count }) => {
    const { name, kind } = PAYMENT_COUNTS[count]
    const query = { entity: 'payment-count', count, kind } as const
    return {
      kind,
      conditions: [],
      noted: [name],
      missing: `Chưa nguồn nào cung cấp số liệu này của đơn vị cho đủ các ngày trong kỳ: ${name}.`,
      read: ({ scope }) => readPeriodCount(scope, query),
      behind: { records: 'period-counts', query },
    }
  },
})
