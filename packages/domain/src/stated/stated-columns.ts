import type { ExtraFigure } from '../counting/extra-figures.ts'
import { EXTRA_FIGURE_DESCRIPTIONS, EXTRA_FIGURES } from '../counting/extra-figures.ts'
import { findCountingRule } from '../counting/rules.ts'
import {
  type BrokenIdentity,
  II06_COLUMNS,
  II06_IDENTITIES,
  identityWith,
  type StatisticsColumn,
} from '../dossier-statistics.ts'

/**
 * A column that a source may state: one of Form II.06, a figure beside it, or what was received in the period whatever
 * the channel, which is (4) + (5) and no column of its own there.
 */
export type StatedColumn = StatisticsColumn | 'receivedInPeriod' | ExtraFigure

export const STATED_COLUMNS: readonly StatedColumn[] = [
  ...II06_COLUMNS.map(({ key }) => key),
  'receivedInPeriod',
  ...EXTRA_FIGURES,
]

/** What a source states; an absent column is not given, which is never zero. */
export type StatedCounts = Readonly<Partial<Record<StatedColumn, number>>>

interface Identity {
  readonly name: string
  readonly total: StatedColumn
  readonly parts: readonly StatedColumn[]
}

/** The identities of a row by a rule: those of Form II.06 with the rule's figures beside it, and what (3) and (4) leave. */
function identitiesOf(rule: string): readonly Identity[] {
  const extras = findCountingRule(rule)?.extraFigures ?? []
  const came = extras.filter((one) => EXTRA_FIGURE_DESCRIPTIONS[one].role === 'received')
  return [
    ...II06_IDENTITIES.map((identity) => identityWith(identity, extras)),
    {
      name: '(3)=(6)+Trong kỳ',
      total: 'receivedTotal',
      parts: ['carriedOver', 'receivedInPeriod'],
    },
    {
      name: 'Trong kỳ=(4)+(5)',
      total: 'receivedInPeriod',
      parts: ['receivedOnline', 'receivedDirectPost', ...came],
    },
  ]
}

/**
 * What a row says by its identities: each column that it leaves out and that follows from the others. Never less than
 * zero: a row of which that would follow breaks an identity.
 */
export function impliedCounts(stated: StatedCounts, rule: string): StatedCounts {
  const known: Partial<Record<StatedColumn, number>> = { ...stated }
  const identities = identitiesOf(rule)
  for (let found = true; found; ) {
    found = false
    for (const identity of identities) {
      const implied = impliedBy(identity, known)
      if (!implied || implied.value < 0) continue
      known[implied.column] = implied.value
      found = true
    }
  }
  return known
}

/** The identities that what is stated breaks, as far as it tells; a part that exceeds its total breaks its identity. */
export function brokenStatedIdentities(stated: StatedCounts, rule: string): BrokenIdentity[] {
  return identitiesOf(rule).flatMap(({ name, total, parts }) => {
    const [left, known] = [stated[total], parts.flatMap((part) => stated[part] ?? [])]
    if (left === undefined) return []
    const right = known.reduce((sum, value) => sum + value, 0)
    const isSound = known.length === parts.length ? left === right : right <= left
    return isSound ? [] : [{ name, left, right }]
  })
}

/** The one column of an identity that is not known, where all others are. */
function impliedBy(
  { total, parts }: Identity,
  known: StatedCounts,
): { readonly column: StatedColumn; readonly value: number } | undefined {
  const [column, ...others] = [total, ...parts].filter((one) => known[one] === undefined)
  if (column === undefined || others.length > 0) return undefined
  const sum = parts.reduce((added, part) => added + (known[part] ?? 0), 0)
  return { column, value: column === total ? sum : (known[total] ?? 0) - sum }
}
