import { z } from 'zod'
import {
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  type ExtraFigures,
} from './counting/extra-figures.ts'

const Count = z.int().min(0)

/**
 * One row of Form II.06 (TT 01/2020/TT-VPCP), columns (3)-(13). Received and resolved are flows of the period,
 * `carriedOver` and pending are stocks before its first and at the end of its last day.
 */
export const DossierStatistics = z.object({
  receivedTotal: Count,
  receivedOnline: Count,
  receivedDirectPost: Count,
  carriedOver: Count,
  resolvedTotal: Count,
  resolvedEarly: Count,
  resolvedOnTime: Count,
  resolvedLate: Count,
  pendingTotal: Count,
  pendingWithin: Count,
  pendingOverdue: Count,
})
export type DossierStatistics = z.output<typeof DossierStatistics>

/** Number and name of each column as Form II.06 prints them, in its order. */
export const II06_COLUMNS = [
  { key: 'receivedTotal', number: '(3)', name: 'Số hồ sơ nhận giải quyết: Tổng số' },
  { key: 'receivedOnline', number: '(4)', name: 'Trong kỳ: Trực tuyến' },
  { key: 'receivedDirectPost', number: '(5)', name: 'Trong kỳ: Trực tiếp, dịch vụ bưu chính' },
  { key: 'carriedOver', number: '(6)', name: 'Từ kỳ trước' },
  { key: 'resolvedTotal', number: '(7)', name: 'Số hồ sơ đã giải quyết: Tổng số' },
  { key: 'resolvedEarly', number: '(8)', name: 'Đã giải quyết: Trước hạn' },
  { key: 'resolvedOnTime', number: '(9)', name: 'Đã giải quyết: Đúng hạn' },
  { key: 'resolvedLate', number: '(10)', name: 'Đã giải quyết: Quá hạn' },
  { key: 'pendingTotal', number: '(11)', name: 'Số hồ sơ đang giải quyết: Tổng số' },
  { key: 'pendingWithin', number: '(12)', name: 'Đang giải quyết: Trong hạn' },
  { key: 'pendingOverdue', number: '(13)', name: 'Đang giải quyết: Quá hạn' },
] as const satisfies readonly {
  readonly key: keyof DossierStatistics
  readonly number: string
  readonly name: string
}[]
export type StatisticsColumn = keyof DossierStatistics

interface Identity {
  readonly name: string
  readonly left: (s: DossierStatistics) => number
  readonly right: (s: DossierStatistics) => number
}

/** The identities that the column heads of Form II.06 print, and the balance of a row. */
export const II06_IDENTITIES: readonly Identity[] = [
  {
    name: '(3)=(4)+(5)+(6)',
    left: (s) => s.receivedTotal,
    right: (s) => s.receivedOnline + s.receivedDirectPost + s.carriedOver,
  },
  {
    name: '(7)=(8)+(9)+(10)',
    left: (s) => s.resolvedTotal,
    right: (s) => s.resolvedEarly + s.resolvedOnTime + s.resolvedLate,
  },
  {
    name: '(11)=(12)+(13)',
    left: (s) => s.pendingTotal,
    right: (s) => s.pendingWithin + s.pendingOverdue,
  },
  {
    name: '(3)=(7)+(11)',
    left: (s) => s.receivedTotal,
    right: (s) => s.resolvedTotal + s.pendingTotal,
  },
]

/** One broken identity with both of its sides. */
export interface BrokenIdentity {
  readonly name: string
  readonly left: number
  readonly right: number
}

/**
 * The identities that a row breaks; empty for a sound row. Rows of portals are reported, never mended. Under a rule
 * with columns beside the form, what these received or took out of the row is part of (3)'s balance.
 */
export function brokenIdentities(
  row: DossierStatistics,
  extras: ExtraFigures = {},
): BrokenIdentity[] {
  return II06_IDENTITIES.map(({ name, left, right }) => {
    const beside = PLACES[name]
    const figures = EXTRA_FIGURES.filter(
      (figure) => EXTRA_FIGURE_DESCRIPTIONS[figure].role === beside && extras[figure] !== undefined,
    )
    return {
      name: [name, ...figures.map((figure) => EXTRA_FIGURE_DESCRIPTIONS[figure].name)].join(' + '),
      left: left(row),
      right: right(row) + figures.reduce((sum, figure) => sum + (extras[figure] ?? 0), 0),
    }
  }).filter((identity) => identity.left !== identity.right)
}

const PLACES: Readonly<Record<string, 'received' | 'left'>> = {
  '(3)=(4)+(5)+(6)': 'received',
  '(3)=(7)+(11)': 'left',
}
