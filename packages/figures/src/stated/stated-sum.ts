import {
  type CountingRule,
  type DossierStatistics,
  type ExtraFigures,
  flow,
  statisticsOf,
} from '@cchc/domain'
import type { Gap } from '../coverage/gap.ts'
import type { StatedFigures } from './stated-figures.ts'
import { type StatedSource, statedSources } from './stated-sources.ts'

/** What of a row's figures is stated by sources, and what they do not give. */
export interface StatedPart {
  readonly sources: readonly StatedSource[]
  readonly gaps: readonly Gap[]
}

/** Adds up what is stated of one row. */
export class StatedSum {
  readonly #figures: StatedFigures[] = []
  readonly #gaps: Gap[] = []

  add(figures: StatedFigures): void {
    this.#figures.push(figures)
  }

  lack(gap: Gap): void {
    this.#gaps.push(gap)
  }

  /** The columns that are given, zero where they are not: `part` says which these are. */
  statistics(): DossierStatistics {
    const sum = (column: keyof DossierStatistics) =>
      this.#figures.reduce((added, { columns }) => added + (columns.get(column)?.value ?? 0), 0)
    return statisticsOf((column) => flow(sum(column)) as never)
  }

  /** The rule's figures beside the row that everything here gives. */
  extras({ extraFigures }: Pick<CountingRule, 'extraFigures'>): ExtraFigures {
    return Object.fromEntries(
      extraFigures.flatMap((figure) => {
        const given = this.#figures.flatMap(({ columns }) => columns.get(figure)?.value ?? [])
        const isWhole = given.length === this.#figures.length && this.#gaps.length === 0
        return isWhole ? [[figure, given.reduce((sum, count) => sum + count, 0)]] : []
      }),
    )
  }

  /** Undefined where nothing is stated nor lacking; where nothing is given nor counted, there is no part to be shown. */
  part({ isCounted }: { readonly isCounted: boolean }): StatedPart | undefined {
    const gaps = [...this.#gaps, ...this.#figures.flatMap((one) => one.gaps)]
    if (this.#figures.length === 0 && gaps.length === 0) return undefined
    const isGiven = isCounted || this.#figures.some(({ columns }) => columns.size > 0)
    const sources = statedSources(this.#figures)
    return { sources, gaps: isGiven ? gaps : gaps.map((gap) => ({ ...gap, isAll: true })) }
  }
}
