import {
  type CountingRule,
  type DossierStatistics,
  type ExtraFigures,
  onlineShare,
  type Ratio,
} from '@cchc/domain'

/** The figures of a unit, counted by a rule. */
export interface MeasuredRow {
  readonly statistics: DossierStatistics
  readonly extras?: ExtraFigures | undefined
}

/** A rate by which units are put in order. */
export interface RankedMeasure {
  readonly id: string
  readonly name: string
  readonly best: 'highest' | 'lowest'
  /** 0/0 stays 0/0. */
  rateOf(row: MeasuredRow, rule: CountingRule): Ratio | null
}

/** Every rate by which units can be put in order; the first is meant unless told. */
export const RANKED_MEASURES = [
  {
    id: 'onTime',
    name: 'Tỷ lệ giải quyết đúng hạn',
    best: 'highest',
    rateOf: ({ statistics }, rule) => rule.onTime(statistics),
  },
  {
    id: 'receivedOnline',
    name: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến',
    best: 'highest',
    rateOf: onlineShare,
  },
  {
    id: 'pendingOverdue',
    name: 'Tỷ lệ quá hạn trong hồ sơ đang giải quyết',
    best: 'lowest',
    rateOf: ({ statistics: { pendingOverdue, pendingTotal } }) => {
      return { numerator: pendingOverdue, denominator: pendingTotal }
    },
  },
] as const satisfies readonly RankedMeasure[]

export type RankedMeasureId = (typeof RANKED_MEASURES)[number]['id']
