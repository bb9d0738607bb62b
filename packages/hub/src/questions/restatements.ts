import {
  DossierStatistics,
  instantText,
  lastEventsAbove,
  RESTATEMENT_REASONS,
  say,
  tt01,
  UsageError,
} from '@cchc/domain'
import { countingRule, dossierStatistics, restatedFigures } from '@cchc/figures'
import type { PeriodEvent, Store } from '@cchc/store'
import { z } from 'zod'
import { figuresInTree } from '../organisations/in-tree.ts'
import { gapsIn, said } from '../periods/coverage.ts'
import { atInstant, eventsOfPeriod } from '../periods/known-state.ts'
import { namedPeriod } from '../periods/named-period.ts'
import { PeriodEvent as Event, eventAnswer, PeriodState } from '../periods/shapes.ts'
import { Days, missing, Named, org, period, Rule, rule, time } from './parts.ts'
import { defineQuestion } from './question.ts'

type Reason = keyof typeof RESTATEMENT_REASONS
const REASONS = Object.keys(RESTATEMENT_REASONS) as [Reason, ...Reason[]]

const Restated = z.object({
  organisation: Named,
  frozen: DossierStatistics,
  now: DossierStatistics,
  difference: z.record(DossierStatistics.keyof(), z.int()),
  dossiers: z.int().describe('Dossiers that change at least one column'),
  reasons: z
    .array(
      z.object({
        reason: z.enum(REASONS),
        name: z.string(),
        dossiers: z.int(),
        columns: z.array(
          z.object({
            column: DossierStatistics.keyof(),
            more: z.int(),
            fewer: z.int(),
            difference: z.int(),
          }),
        ),
      }),
    )
    .describe('They add up to the difference of every column'),
})

/** What became of the figures of a period since it was last closed, for the organisation or one below it. */
export const restatements = defineQuestion({
  command: 'period restatements <PERIOD>',
  scope: 'figures:read',
  path: '/v1/periods/restatements',
  tag: 'Periods',
  takesLong: true,
  about: {
    en: 'frozen figures beside those known since, and why they differ',
    vi: 'số liệu đã chốt bên số liệu biết sau đó, kèm nguyên nhân chênh lệch',
  },
  parameters: z.strictObject({ period, org, rule, asKnownAt: time.asKnownAt }),
  answer: z
    .object({
      period: z.string(),
      days: Days,
      rule: Rule,
      closing: Event,
      state: PeriodState,
      knownAt: z.string(),
      missing,
      total: Restated,
      rows: z.array(Restated).describe('Organisations whose figures changed'),
    })
    .meta({ id: 'Restatements', description: 'Frozen, now, and the reasons' }),
  async ask(hub, asked) {
    const inTree = figuresInTree(hub, asked)
    const named = await namedPeriod(inTree, asked)
    const { organisation } = named
    const { from, to, text } = named.period
    const { id: ruleId } = countingRule(asked.rule ?? tt01.id)
    return atInstant(inTree.store, asked.asKnownAt, async (known, knownAt) => {
      const [last] = lastEventsAbove(await eventsOfPeriod(known, { from, to }), organisation)
      const closing = last && (await closingBefore(known, last))
      if (!closing) throw neverClosed(text, organisation)
      const state: z.output<typeof PeriodState> = last === closing ? 'closed' : 'reopened'
      const frozen = await known.listPeriodFigures(closing.id)
      const of = { organisation, from, to, by: [] }
      const since = { frozen, after: closing.asOf, until: knownAt }
      const restated = await restatedFigures(known, { ...of, rule: ruleId, ...since })
      const { from: first, to: end, ...figures } = restated
      const counted = await dossierStatistics(known, { ...of, rule: ruleId })
      const gaps = await gapsIn(known, { split: of, counted, now: knownAt })
      return {
        ...figures,
        period: text,
        state,
        days: { from: first, to: end },
        closing: eventAnswer(closing),
        knownAt: instantText(knownAt),
        ...said(hub, { missing: gaps.told }),
      }
    })
  },
})

/** The event itself when it is a closing, else the closing that it ended. */
async function closingBefore(store: Store, event: PeriodEvent): Promise<PeriodEvent | undefined> {
  if (event.action === 'close') return event
  const events = await store.listPeriodEvents(event)
  return events.findLast(({ action, asOf }) => action === 'close' && asOf === event.asOf)
}

function neverClosed(period: string, organisation: string): UsageError {
  return new UsageError(
    say('The period {period} of {organisation} was never closed.', { period, organisation }),
    { fix: say('Close it first; cchc period list shows what is closed.') },
  )
}
