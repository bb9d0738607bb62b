import { z } from 'zod'
import { COUNTING_RULES, findCountingRule } from '../counting/rules.ts'
import { Channel } from '../dossier.ts'
import { type Fault, faultsOf } from '../messages/faults.ts'
import { say } from '../messages/say.ts'
import { CALENDAR_PERIODS } from './calendar-period.ts'
import { COHORT_ANSWERS } from './cohort.ts'
import { COHORT_FIGURES, ROW_COLUMNS, ROW_EXTRAS } from './measures.ts'
import type { PortalComparison } from './portal-comparison.ts'

const common = {
  name: z.string().min(1),
  rule: z.enum(COUNTING_RULES.map(({ id }) => id)),
  ruleName: z.string().min(1).optional(),
  periods: z.array(z.enum(CALENDAR_PERIODS)).min(1),
  organisations: z.enum(['with-all-below', 'alone']),
  dossiers: z.enum(['own', 'others']),
  scores: z
    .record(
      z.string(),
      z.strictObject({ numerator: z.string().min(1), denominator: z.string().min(1) }),
    )
    .optional(),
}

const ROW_CAUSES = ['two_codes', 'rule_difference', 'late_synchronisation'] as const

const answers = Object.entries(COHORT_ANSWERS).map(([question, known]) => [
  question,
  z.enum(Object.keys(known)),
])

const Comparison = z.discriminatedUnion('counts', [
  z.strictObject({
    ...common,
    counts: z.literal('cohort'),
    answers: z.strictObject(Object.fromEntries(answers)),
    unstatedChannel: Channel.optional(),
    figures: figuresOf(COHORT_FIGURES),
    causes: z.array(z.enum([...ROW_CAUSES, 'status_pushed_as_finished'])),
  }),
  z.strictObject({
    ...common,
    counts: z.literal('row'),
    figures: figuresOf([...Object.keys(ROW_COLUMNS), ...Object.keys(ROW_EXTRAS)]),
    causes: z.array(z.enum(ROW_CAUSES)),
  }),
])

function figuresOf(known: readonly string[]) {
  return z
    .record(z.string(), z.enum(known))
    .refine((figures) => Object.keys(figures).length > 0, say('names no figure').template)
}

/** What is wrong with declarations that did not go through the compiler, by the path within them; empty = nothing. */
export function comparisonFaults(comparisons: readonly PortalComparison[]): readonly Fault[] {
  const { error } = z.array(Comparison).safeParse(comparisons, { reportInput: true })
  if (!error) return comparisons.flatMap(extrasNotCounted)
  return faultsOf(error)
}

function extrasNotCounted(comparison: PortalComparison, index: number): readonly Fault[] {
  const { rule: id, figures } = comparison
  const rule = findCountingRule(id)
  return Object.entries<string>(figures).flatMap(([portalMeasure, figure]) => {
    const extra = Object.entries(ROW_EXTRAS).find(([known]) => known === figure)?.[1]
    if (comparison.counts === 'cohort' || !extra || rule?.extraFigures.includes(extra)) return []
    const message = say('is not counted by rule {rule}: {figure}', { rule: id, figure })
    return [{ path: `${index}.figures.${portalMeasure}`, message }]
  })
}
