import { requests, waitedFor } from '../counting/supplements.ts'
import type { Dossier } from '../dossier.ts'
import { type DayNumber, dayNumberOf, type Instant, startOfDay } from '../time.ts'
import type { Amounts } from './amounts.ts'

/**
 * What becomes of the dossiers RECEIVED in a period, as bộ chỉ số 766 asks: not the flows and stocks of Form II.06, but
 * how they stand by now. Portals answer these questions differently; every answer in the words of those who read figures.
 */
export const COHORT_ANSWERS = {
  /** Not received at all, or received and ended at once. */
  refusedAtReception: {
    'left-out': 'Hồ sơ không được tiếp nhận không được tính',
    counted: 'Hồ sơ không được tiếp nhận được tính là đã tiếp nhận',
  },
  awaitingReception: {
    counted: 'Hồ sơ chờ tiếp nhận được tính là đã tiếp nhận',
    'left-out': 'Hồ sơ chờ tiếp nhận không được tính',
  },
  /** How the end is compared with the due date. */
  precision: {
    instant: 'So với hạn theo thời điểm, không theo ngày',
    day: 'So với hạn theo ngày, không theo thời điểm',
  },
  /** The end of one that waits for a supplement: the request, or none yet. */
  waiting: {
    'until-request': 'Chờ bổ sung được tính là xong từ khi yêu cầu bổ sung',
    open: 'Chờ bổ sung được tính là chưa xong',
  },
  withdrawn: {
    timed: 'Hồ sơ công dân rút được tính và xét hạn như mọi hồ sơ',
    'left-out': 'Hồ sơ công dân rút không được tính',
  },
  /** Ends after the period: taken as they are now, or not seen yet. */
  laterEnds: {
    counted: 'Hồ sơ xong sau kỳ được tính là đã xong',
    open: 'Hồ sơ xong sau kỳ được tính là chưa xong',
  },
  /** Time spent waiting for a supplement: taken off the end, or already in the due date. */
  supplement: {
    deducted: 'Trừ thời gian chờ bổ sung',
    'as-stated': 'Không trừ thời gian chờ bổ sung',
  },
  secondSupplement: {
    late: 'Yêu cầu bổ sung lần hai tính là quá hạn',
    ignored: 'Yêu cầu bổ sung lần hai không tính là quá hạn',
  },
} as const

/** One answer to each of the questions. */
export type CohortReading = {
  readonly [Q in keyof typeof COHORT_ANSWERS]: keyof (typeof COHORT_ANSWERS)[Q]
}

/** Every reading that differs from this one in one answer, by the question, with the other answer in words. */
export function otherReadings(reading: CohortReading) {
  return Object.entries(COHORT_ANSWERS).flatMap(([detail, answers]) =>
    Object.entries(answers)
      .filter(([answer]) => answer !== reading[detail as keyof CohortReading])
      .map(([answer, name]) => ({ detail, name, reading: { ...reading, [detail]: answer } })),
  )
}

export type CohortDossier = Pick<
  Dossier,
  'channel' | 'status' | 'receivedAt' | 'dueAt' | 'finishedAt' | 'returnedAt' | 'pauses'
>

/** Inclusive days in Asia/Ho_Chi_Minh. */
export interface Days {
  readonly from: DayNumber
  readonly to: DayNumber
}

const NOTHING: Amounts = {}

/**
 * One dossier's share in the figures of those received in the days: `received`, `onTime`, `overdue` (which add up to
 * `received`) and `completed`, and by channel `received.online` and so on; an unstated channel is `received.unknown`.
 */
export function countInCohort(reading: CohortReading, dossier: CohortDossier, days: Days): Amounts {
  const { receivedAt, channel } = dossier
  if (receivedAt === null || isLeftOut(reading, dossier)) return NOTHING
  const day = dayNumberOf(receivedAt)
  if (day < days.from || day > days.to) return NOTHING
  const end = endOf(reading, dossier, days)
  const timing = isLate(reading, dossier, { end, days }) ? 'overdue' : 'onTime'
  return {
    received: 1,
    [`received.${channel ?? 'unknown'}`]: 1,
    [timing]: 1,
    ...(channel === 'online' ? { [`${timing}.online`]: 1 } : {}),
    ...(end !== null && isCompleted(dossier) ? { completed: 1 } : {}),
  }
}

function isLeftOut(reading: CohortReading, { status }: CohortDossier): boolean {
  if (status === 'refused_at_reception') return reading.refusedAtReception === 'left-out'
  if (status === 'registered') return reading.awaitingReception === 'left-out'
  return status === 'withdrawn' && reading.withdrawn === 'left-out'
}

function isCompleted({ status }: CohortDossier): boolean {
  return status === 'finished' || status === 'returned'
}

function endOf(reading: CohortReading, dossier: CohortDossier, days: Days): Instant | null {
  const stated = statedEnd(dossier)
  const end = stated ?? (reading.waiting === 'until-request' ? requestOf(dossier) : null)
  const isLater = end !== null && dayNumberOf(end) > days.to
  return isLater && reading.laterEnds === 'open' ? null : end
}

function statedEnd({ status, receivedAt, finishedAt, returnedAt }: CohortDossier): Instant | null {
  if (finishedAt !== null) return finishedAt
  if (status === 'refused_at_reception') return receivedAt
  return status === 'returned' ? returnedAt : null
}

function requestOf({ status, pauses }: CohortDossier): Instant | null {
  return status === 'awaiting_supplement' ? (requests(pauses, null).at(-1) ?? null) : null
}

/** An open dossier is judged at the last instant of the days. */
function isLate(
  reading: CohortReading,
  { dueAt, receivedAt, pauses }: CohortDossier,
  { end, days }: { readonly end: Instant | null; readonly days: Days },
): boolean {
  if (reading.secondSupplement === 'late' && requests(pauses, end).length > 1) return true
  if (dueAt === null) return false
  const at = end ?? startOfDay(days.to + 1) - 1
  const waited =
    reading.supplement === 'deducted' && end !== null
      ? waitedFor(pauses, { start: receivedAt ?? end, end })
      : 0
  if (reading.precision === 'instant') return at - waited > dueAt
  return dayNumberOf(at - waited) > dayNumberOf(dueAt)
}
