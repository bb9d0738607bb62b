interface Description {
  readonly name: string
  readonly kind: 'flow' | 'stock'
  /** `received` and `left` take part in the row's balance; `part` is part of a column, `outside` is in none. */
  readonly role: 'received' | 'left' | 'part' | 'outside'
}

/**
 * Figures that some rules have beside the eleven columns of Form II.06, in the order of Form 07a/BTP: name on paper,
 * kind, and place in the balance.
 */
export const EXTRA_FIGURE_DESCRIPTIONS = {
  receivedOnlineFull: { name: 'Trực tuyến toàn trình', kind: 'flow', role: 'part' },
  receivedOnlinePartial: { name: 'Trực tuyến một phần', kind: 'flow', role: 'part' },
  receivedDirect: { name: 'Trực tiếp', kind: 'flow', role: 'part' },
  receivedPostal: { name: 'Bưu chính', kind: 'flow', role: 'part' },
  receivedOtherChannel: { name: 'Hình thức khác', kind: 'flow', role: 'received' },
  receivedOutsideArea: { name: 'Phi địa giới', kind: 'flow', role: 'part' },
  receivedInsideArea: { name: 'Không phi địa giới', kind: 'flow', role: 'part' },
  resolvedLateApologised: { name: 'Quá hạn, có thư xin lỗi', kind: 'flow', role: 'part' },
  resolvedLateNotApologised: { name: 'Quá hạn, không thư xin lỗi', kind: 'flow', role: 'part' },
  pendingOverdueApologised: { name: 'Đang quá hạn, có thư xin lỗi', kind: 'stock', role: 'part' },
  pendingOverdueNotApologised: {
    name: 'Đang quá hạn, không thư xin lỗi',
    kind: 'stock',
    role: 'part',
  },
  paymentTotal: { name: 'Có thanh toán', kind: 'flow', role: 'part' },
  paymentOnline: { name: 'Thanh toán trực tuyến', kind: 'flow', role: 'part' },
  paymentDirect: { name: 'Thanh toán trực tiếp', kind: 'flow', role: 'part' },
  paymentNone: { name: 'Không phải thanh toán', kind: 'flow', role: 'part' },
  refusedAtReception: { name: 'Không được tiếp nhận', kind: 'flow', role: 'outside' },
  awaitingReception: { name: 'Chờ tiếp nhận', kind: 'stock', role: 'outside' },
  receipts: { name: 'Có thu tiền, đã có biên lai', kind: 'flow', role: 'part' },
  receiptsMissing: { name: 'Có thu tiền, chưa có biên lai', kind: 'flow', role: 'part' },
  stopped: { name: 'Dừng xử lý', kind: 'flow', role: 'left' },
  withdrawn: { name: 'Rút hồ sơ', kind: 'flow', role: 'left' },
  waiting: { name: 'Chờ bổ sung', kind: 'stock', role: 'part' },
} as const satisfies Readonly<Record<string, Description>>

export type ExtraFigure = keyof typeof EXTRA_FIGURE_DESCRIPTIONS
export const EXTRA_FIGURES = Object.keys(EXTRA_FIGURE_DESCRIPTIONS) as readonly ExtraFigure[]

/** One row's figures beside Form II.06. */
export type ExtraFigures = Readonly<Partial<Record<ExtraFigure, number>>>

/** The figures that every row gives, added up: one that a row does not give is not known of all of them. */
export function addExtraFigures(rows: readonly ExtraFigures[]): ExtraFigures {
  if (rows.length === 0) return {}
  return Object.fromEntries(
    EXTRA_FIGURES.flatMap((figure) => {
      const given = rows.flatMap((row) => row[figure] ?? [])
      if (given.length < rows.length) return []
      return [[figure, given.reduce((sum, count) => sum + count, 0)]]
    }),
  )
}
