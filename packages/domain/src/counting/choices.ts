/**
 * How a rule answers, for a program, the questions on which published definitions differ. Every choice is about one
 * dossier, so that two rules can be told apart by exchanging one answer after the other.
 */
export interface Choices {
  /** Status Không được tiếp nhận: not in the row, or received and ended. */
  readonly refusedAtReception: 'left-out' | 'counted'
  /** Status Mới đăng ký with a date of receipt: in the row, or only waiting for reception. */
  readonly awaitingReception: 'counted' | 'left-out'
  /** A receipt at 00:00 exactly: of that day, or of the day before. */
  readonly bounds: 'inclusive' | 'start-excluded'
  /** What starts the clock of a dossier that was handed in irrespective of area: receipt, or the competent agency having it. */
  readonly clockStart: 'received' | 'competent'
  /** What ends handling where the source states no end of handling: nothing, or the return of the result. */
  readonly endEvent: 'finished' | 'finished-or-returned'
  /** A withdrawn dossier: resolved on time, timed like any other, or outside resolved and pending. */
  readonly withdrawn: 'on-time' | 'timed' | 'apart'
  /** Refused and stopped in handling: both resolved and timed, or the stopped ones outside resolved and pending. */
  readonly refused: 'timed' | 'stopped-apart'
  /** No channel stated: in column (5), or in a column of its own. */
  readonly nullChannel: 'direct-post' | 'other'
  /** Whether the end is compared with the due date by days or by instants. */
  readonly precision: 'day' | 'instant'
  /** No due date: never late, or due after the longest term of the procedure where that is known. */
  readonly noDueDate: 'on-time' | 'maximum-term'
  /** Time spent waiting for a supplement: already in the due date as stated, or taken off the end. */
  readonly supplement: 'as-stated' | 'deducted'
  /** More than one request for supplements: no matter, or late from the second one on. */
  readonly secondSupplement: 'ignored' | 'late'
  /** Open and waiting: within term; judged by the moment of the request; or within term by the status of now alone. */
  readonly waiting: 'within-term' | 'until-request' | 'status-now'
  /** Open on the evening of the due day: within term or overdue. */
  readonly onDueMoment: 'within' | 'overdue'
  /** Early: by the end of handling, by the return of the result, or not told from on time. */
  readonly earlySeparate: 'by-end' | 'by-return' | 'not-separate'
}

/** The questions that decide about single dossiers, in the order in which differences are looked for. */
export const CAUSES = [
  'refusedAtReception',
  'awaitingReception',
  'bounds',
  'clockStart',
  'endEvent',
  'withdrawn',
  'refused',
  'nullChannel',
  'precision',
  'noDueDate',
  'supplement',
  'secondSupplement',
  'waiting',
  'onDueMoment',
  'earlySeparate',
] as const satisfies readonly (keyof Choices)[]
/** Why two rules count a dossier differently: the question that they answer differently. */
export type Cause = (typeof CAUSES)[number]
