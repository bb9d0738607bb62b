/** How a simulated OpenCPS departs from a well-behaved one; every field has a default that is seen in the field. */
export interface OpenCpsQuirks {
  /** Every n-th dossier's releaseDate is `yyyyMMddHHmmss`, as the search index stores it; 0 = never. Default 7. */
  readonly compactDatesEvery?: number
  /** What `end=0` means for dossiers: all rows (master) or rows 0 to 10 (rc-3.0, the default). */
  readonly endZero?: 'all' | 'first-ten'
  /** Every n-th dossier has something that cannot be right. Default 0 = never. */
  readonly malformedEvery?: number
  /** Every n-th row of a page is sent twice. Default 0 = never. */
  readonly duplicateEvery?: number
  /** After every n-th row an older state of the same dossier follows. Default 0 = never. */
  readonly staleEvery?: number
  /** With each request for dossiers this many rows have appeared before all others, so that pages overlap. Default 0. */
  readonly shiftPagesBy?: number
  /** Added to every stated total of dossiers. Default 0. */
  readonly wrongTotalBy?: number
}

export type Quirks = Required<OpenCpsQuirks>

export function withDefaults(quirks: OpenCpsQuirks = {}): Quirks {
  return {
    compactDatesEvery: 7,
    endZero: 'first-ten',
    malformedEvery: 0,
    duplicateEvery: 0,
    staleEvery: 0,
    shiftPagesBy: 0,
    wrongTotalBy: 0,
    ...quirks,
  }
}

/** Whether `nth` row is meant by an `every`; 0 means none. */
export function isNth(number: number, every: number): boolean {
  return every > 0 && number % every === 0
}
