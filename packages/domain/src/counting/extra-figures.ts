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
  refusedAtReception: { name: 'Không được tiếp nhận', kind: 'flow', role: 'outside' },
  awaitingReception: { name: 'Chờ tiếp nhận', kind: 'stock', role: 'outside' },
  stopped: { name: 'Dừng xử lý', kind: 'flow', role: 'left' },
  withdrawn: { name: 'Rút hồ sơ', kind: 'flow', role: 'left' },
  waiting: { name: 'Chờ bổ sung', kind: 'stock', role: 'part' },
} as const satisfies Readonly<Record<string, Description>>

export type ExtraFigure = keyof typeof EXTRA_FIGURE_DESCRIPTIONS
export const EXTRA_FIGURES = Object.keys(EXTRA_FIGURE_DESCRIPTIONS) as readonly ExtraFigure[]

/** One row's figures beside Form II.06. */
export type ExtraFigures = Readonly<Partial<Record<ExtraFigure, number>>>
