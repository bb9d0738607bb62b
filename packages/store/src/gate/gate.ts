import type { DayNumber, Message } from '@cchc/domain'

/** What a source may bring without a person's word. */
export interface GateLimits {
  /** The least share of a stream's records that must remain of the most that it held; 0 = not judged. */
  readonly volume: number
  /** How old the newest dossier may be, in days; null = not judged. */
  readonly freshnessDays: number | null
  /** By how much the share of late dossiers may rise, at once or within thirty days, of 1; 1 = not judged. */
  readonly late: number
  /** Whether stated rows must keep the identities of Form II.06. */
  readonly identities: boolean
}

/** Dossiers that were resolved late within some days, and all that were resolved then. */
export interface LateShare {
  readonly late: number
  readonly of: number
}

/** The share of late dossiers on a day. */
export interface DayShare extends LateShare {
  readonly day: DayNumber
}

/** How a source measured when what it brought was last good. */
export interface GateMeasure {
  /** By stream the most that it held since a person last accepted; what the portal no longer holds left out. */
  readonly records: Readonly<Record<string, number>>
  /** The clock's day when all dossiers were last asked for. */
  readonly day: DayNumber
  /** Of the dossiers; null = there are none. */
  readonly newest: DayNumber | null
  /** From thirty days before the newest dossier on. */
  readonly share: LateShare
  /** Shares of up to thirty days before, the least of each, since a person last accepted; absent where none was kept yet. */
  readonly shares?: readonly DayShare[]
  /** Stated rows that break an identity. */
  readonly broken: number
}

/** What became of a gate. Instants are epoch ms; `by` and `note` are a person's, where one decided. */
export interface GateEvent {
  readonly id: string
  readonly source: string
  /** `opened` = by itself, since what came is within the limits again. */
  readonly action: 'closed' | 'opened' | 'accepted'
  /** Up to when what is shown of the source was learnt, while the gate is closed. */
  readonly asOf: number
  readonly reasons: readonly Message[]
  /** The run that closed or opened it; of an acceptance the run whose closing it ends. */
  readonly runId: string | null
  readonly by: string | null
  readonly note: string | null
  readonly recordedAt: number
}

/** A source whose figures stay as known at `asOf` since the gate was closed (`since`); epoch ms. */
export interface ClosedGate {
  readonly source: string
  readonly since: number
  readonly asOf: number
  readonly reasons: readonly Message[]
}
