import type { Dossier } from '@cchc/domain'
import type { Amounts, Days, Evidence, Explanation } from '@cchc/domain/reconcile'
import type { ReconcileChannel, ReconcileMeasure } from './contract.ts'

/** One figure that a portal states, and the key under which the hub counts it. */
export interface StatedFigure {
  readonly key: string
  readonly portalMeasure: string
  readonly measure: ReconcileMeasure
  readonly channel: ReconcileChannel | null
}

/** Counts the dossiers of one organisation for several periods at once, in memory that does not grow with them. */
export interface Counter {
  add(dossier: Dossier): void
  amounts(period: number): Amounts
}

/** What is known of a difference that a portal's figures show. */
export interface Scene {
  readonly dossiers: readonly Evidence[]
  readonly days: Days
  /** When the hub learnt the portal's figures, epoch ms; and the dossiers as it knew them at that instant. */
  readonly takenAt: number
  readonly knownThen: readonly Evidence[]
  readonly lateDays: number
  /** Dossiers of no stated channel whose difference shows here and in no organisation below. */
  readonly unstatedChannels: number
}

/** How a kind of portal counts, and why it may differ: facts that the comparison goes by. */
export interface PortalDefinition {
  /** As readers of figures call it. */
  readonly name: string
  readonly rule: { readonly id: string; readonly name: string }
  /** An organisation's figures hold those of all below it. */
  readonly nested: boolean
  /** The figures count the dossiers of their own source; otherwise those of all other sources. */
  readonly ownDossiers: boolean
  /** The first is the one that shows whether an organisation has any dossiers. */
  readonly figures: readonly StatedFigure[]
  counter(periods: readonly Days[]): Counter
  fixedCauses(scene: Scene): readonly Explanation[]
  fittingCauses(scene: Scene): (rest: Amounts) => readonly Explanation[] | undefined
}
