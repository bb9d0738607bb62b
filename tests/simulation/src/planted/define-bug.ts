import type { Plant } from '../store-in-turns.ts'

/** A bug that is put between the hub and its database, and the promise that must tell of it. */
export interface PlantedBug {
  readonly name: string
  readonly sentence: string
  readonly invariant: string
  readonly plant: Plant
}
