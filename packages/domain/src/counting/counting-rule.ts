import type { Dossier } from '../dossier.ts'
import type { DossierStatistics } from '../dossier-statistics.ts'
import type { InForce } from '../in-force.ts'
import type { LegalDocument } from '../legal-document.ts'
import type { Ratio } from '../quantity.ts'
import type { DayNumber } from '../time.ts'
import type { BilingualText } from './bilingual-text.ts'
import { CAUSES, type Choices } from './choices.ts'
import type { ExtraFigure } from './extra-figures.ts'

/** What a rule may look at. */
export type CountedDossier = Pick<
  Dossier,
  'channel' | 'status' | 'receivedAt' | 'dueAt' | 'finishedAt' | 'returnedAt' | 'pauses'
> & {
  readonly serviceLevel?: Dossier['serviceLevel']
  readonly facts?: Dossier['facts']
  /** Longest term of the procedure in days of 24 hours; absent or null = not known. */
  readonly maximumTermDays?: number | null
}

/** The dated events that figures are sums of. Every one is additive over dossiers, organisations, channels and days. */
export const MEASURES = [
  'received',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'overdueOpened',
  'overdueClosed',
] as const
export type Measure = (typeof MEASURES)[number]

/** Receives one event of a dossier; called by `CountingRule.count`. */
export type AddEvent = (measure: Measure, day: DayNumber) => void

/** Receives one event of a figure beside Form II.06: a flow on its day, a stock on the days it begins and, as -1, ends. */
export type AddExtra = (figure: ExtraFigure, day: DayNumber, count?: 1 | -1) => void

/** Questions on which published definitions differ; each rule answers all of them in one sentence. */
export const QUESTIONS = [...CAUSES, 'emptyDenominator'] as const
export type Question = (typeof QUESTIONS)[number]

/**
 * A named, versioned definition of how dossiers are counted (quy tắc đếm). `count` is pure: it turns one dossier into
 * dated events. Flows of a period are the events within it; stocks on a day are the events up to it; so any period,
 * cut-off and opening balance is a sum over days, and a ledger of such sums equals a scan of the dossiers.
 */
export interface CountingRule {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly legalBasis: readonly LegalDocument[]
  /** Without a first day it is in use, but nothing says since when. */
  readonly inForce: InForce
  readonly answers: Readonly<Record<Question, BilingualText>>
  /** What the definition leaves open and how it is read here; empty when nothing is. */
  readonly remarks: readonly BilingualText[]
  readonly choices: Choices
  /** The figures that this rule knows beside Form II.06; see EXTRA_FIGURE_DESCRIPTIONS for their place. */
  readonly extraFigures: readonly ExtraFigure[]
  /** A rule with extra figures balances only when `addExtra` is listened to as well. */
  count(dossier: CountedDossier, add: AddEvent, addExtra?: AddExtra): void
  /** The rule's rate on time in columns of the form, for people. */
  readonly onTimeFormula: string
  /** That rate; 0/0 stays 0/0. */
  onTime(row: DossierStatistics): Ratio
}
