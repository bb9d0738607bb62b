import { OrganisationLevel } from '@cchc/domain'
import type { Dimension, StatisticsRow } from '../contract.ts'
import type { OrganisationTree } from '../organisations/organisation-tree.ts'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import type { EventSubject } from './dossier-events.ts'
import { CHANNEL_NAMES, LEVEL_NAMES, UNKNOWN } from './labels.ts'

/** Dimensions that are a property of the dossier; months are windows of the same row instead. */
export type SubjectDimension = Exclude<Dimension, 'month'>

/** Where groups take their names from. */
export interface Names {
  readonly organisations: OrganisationTree
  readonly procedures: ReadonlyMap<string, UnifiedProcedure>
  readonly fields: ReadonlyMap<string, string>
}

type Entry = { readonly code: string; readonly name: string }

const ORDERS: Partial<Record<SubjectDimension, readonly string[]>> = {
  level: OrganisationLevel.options,
  channel: Object.keys(CHANNEL_NAMES),
}

/** One thing for each group of subjects, such as a tally; made when the first subject of its group comes. */
export class SubjectGroups<T> {
  readonly #dimensions: readonly SubjectDimension[]
  readonly #names: Names
  readonly #create: () => T
  readonly #groups = new Map<string, { readonly codes: readonly string[]; readonly held: T }>()

  constructor(
    { by, names }: { readonly by: readonly Dimension[]; readonly names: Names },
    create: () => T,
  ) {
    this.#dimensions = subjectDimensions(by)
    this.#names = names
    this.#create = create
  }

  /** What is held for the group of a subject. */
  of(subject: EventSubject): T {
    const codes = this.#dimensions.map((dimension) => codeOf(subject, dimension, this.#names))
    const key = codes.join('\u0000')
    const found = this.#groups.get(key) ?? { codes, held: this.#create() }
    this.#groups.set(key, found)
    return found.held
  }

  /** Every group in the order of rows, with code and name for each dimension. */
  entries(): { readonly group: StatisticsRow['group']; readonly held: T }[] {
    const compare = compareCodes(this.#dimensions)
    return [...this.#groups.values()]
      .toSorted((a, b) => compare(a.codes, b.codes))
      .map(({ codes, held }) => ({
        group: groupOf(this.#dimensions, { codes, names: this.#names }),
        held,
      }))
  }
}

/** A row's group in one month of a split by month. */
export function inMonth(group: StatisticsRow['group'], label: string): StatisticsRow['group'] {
  return { ...group, month: { code: label, name: label } }
}

/** The dimensions that are a property of the dossier. */
function subjectDimensions(by: readonly Dimension[]): readonly SubjectDimension[] {
  return by.filter((dimension) => dimension !== 'month')
}

/** The code that a dossier has in one dimension. */
export function codeOf(subject: EventSubject, dimension: SubjectDimension, names: Names): string {
  if (dimension === 'org') return subject.organisation
  if (dimension === 'level') return names.organisations.describe(subject.organisation).level
  if (dimension === 'channel') return subject.channel ?? UNKNOWN
  if (dimension === 'procedure') return subject.procedure ?? UNKNOWN
  return subject.field ?? names.procedures.get(subject.procedure ?? '')?.fieldCode ?? UNKNOWN
}

/** The group of a row: code and name for each dimension. */
export function groupOf(
  dimensions: readonly SubjectDimension[],
  { codes, names }: { readonly codes: readonly string[]; readonly names: Names },
): StatisticsRow['group'] {
  const entries = dimensions.map((dimension, index): [SubjectDimension, Entry] => {
    const code = codes[index] ?? UNKNOWN
    return [dimension, { code, name: nameOf(dimension, code, names) }]
  })
  return Object.fromEntries(entries)
}

function nameOf(dimension: SubjectDimension, code: string, names: Names): string {
  if (dimension === 'org') return names.organisations.describe(code).name
  if (dimension === 'level') return LEVEL_NAMES[code as keyof typeof LEVEL_NAMES]
  if (dimension === 'channel') return CHANNEL_NAMES[code as keyof typeof CHANNEL_NAMES]
  if (dimension === 'procedure') return names.procedures.get(code)?.name ?? code
  return code === UNKNOWN ? 'Chưa xác định lĩnh vực' : (names.fields.get(code) ?? code)
}

/** Order of rows: levels and channels as the forms print them, everything else by code. */
function compareCodes(
  dimensions: readonly SubjectDimension[],
): (a: readonly string[], b: readonly string[]) => number {
  return (a, b) => {
    for (const [index, dimension] of dimensions.entries()) {
      const left = a[index] ?? ''
      const right = b[index] ?? ''
      if (left !== right) return compare(ORDERS[dimension], left, right)
    }
    return 0
  }
}

function compare(order: readonly string[] | undefined, left: string, right: string): number {
  if (order) return order.indexOf(left) - order.indexOf(right)
  return left < right ? -1 : 1
}
