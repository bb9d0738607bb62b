import {
  nationalFigures,
  type SimulatedDossier,
  type SimulatedProcedure,
  type World,
} from '@cchc/portals'
import { overridden } from './overridden.ts'
import { FIELDS, NO_TOTALS, ORGANISATIONS, procedureOf } from './province-catalogue.ts'

/** A dossier as the portal has it now, and what only the simulation knows of it. */
export interface LivingDossier extends SimulatedDossier {
  /** When the portal began to serve it under this code, true time. */
  readonly servedSince: number
  /** When it took its present state, true time; `modifiedAt` is what the portal says of that, in whole seconds. */
  readonly changedAt: number
  /** Changed in a way that OpenCPS has no question for: only a whole pass from the beginning finds it. */
  readonly isHidden: boolean
}

const FIRST_PROCEDURES = 6

/** What the national portal counts, for as long as neither dossiers nor procedures change: its figures know no other time. */
interface Counted {
  readonly dossiers: readonly LivingDossier[]
  readonly procedures: readonly SimulatedProcedure[]
  readonly world: World
}

/** The province behind both portals: what is true, and what a portal therefore serves. */
export class Province implements World {
  readonly name = 'simulated'
  readonly provinceCode = 'H99'
  readonly organisations = ORGANISATIONS
  readonly fields = FIELDS
  readonly totals = NO_TOTALS
  procedures = Array.from({ length: FIRST_PROCEDURES }, (_, number) => procedureOf(number))
  /** Every code that was ever served: nothing else may be stored. */
  readonly everServed = new Set<string>()
  /** Grows with every change of the catalogue. */
  catalogueVersion = 0
  #dossiers: readonly LivingDossier[] = []
  #counted: Counted | undefined
  #created = 0
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get now(): number {
    return this.#now()
  }

  get dossierCount(): number {
    return this.#dossiers.length
  }

  get dossiers(): readonly LivingDossier[] {
    return this.#dossiers
  }

  dossier(index: number): LivingDossier {
    const found = this.#dossiers[index]
    if (!found) throw new RangeError(`no dossier ${index}`)
    return found
  }

  nationalFigures(code: string, from: string, to: string): Record<string, number | null> {
    const { procedures } = this
    const dossiers = this.#dossiers
    if (this.#counted?.dossiers !== dossiers || this.#counted.procedures !== procedures) {
      this.#counted = { dossiers, procedures, world: overridden<World>(this, { now: 0 }) }
    }
    return nationalFigures(this.#counted.world, code, { from, to })
  }

  /** A number that no dossier has had. */
  nextId(): number {
    this.#created += 1
    return 100_000 + this.#created
  }

  add(dossier: LivingDossier): void {
    const place = this.#dossiers.findIndex(({ receivedAt }) => receivedAt > dossier.receivedAt)
    const last = this.#dossiers.length
    this.#dossiers = this.#dossiers.toSpliced(place === -1 ? last : place, 0, dossier)
    this.everServed.add(dossier.code)
  }

  /** What becomes of a dossier; `servedSince` begins anew with another code. */
  change(dossier: LivingDossier, changed: Partial<LivingDossier>): void {
    const at = this.#dossiers.indexOf(dossier)
    if (at === -1) return
    const changedAt = this.now
    const state = { ...dossier, changedAt, modifiedAt: wholeSecond(changedAt), ...changed }
    this.#dossiers = this.#dossiers.with(at, state)
    if (changed.code !== undefined) this.everServed.add(changed.code)
  }

  remove(dossier: LivingDossier): void {
    this.#dossiers = this.#dossiers.filter((one) => one !== dossier)
  }

  /** A pass from the beginning that began then has found everything again. */
  reveal(began: number): void {
    this.#dossiers = this.#dossiers.map((one) =>
      one.isHidden && one.changedAt < began ? { ...one, isHidden: false } : one,
    )
  }
}

/** Portals tell time in seconds. */
export function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000
}
