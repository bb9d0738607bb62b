import type { Instant, Text } from '@cchc/domain'
import type { RunStatus } from '../run.ts'
import type { HeldSlot, SlotKey } from './slot-key.ts'

/**
 * `due` = to be done, now or later; the others but `running` are how it ended: `partial` = with less than there was to do,
 * `skipped` = by the schedule's own word.
 */
export type SlotState = 'due' | 'running' | SlotEnd
export type SlotEnd = 'done' | 'partial' | 'failed' | 'skipped'

/** A slot as it is kept. */
export interface Slot extends SlotKey {
  readonly state: SlotState
  /** Not to begin before. */
  readonly dueAt: Instant
  /** How often it failed, and how often who was at it died. */
  readonly tries: number
  readonly crashes: number
  readonly beganAt: Instant | null
  readonly endedAt: Instant | null
  /** What is to be told of how it went. */
  readonly told: readonly Text[]
  /** Paths of what it wrote. */
  readonly files: readonly string[]
}

/** A slot that is to come. */
export interface PlannedSlot {
  readonly at: Instant
  readonly dueAt: Instant
}

/** The newest run of a source that a slot began. */
export interface SlotRun {
  readonly source: string
  readonly run: string
  readonly status: RunStatus
}

/** How a slot ended. */
export interface SlotOutcome {
  readonly state: SlotEnd
  readonly told: readonly Text[]
  readonly files: readonly string[]
}

/** A slot as it is offered: one that was left behind is another offer than the one that was taken. */
export type OfferedSlot = SlotKey & Pick<Slot, 'state' | 'crashes'>

/** What brings slots to whoever is to do them. */
export interface SlotQueue {
  /** Offers slots; one that waits or is being done is not offered twice. */
  offer(slots: readonly OfferedSlot[]): Promise<void>
  /** Takes no slot any more and waits until those that are being done have ended. */
  close(): Promise<void>
}

/** Who takes slots. */
export interface SlotTaker {
  /** How many slots at once. */
  readonly atOnce: number
  /** Does a slot; what it throws is told, and the slot is offered again. */
  readonly take: (slot: SlotKey) => Promise<void>
  readonly onError: (thrown: unknown) => void
}

/** Slots of schedules. One slot of a schedule is done at a time, by one process of any number on any machines. */
export interface SlotStore {
  /** Keeps slots that are not kept yet, and drops those ahead of `now` that are none any more. */
  planSlots(
    schedule: string,
    plan: { readonly slots: readonly PlannedSlot[]; readonly now: Instant },
  ): Promise<void>
  /** The newest slot of each schedule up to an instant. */
  listLastSlots(now: Instant): Promise<readonly SlotKey[]>
  /** What is to be done now, the oldest first: due, or left behind by a process that is gone. */
  listDueSlots(now: Instant): Promise<readonly Slot[]>
  /** The newest first. */
  listSlots(query: { readonly schedule: string; readonly limit: number }): Promise<readonly Slot[]>
  listSlotRuns(slot: SlotKey): Promise<readonly SlotRun[]>
  /**
   * Takes a slot for as long as a run's lease lasts; undefined where it is not to be done now, or a living process is at a
   * slot of the schedule. `beganAt` is when it was begun before. `forEarlier` = it is done for all open slots before it, which are skipped.
   */
  claimSlot(
    slot: SlotKey,
    how: { readonly now: Instant; readonly forEarlier: boolean },
  ): Promise<(HeldSlot & Slot) | undefined>
  /** Prolongs the lease; this and the two below throw RunConflict once another process has the slot. */
  keepSlot(slot: HeldSlot): Promise<void>
  /** Gives the slot back, to be done later; `failed` counts that as a try. */
  releaseSlot(
    slot: HeldSlot,
    how: { readonly dueAt: Instant; readonly failed: boolean; readonly told: readonly Text[] },
  ): Promise<void>
  endSlot(slot: HeldSlot, outcome: SlotOutcome & { readonly now: Instant }): Promise<void>
  openSlotQueue(taker: SlotTaker): Promise<SlotQueue>
}
