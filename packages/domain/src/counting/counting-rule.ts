import type { Dossier } from '../dossier.ts'
import type { LegalDocument } from '../legal-document.ts'
import type { Day, DayNumber } from '../time.ts'

/** What a rule may look at. */
export type CountedDossier = Pick<
  Dossier,
  'channel' | 'status' | 'receivedAt' | 'dueAt' | 'finishedAt' | 'returnedAt' | 'pauses'
>

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

/** Questions on which published definitions differ; each rule answers all of them in one sentence. */
export const QUESTIONS = [
  'precision',
  'endEvent',
  'earlySeparate',
  'onDueMoment',
  'noDueDate',
  'supplement',
  'refusedAtReception',
  'withdrawn',
  'refused',
  'nullChannel',
  'bounds',
  'emptyDenominator',
] as const
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
  readonly inEffect: { readonly from: Day; readonly to: Day | null }
  readonly answers: Readonly<Record<Question, string>>
  count(dossier: CountedDossier, add: AddEvent): void
}
