import type { Amounts } from './amounts.ts'

/** Why a portal shows another figure than the hub counts, in the words of those who read figures. */
export const RECONCILE_CAUSE_NAMES = {
  null_channel: 'Không ghi kênh thực hiện',
  two_codes: 'Một hồ sơ có hai mã',
  rule_difference: 'Khác quy tắc đếm',
  late_synchronisation: 'Đồng bộ chậm',
  status_pushed_as_finished: 'Đẩy trạng thái đã xong khi còn đang xử lý',
  stated_otherwise: 'Nguồn khác cung cấp số liệu khác',
  handled_in_ministry_system: 'Giải quyết trên hệ thống của bộ',
} as const
export type ReconcileCause = keyof typeof RECONCILE_CAUSE_NAMES
export const RECONCILE_CAUSES = Object.keys(RECONCILE_CAUSE_NAMES) as readonly ReconcileCause[]

/**
 * A cause with what it does to the figures. `effect` is there minus here, `affected` how many dossiers each figure
 * counts differently. `identified`: the dossiers are known here one by one; `arithmetic`: a portal that states only sums
 * differs by exactly what this cause would do.
 */
export interface Explanation {
  readonly cause: ReconcileCause
  /** Which answer of the counting rule differs, or which source is a ministry's system; null for other causes. */
  readonly detail: string | null
  readonly confidence: 'identified' | 'arithmetic'
  readonly effect: Amounts
  readonly affected: Amounts
  /** The same by procedure (null = not told), where that is known. */
  readonly procedures?: readonly ProcedurePart[]
}

/** What a cause does to the figures with the dossiers of one procedure. */
export interface ProcedurePart extends Pick<Explanation, 'effect' | 'affected'> {
  readonly procedure: string | null
}
