/** A broken promise: which, and how it shows. */
export interface Finding {
  readonly invariant: string
  readonly message: string
}

/** Ends the year in which a promise was broken. */
export class BrokenPromise extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(`${finding.invariant}: ${finding.message}`)
    this.finding = finding
  }
}
