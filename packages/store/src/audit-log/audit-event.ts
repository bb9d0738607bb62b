/** What is being done, by whom, to what; no personal data but the name of the account. */
export interface Act {
  readonly who: string
  /** The words of its command: `period close`. */
  readonly action: string
  /** What it is done to: `org=H48.05 period=2022`. */
  readonly subject: string
}

/** What somebody tried; `outcome` says why it was refused, and how often. */
export interface RefusedAct extends Act {
  readonly outcome: string
}

/** One line of the audit log; `digest` is over all of it and the digest of the line before. */
export interface AuditEvent extends Act {
  /** From 1, without gaps. */
  readonly seq: number
  /** Epoch ms. */
  readonly at: number
  /** `done`, which run it began (`run 7`), or why it was refused (`refused: unauthorised, 12 times`). */
  readonly outcome: string
  readonly previous: string
  readonly digest: string
}

/** A line by its place and digest; written down elsewhere, it shows whether the log was cut off or made anew since. */
export type AuditHead = Pick<AuditEvent, 'seq' | 'digest'>

/** What is wrong with the log, and at which line. */
export interface AuditFault {
  readonly seq: number
  readonly fault: 'changed' | 'removed' | 'cut'
}

/** Whether every line stands as it was written. */
export interface AuditCheck {
  readonly lines: number
  /** Null where there is no line. */
  readonly head: AuditHead | null
  readonly faults: readonly AuditFault[]
}

/** The part of a store that keeps what was done. What `actingFor` gives writes a line in the transaction of each change. */
export interface AuditStore<S> {
  /** The same store, whose changes are done for somebody and are logged as that. */
  actingFor(act: Act): S
  /** The newest lines first; `before` = only those with a smaller number. */
  listAuditEvents(query: {
    readonly before?: number
    readonly limit: number
  }): Promise<readonly AuditEvent[]>
  auditHead(): Promise<AuditHead | null>
  /** Adds lines of what was tried and refused, in one transaction. */
  logAttempts(attempts: readonly RefusedAct[]): Promise<void>
  /** Computes every digest again; with a head from before, also whether that line still stands. */
  checkAuditLog(known?: AuditHead): Promise<AuditCheck>
}
