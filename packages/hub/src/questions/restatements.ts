import { UsageError } from '@cchc/domain'
import { COUNTING_RULES, countingRule, restatedFigures } from '@cchc/figures'
import type { PeriodEvent, Store } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { namedPeriod } from '../periods/closings.ts'
import type { HubPeriods, PeriodRestatements } from '../periods/contract.ts'
import { atInstant, lastEventAbove } from '../periods/known-state.ts'

/** What became of the figures of a period since it was last closed, for the organisation or one below it. */
export async function restatementsOf(
  context: HubContext,
  query: Parameters<HubPeriods['restatements']>[0],
): Promise<PeriodRestatements> {
  const inTree = figuresInTree(context, { ...query, org: query.organisation })
  const { organisation, period } = await namedPeriod(inTree, query)
  const { from, to, text } = period
  const rule = countingRule(query.rule ?? COUNTING_RULES[0]?.id ?? '').id
  return atInstant(inTree.store, query.asKnownAt, async (known, knownAt) => {
    const last = await lastEventAbove(known, { organisation, from, to }, () => true)
    const closing = last && (await closingBefore(known, last))
    if (!closing) {
      throw new UsageError(`The period ${text} of ${organisation} was never closed.`, {
        fix: 'Close it first; cchc period list shows what is closed.',
      })
    }
    const { action, by, note, asOf, recordedAt } = closing
    const frozen = await known.listPeriodFigures(closing.id)
    const scope = { organisation, from, to, rule, frozen, after: asOf, until: knownAt }
    return {
      ...(await restatedFigures(known, scope)),
      period: text,
      closing: { action, by, note, asOf, recordedAt },
      state: last === closing ? 'closed' : 'reopened',
      knownAt,
    }
  })
}

/** The event itself when it is a closing, else the closing that it ended. */
async function closingBefore(store: Store, event: PeriodEvent): Promise<PeriodEvent | undefined> {
  if (event.action === 'close') return event
  const events = await store.listPeriodEvents(event)
  return events.findLast(({ action, asOf }) => action === 'close' && asOf === event.asOf)
}
