import { CodeGroups } from './code-groups.ts'
import type { DossierDimension, Named } from './define-dimension.ts'
import { type DimensionId, dossierDimensions } from './dimensions.ts'
import type { EventSubject } from './event-subject.ts'
import { month } from './month.ts'
import type { Names } from './names.ts'

/** Code and name for each dimension of a row. */
export type Group = Readonly<Partial<Record<DimensionId, Named>>>

/** One thing for each group of dossiers, such as a tally. */
export class SubjectGroups<T> {
  readonly #dimensions: readonly DossierDimension<DimensionId>[]
  readonly #names: Names
  readonly #groups: CodeGroups<T>
  /** Of the last subject: all events of one dossier are about the same. */
  #last: { readonly subject: EventSubject; readonly held: T } | undefined

  constructor(
    { by, names }: { readonly by: readonly DimensionId[]; readonly names: Names },
    create: () => T,
  ) {
    this.#dimensions = dossierDimensions(by)
    this.#names = names
    this.#groups = new CodeGroups(this.#dimensions, create)
  }

  /** What is held for the group of a subject. */
  of(subject: EventSubject): T {
    if (this.#last?.subject !== subject) {
      const codes = this.#dimensions.map(({ codeOf }) => codeOf(subject, this.#names))
      this.#last = { subject, held: this.#groups.at(codes) }
    }
    return this.#last.held
  }

  /** What is held for the other groups of the subject's organisation and level, as far as these are told apart. */
  besides(subject: EventSubject): readonly T[] {
    const own = this.of(subject)
    const shared = this.#dimensions.filter(({ stated }) => stated === 'unit')
    const codes = shared.map(({ codeOf }) => codeOf(subject, this.#names))
    return this.#groups
      .entries()
      .filter((one) =>
        shared.every((dimension, index) => {
          return one.codes[this.#dimensions.indexOf(dimension)] === codes[index]
        }),
      )
      .flatMap(({ held }) => (held === own ? [] : [held]))
  }

  /** Every group in the order of rows, with code and name for each dimension. */
  entries(): { readonly group: Group; readonly held: T }[] {
    return this.#groups.entries().map(({ codes, held }) => ({ group: this.#groupOf(codes), held }))
  }

  #groupOf(codes: readonly string[]): Group {
    const entries = this.#dimensions.map(({ id, nameOf }, index): [DimensionId, Named] => {
      const code = codes[index] ?? ''
      return [id, { code, name: nameOf(code, this.#names) }]
    })
    return Object.fromEntries(entries)
  }
}

/** A row's group in one window of a split by month. */
export function inMonth(group: Group, label: string): Group {
  return { ...group, [month.id]: { code: label, name: label } }
}
