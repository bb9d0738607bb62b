import type { ConformanceOptions } from '../../../src/conformance/options.ts'
import type { Parts } from '../one-stop-parts.ts'

/** Something that an author gets wrong, and the name of the check that finds it. */
export interface PlantedBug {
  readonly bug: string
  readonly check: string
  readonly parts?: Partial<Parts>
  readonly options?: Partial<ConformanceOptions>
}
