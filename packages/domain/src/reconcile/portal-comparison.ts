import type { Channel } from '../dossier.ts'
import type { CalendarPeriod } from './calendar-period.ts'
import type { ReconcileCause } from './cause.ts'
import type { CohortReading } from './cohort.ts'
import type { CohortFigure, RowFigure } from './measures.ts'

/** Causes that follow from other declarations. */
type FoundWithoutAsking = 'null_channel' | 'stated_otherwise' | 'handled_in_ministry_system'

interface Comparison {
  /** The portal as readers of figures call it, in Vietnamese: `Thiếu trên <name>`. */
  readonly name: string
  /** Id of the counting rule that the figures follow, such as `opencps-2`. */
  readonly rule: string
  /** How readers are told of the rule, where its own name would say too much or too little. */
  readonly ruleName?: string
  /** The windows of the figures that are compared; the shortest ones that are stated win. */
  readonly periods: readonly CalendarPeriod[]
  /** `with-all-below`: an organisation's figures hold those of all below it. `alone`: its own dossiers only. */
  readonly organisations: 'with-all-below' | 'alone'
  /** `own`: the figures count the dossiers that this source itself gives. `others`: those of all other sources. */
  readonly dossiers: 'own' | 'others'
  /** Scores of the portal that follow from two of its own figures, by the `measure` of the score. */
  readonly scores?: Readonly<Record<string, ScoreShare>>
}

/** Two figures of a portal by their `measure`, the first a part of the second. */
export interface ScoreShare {
  readonly numerator: string
  readonly denominator: string
}

/** Dossiers received in the window, by what has become of them since. */
export interface CohortComparison extends Comparison {
  readonly counts: 'cohort'
  /** The portal's answers to the questions in which such figures differ. */
  readonly answers: CohortReading
  /** The channel under which the portal counts a dossier that states none; absent = under none. */
  readonly unstatedChannel?: Channel
  /**
   * By the `measure` of the portal's own figures. The first one is what shows that an organisation is missing at the
   * portal altogether.
   */
  readonly figures: Readonly<Record<string, CohortFigure>>
  /** What may explain a difference, beside an unstated channel. */
  readonly causes: readonly Exclude<ReconcileCause, FoundWithoutAsking>[]
}

/** A row of Form II.06 by the rule: what came and went in the window, and what was open before and after it. */
export interface RowComparison extends Comparison {
  readonly counts: 'row'
  /** As in a cohort; figures beside the form only where the rule counts them. */
  readonly figures: Readonly<Record<string, RowFigure>>
  /** What may explain a difference. */
  readonly causes: readonly Exclude<
    ReconcileCause,
    FoundWithoutAsking | 'status_pushed_as_finished'
  >[]
}

/**
 * How a portal counts the figures that it states of itself, so that the hub counts its own dossiers in the same way and
 * compares. A connector declares one for each way in which its portal counts.
 *
 * @example {
 *   name: 'Cổng thành phố', rule: 'tt01-2020', counts: 'row', periods: ['month'],
 *   organisations: 'with-all-below', dossiers: 'others',
 *   figures: { 'city-statistics.received': 'received', 'city-statistics.late': 'resolvedLate' },
 *   causes: ['two_codes', 'late_synchronisation'],
 * }
 */
export type PortalComparison = CohortComparison | RowComparison
