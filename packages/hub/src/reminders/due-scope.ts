import { type Day, dayOf, tt01 } from '@cchc/domain'
import { countingRule } from '@cchc/figures'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { dossierStatistics } from '../questions/dossier-statistics.ts'

/** Whose dossiers are looked at, as of the end of which day (today unless told), by which rule. */
interface DueAsked {
  readonly org?: string | undefined
  readonly day?: Day | undefined
  readonly rule?: string | undefined
}

/**
 * Where to look for what is due, and what is to be told beside it; `isKnown` = something of it was read, so that nothing found
 * means nothing due.
 */
export async function dueScope(hub: HubContext, { org, day = dayOf(hub.now()), rule }: DueAsked) {
  const { id, version, name } = countingRule(rule ?? tt01.id)
  const scope = { period: `${day}..${day}`, ...(org !== undefined && { org }) }
  const wished = { ...scope, rule: id, partial: true, anyway: true }
  const { organisation, missing, total } = await dossierStatistics.ask(hub, wished)
  return {
    store: figuresInTree(hub, scope).store,
    isKnown: total.statistics.pendingOverdue !== null,
    ...{ organisation, day, rule: { id, version, name } },
    ...(missing && { missing }),
  }
}
