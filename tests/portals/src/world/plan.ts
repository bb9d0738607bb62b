import type {
  DossierLevel,
  LevelTotals,
  SimulatedField,
  SimulatedOrganisation,
  SimulatedProcedure,
} from './world.ts'

/** An organisation and how much of its level's work it does. */
export interface PlannedOrganisation extends SimulatedOrganisation {
  readonly weight: number
}

/** A procedure, how often it is asked for, how long it may take, and at which levels citizens use it online. */
export interface PlannedProcedure extends SimulatedProcedure {
  readonly weight: number
  readonly termDays: number
  readonly usedOnline: readonly (3 | 4)[]
}

/** The dossiers of one level: what must hold over the window exactly, and what lies around it. */
export interface LevelPlan extends LevelTotals {
  readonly level: DossierLevel
  /** Of those carried over, how many are still open when the window ends. */
  readonly neverResolved: number
  /** Received and resolved before the window. */
  readonly before: number
  /** Received after the window. */
  readonly after: number
  /** Refused at reception, at any time; outside every total. */
  readonly denied: number
}

/** Everything that a world is generated from. Days are inclusive. */
export interface WorldPlan {
  readonly name: string
  readonly provinceCode: string
  readonly seed: number
  readonly window: { readonly from: string; readonly to: string }
  readonly horizon: { readonly from: string; readonly to: string }
  readonly organisations: readonly PlannedOrganisation[]
  readonly fields: readonly SimulatedField[]
  readonly procedures: readonly PlannedProcedure[]
  readonly levels: readonly LevelPlan[]
}

/** Completes a level's plan: in process at the end = carried over + received - resolved. */
export function planLevel(plan: Omit<LevelPlan, 'pending' | 'neverResolved'>): LevelPlan {
  const pending = plan.carriedOver + plan.received - plan.resolved
  const neverResolved = Math.min(pending, Math.floor(plan.carriedOver / 30))
  if (pending < 0 || plan.onTime > plan.resolved || plan.online > plan.received) {
    throw new RangeError(`the totals of level ${plan.level} contradict each other`)
  }
  return { ...plan, pending, neverResolved }
}
