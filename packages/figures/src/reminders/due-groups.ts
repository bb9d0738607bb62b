import type { DossierDimension } from '../dimension/define-dimension.ts'
import { dossierDimensions } from '../dimension/dimensions.ts'
import { subjectOf } from '../dimension/event-subject.ts'
import type { Names } from '../dimension/names.ts'
import type { Due, DueKind } from './find-due.ts'

/** How many dossiers of a group are overdue, and due soon. */
export interface DueGroup {
  readonly code: string
  readonly name: string
  readonly overdue: number
  readonly dueSoon: number
}

type Counts = Record<DueKind, number>

/** Counts what is due by a property of the dossiers. */
export class DueGroups {
  readonly #names: Names
  readonly #dimension: DossierDimension | undefined
  readonly #counts = new Map<string, Counts>()

  constructor(by: 'procedure' | 'field' | 'org', names: Names) {
    this.#names = names
    this.#dimension = dossierDimensions([by])[0]
  }

  add(dossier: Due, kind: DueKind): void {
    const code = this.#dimension?.codeOf(subjectOf(dossier), this.#names) ?? ''
    const counts = this.#counts.get(code) ?? { overdue: 0, dueSoon: 0 }
    counts[kind] += 1
    this.#counts.set(code, counts)
  }

  /** Those with most first. */
  list(): readonly DueGroup[] {
    return [...this.#counts]
      .map(([code, counts]) => ({ code, name: this.#nameOf(code), ...counts }))
      .toSorted(
        (a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || (a.code < b.code ? -1 : 1),
      )
  }

  #nameOf(code: string): string {
    return this.#dimension?.nameOf(code, this.#names) ?? code
  }

  sum(kind: DueKind): number {
    return [...this.#counts.values()].reduce((total, counts) => total + counts[kind], 0)
  }
}
