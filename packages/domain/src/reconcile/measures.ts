import type { ExtraFigure } from '../counting/extra-figures.ts'
import type { DossierStatistics } from '../dossier-statistics.ts'
import type { StatedColumn } from '../stated/stated-columns.ts'

/** What a figure that is compared counts, in the words of those who read it. */
export const RECONCILE_MEASURES = {
  received: 'Tiếp nhận',
  onTime: 'Đúng hạn',
  overdue: 'Quá hạn',
  completed: 'Đã giải quyết',
  total: 'Tổng số',
  carriedOver: 'Từ kỳ trước',
  resolved: 'Đã giải quyết',
  resolvedEarly: 'Đã giải quyết trước hạn',
  resolvedOnTime: 'Đã giải quyết đúng hạn',
  resolvedLate: 'Đã giải quyết quá hạn',
  pending: 'Đang giải quyết',
  pendingWithin: 'Đang giải quyết trong hạn',
  pendingOverdue: 'Đang giải quyết quá hạn',
  waiting: 'Chờ bổ sung',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng xử lý',
  refusedAtReception: 'Không được tiếp nhận',
  awaitingReception: 'Chờ tiếp nhận',
} as const
export type ReconcileMeasure = keyof typeof RECONCILE_MEASURES

/** Channels of figures that are compared, in the same words. */
export const RECONCILE_CHANNELS = {
  online: 'Trực tuyến',
  direct: 'Trực tiếp',
  postal: 'Bưu chính',
  direct_postal: 'Trực tiếp, bưu chính',
} as const
export type ReconcileChannel = keyof typeof RECONCILE_CHANNELS

/** What can be counted of the dossiers received in a period: a measure, or a measure and a channel. */
export const COHORT_FIGURES = [
  'received',
  'received.online',
  'received.direct',
  'received.postal',
  'onTime',
  'onTime.online',
  'overdue',
  'overdue.online',
  'completed',
] as const
export type CohortFigure = (typeof COHORT_FIGURES)[number]

/** Columns of Form II.06 as figures that are compared. */
export const ROW_COLUMNS = {
  total: (row) => row.receivedTotal,
  received: (row) => row.receivedTotal - row.carriedOver,
  'received.online': (row) => row.receivedOnline,
  'received.direct_postal': (row) => row.receivedDirectPost,
  carriedOver: (row) => row.carriedOver,
  resolved: (row) => row.resolvedTotal,
  resolvedEarly: (row) => row.resolvedEarly,
  resolvedOnTime: (row) => row.resolvedOnTime,
  resolvedLate: (row) => row.resolvedLate,
  pending: (row) => row.pendingTotal,
  pendingWithin: (row) => row.pendingWithin,
  pendingOverdue: (row) => row.pendingOverdue,
} as const satisfies Readonly<Record<string, (row: DossierStatistics) => number>>

/** Figures beside the form, which only some rules count. */
export const ROW_EXTRAS = {
  'received.direct': 'receivedDirect',
  'received.postal': 'receivedPostal',
  waiting: 'waiting',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
  refusedAtReception: 'refusedAtReception',
  awaitingReception: 'awaitingReception',
} as const satisfies Readonly<Record<string, ExtraFigure>>

/** What can be counted as a row of Form II.06 and beside it. */
export type RowFigure = keyof typeof ROW_COLUMNS | keyof typeof ROW_EXTRAS

/** A figure's measure and channel; null = all channels. */
export function partsOf(figure: CohortFigure | RowFigure): {
  readonly measure: ReconcileMeasure
  readonly channel: ReconcileChannel | null
} {
  const [measure, channel = null] = figure.split('.') as [ReconcileMeasure, ReconcileChannel?]
  return { measure, channel }
}

/** The figure that each column of a stated row is compared as. */
export const STATED_FIGURES = {
  receivedTotal: 'total',
  receivedInPeriod: 'received',
  receivedOnline: 'received.online',
  receivedDirectPost: 'received.direct_postal',
  carriedOver: 'carriedOver',
  resolvedTotal: 'resolved',
  resolvedEarly: 'resolvedEarly',
  resolvedOnTime: 'resolvedOnTime',
  resolvedLate: 'resolvedLate',
  pendingTotal: 'pending',
  pendingWithin: 'pendingWithin',
  pendingOverdue: 'pendingOverdue',
  receivedDirect: 'received.direct',
  receivedPostal: 'received.postal',
  waiting: 'waiting',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
  refusedAtReception: 'refusedAtReception',
  awaitingReception: 'awaitingReception',
} as const satisfies Readonly<Partial<Record<StatedColumn, RowFigure>>>
