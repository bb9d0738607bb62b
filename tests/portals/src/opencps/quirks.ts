import { type RowQuirks, SOUND_ROWS } from '../row-quirks.ts'

/** How a simulated OpenCPS departs from a well-behaved one; every field has a default that is seen in the field. */
export interface OpenCpsQuirks extends RowQuirks {
  /** Every n-th dossier's releaseDate is `yyyyMMddHHmmss`, as the search index stores it; 0 = never. Default 7. */
  readonly compactDatesEvery?: number
  /** What `end=0` means for dossiers: all rows (master) or rows 0 to 10 (rc-3.0, the default). */
  readonly endZero?: 'all' | 'first-ten'
  /** Added to every stated total of dossiers. Default 0. */
  readonly wrongTotalBy?: number
}

export type Quirks = Required<OpenCpsQuirks>

export function withDefaults(quirks: OpenCpsQuirks = {}): Quirks {
  return { compactDatesEvery: 7, endZero: 'first-ten', wrongTotalBy: 0, ...SOUND_ROWS, ...quirks }
}
