/** Figures that some rules have beside the eleven columns of Form II.06, in the order of Form 07a/BTP. */
export const EXTRA_FIGURES = [
  'receivedOnlineFull',
  'receivedOnlinePartial',
  'receivedDirect',
  'receivedPostal',
  'receivedOtherChannel',
  'refusedAtReception',
  'awaitingReception',
  'stopped',
  'withdrawn',
  'waiting',
] as const
export type ExtraFigure = (typeof EXTRA_FIGURES)[number]

/** One row's figures beside Form II.06. */
export type ExtraFigures = Readonly<Partial<Record<ExtraFigure, number>>>

interface Description {
  readonly name: string
  readonly kind: 'flow' | 'stock'
  /** `received` and `left` take part in the row's balance; `part` is part of a column, `outside` is in none. */
  readonly role: 'received' | 'left' | 'part' | 'outside'
}

/** Name on paper, kind, and place in the balance of each extra figure. */
export const EXTRA_FIGURE_DESCRIPTIONS: Readonly<Record<ExtraFigure, Description>> = {
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
}
