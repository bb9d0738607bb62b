import { PAYMENT_COUNTS, printCell, printNumber, ratioCell } from '@cchc/domain'
import type { paymentStatistics } from '@cchc/hub/questions/payment-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Column } from '../../output/listing.ts'
import { unlessSuppressed } from '../../output/suppressed.ts'

type PaymentRow = AnswerOf<typeof paymentStatistics>['rows'][number]

const NOT_STATED = 'không có'

/** What each source states of payments, and the share that follows from it. */
export const PAYMENT_COLUMNS: readonly Column<PaymentRow>[] = [
  { title: 'Nguồn', show: ({ source }) => source },
  count(PAYMENT_COUNTS.due.name, 'due'),
  count(PAYMENT_COUNTS.paidOnline.name, 'paidOnline'),
  {
    title: 'Tỷ lệ thanh toán trực tuyến',
    right: true,
    ...unlessSuppressed<PaymentRow>('share', {
      show: ({ share }) => (share ? printCell(ratioCell(share)) : NOT_STATED),
      plain: ({ share }) => (share ? printCell(ratioCell(share)) : ''),
    }),
  },
  count(`${PAYMENT_COUNTS.amountOnline.name} (đồng)`, 'amountOnline'),
  { title: 'Ghi chú', show: ({ provisional }) => (provisional ? 'Số liệu tạm thời' : '') },
]

function count(title: string, name: 'due' | 'paidOnline' | 'amountOnline'): Column<PaymentRow> {
  const shown = ({ [name]: number }: PaymentRow) => {
    return number === null ? NOT_STATED : printNumber(number)
  }
  const plain = ({ [name]: number }: PaymentRow) => String(number ?? '')
  return {
    title,
    right: true,
    ...unlessSuppressed<PaymentRow>(name, { show: shown, plain }),
  }
}
