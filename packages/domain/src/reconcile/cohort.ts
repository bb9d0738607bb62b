import { requests, waitedFor } from '../counting/supplements.ts'
import type { Dossier } from '../dossier.ts'
import { type DayNumber, dayNumberOf, type Instant, startOfDay } from '../time.ts'
import type { Amounts } from './amounts.ts'

/**
 * How the national portal answers the questions of bộ chỉ số 766 for the dossiers RECEIVED in a period: not the flows
 * and stocks of Form II.06, but what has become of those dossiers by now.
 */
export interface CohortReading {
  readonly refusedAtReception: 'left-out' | 'counted'
  readonly awaitingReception: 'counted' | 'left-out'
  readonly precision: 'instant' | 'day'
  /** The end of one that waits for a supplement: the request, or none yet. */
  readonly waiting: 'until-request' | 'open'
  readonly withdrawn: 'timed' | 'left-out'
  /** Ends after the period: taken as they are now, or not seen yet. */
  readonly laterEnds: 'counted' | 'open'
  readonly supplement: 'deducted' | 'as-stated'
  readonly secondSupplement: 'late' | 'ignored'
}

/** The reading that the portal's published formulas have. */
export const NATIONAL_READING: CohortReading = {
  refusedAtReception: 'left-out',
  awaitingReception: 'counted',
  precision: 'instant',
  waiting: 'until-request',
  withdrawn: 'timed',
  laterEnds: 'counted',
  supplement: 'deducted',
  secondSupplement: 'late',
}

/** Every reading that differs from the portal's in one answer, by the question. */
export const OTHER_READINGS: readonly {
  readonly detail: string
  readonly reading: CohortReading
}[] = Object.entries({
  refusedAtReception: { refusedAtReception: 'counted' },
  awaitingReception: { awaitingReception: 'left-out' },
  precision: { precision: 'day' },
  waiting: { waiting: 'open' },
  withdrawn: { withdrawn: 'left-out' },
  laterEnds: { laterEnds: 'open' },
  supplement: { supplement: 'as-stated' },
  secondSupplement: { secondSupplement: 'ignored' },
} satisfies Record<string, Partial<CohortReading>>).map(([detail, change]) => ({
  detail,
  reading: { ...NATIONAL_READING, ...change },
}))

/** Names of the answers in which readings differ. */
export const READING_NAMES: Readonly<Record<string, string>> = {
  refusedAtReception: 'Hồ sơ không được tiếp nhận được tính là đã tiếp nhận',
  awaitingReception: 'Hồ sơ chờ tiếp nhận không được tính',
  precision: 'So với hạn theo ngày, không theo thời điểm',
  waiting: 'Chờ bổ sung được tính là chưa xong',
  withdrawn: 'Hồ sơ công dân rút không được tính',
  laterEnds: 'Hồ sơ xong sau kỳ được tính là chưa xong',
  supplement: 'Không trừ thời gian chờ bổ sung',
  secondSupplement: 'Yêu cầu bổ sung lần hai không tính là quá hạn',
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
