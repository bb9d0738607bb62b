import type { Instant } from '@cchc/domain'

/** A moment at which a schedule has something to be done. */
export interface SlotKey {
  readonly schedule: string
  readonly at: Instant
}

/** A slot that this process has; `token` fences it off from whoever had it before. */
export interface HeldSlot extends SlotKey {
  readonly token: number
}
