import { PAYMENT_COUNTS, printCell, printNumber, ratioCell } from '@cchc/domain'
import type { paymentStatistics } from '@cchc/hub/questions/payment-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Column } from '../../output/listing.ts'

type PaymentRow = AnswerOf<typeof paymentStatistics>['rows'][number]

const NOT_STATED = 'không có'

/** What each source states of payments, and the share that follows from it. */
export const PAYMENT_COLUMNS: readonly Column<PaymentRow>[] = [
  { title: 'Nguồn', show: ({ source }) => source },
  count(PAYMENT_COUNTS.due.name, ({ due }) => due),
  count(PAYMENT_COUNTS.paidOnline.name, ({ paidOnline }) => paidOnline),
  {
    title: 'Tỷ lệ thanh toán trực tuyến',
    right: true,
    show: ({ share }) => (share ? printCell(ratioCell(share)) : NOT_STATED),
    plain: ({ share }) => (share ? printCell(ratioCell(share)) : ''),
  },
  count(`${PAYMENT_COUNTS.amountOnline.name} (đồng)`, ({ amountOnline }) => amountOnline),
  { title: 'Ghi chú', show: ({ provisional }) => (provisional ? 'Số liệu tạm thời' : '') },
]

function count(title: string, value: (row: PaymentRow) => number | null): Column<PaymentRow> {
  const shown = (row: PaymentRow) => {
    const number = value(row)
    return number === null ? NOT_STATED : printNumber(number)
  }
  return { title, right: true, show: shown, plain: (row) => String(value(row) ?? '') }
}
