import type { Instant, Message } from '@cchc/domain'

/** How bad it is: needs a look, or is broken. */
export type AlertSeverity = 'look' | 'broken'

/** That an alert holds of a subject, such as a source, or held until its end is told. */
export interface AlertState {
  readonly alert: string
  readonly subject: string
  /** The worst since it holds. */
  readonly severity: AlertSeverity
  readonly sentence: Message
  readonly since: Instant
  /** Since when it no longer holds; null = it holds. */
  readonly goneAt: Instant | null
  /** When it was handed over to be told, and how bad it was then; null = not yet. */
  readonly told: { readonly at: Instant; readonly severity: AlertSeverity } | null
}

/** Something to be delivered over a channel; receivers know one that comes twice by its id. */
export interface NewAlertMessage {
  readonly id: string
  readonly channel: string
  /** JSON. */
  readonly content: unknown
}

/** What became of it. */
export interface AlertMessage extends NewAlertMessage {
  readonly createdAt: Instant
  /** When it is tried next; null = delivered or given up. */
  readonly dueAt: Instant | null
  readonly attempts: number
  readonly deliveredAt: Instant | null
  /** Why the last attempt failed, or what of a delivery did. */
  readonly failure: Message | null
}

/** All that is known of what holds; `slots` says when what is told by the clock was told last. */
export interface AlertLog {
  readonly states: readonly AlertState[]
  readonly slots: Readonly<Record<string, Instant>>
}

/** What takes the place of a log, and the messages that tell it. */
export interface AlertChange extends AlertLog {
  readonly messages: readonly NewAlertMessage[]
}

/** How an attempt ended; `dueAt` = when the next one is, null = none is. */
export interface AlertAttempt {
  readonly deliveredAt: Instant | null
  readonly dueAt: Instant | null
  readonly failure: Message | null
}

/** The part of a store that keeps what was told of the hub's own state. */
export interface AlertStore {
  /**
   * Changes the log and keeps the messages that tell it, all or nothing, while nobody else does; `change` sees the log as it
   * stands. Messages that were settled ninety days ago go.
   */
  changeAlerts(now: Instant, change: (log: AlertLog) => AlertChange): Promise<AlertChange>
  readAlerts(): Promise<AlertLog>
  /**
   * The message that is due longest, held for `forMs` by whoever gets it; undefined where none is due. It is due again
   * afterwards unless it is settled: delivered twice sooner than lost.
   */
  claimAlertMessage(now: Instant, forMs: number): Promise<AlertMessage | undefined>
  /** Keeps how an attempt ended. */
  settleAlertMessage(id: string, attempt: AlertAttempt): Promise<void>
  /** Messages from the newest on; only those that are not settled where `open` is told. */
  listAlertMessages(query: {
    readonly limit: number
    readonly open?: boolean
  }): Promise<readonly AlertMessage[]>
}
