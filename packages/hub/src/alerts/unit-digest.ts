import {
  addWorkingDays,
  dayOf,
  instantText,
  isAppError,
  type Message,
  say,
  tt01,
} from '@cchc/domain'
import { dueDossiers } from '@cchc/figures'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { workingCalendar } from '../questions/calendar.ts'
import { dossierStatistics } from '../questions/dossier-statistics.ts'
import { contentOfDigest } from './content-of-digest.ts'
import type { DigestUnit, UnitDigest } from './digest.ts'
import type { AlertContent, Words } from './message.ts'

/**
 * The digest of a unit as of now; undefined where nothing is overdue, due soon or missing. A unit that cannot be counted is
 * told as that.
 */
export async function unitDigest(
  hub: HubContext,
  { unit, words }: { readonly unit: DigestUnit; readonly words: Words },
): Promise<AlertContent | undefined> {
  const at = instantText(hub.now())
  try {
    const digest = await counted({ ...hub, words }, unit)
    const isEmpty = digest.overdue === 0 && digest.due.dueSoon === 0
    if (isEmpty && digest.missing.length === 0) return undefined
    return { kind: 'digest', at, to: unit.to, ...contentOfDigest(digest, words) }
  } catch (thrown) {
    if (!isAppError(thrown) || isAppError(thrown, 'store_failed')) throw thrown
    return { kind: 'digest', at, to: unit.to, ...uncounted(unit, { told: thrown.said, words }) }
  }
}

async function counted(hub: HubContext, { org }: DigestUnit): Promise<UnitDigest> {
  const { dueWithin, by, codes } = hub.config.alerts.digests
  const day = dayOf(hub.now())
  const lastDay = addWorkingDays(day, { count: dueWithin, calendar: workingCalendar(hub.config) })
  const asked = { org, period: `${day}..${day}` }
  const {
    total,
    organisation,
    missing = [],
  } = await dossierStatistics.ask(hub, {
    ...{ ...asked, partial: true, anyway: true },
  })
  const { store } = figuresInTree(hub, asked)
  const query = { organisation: organisation?.code ?? org, day, lastDay, rule: tt01.id, by, codes }
  return {
    organisation: organisation ?? { code: org, name: org },
    ...{ day, lastDay, dueWithin, overdue: total.statistics.pendingOverdue ?? null, missing },
    due: await dueDossiers(store, query),
  }
}

function uncounted(
  { org }: DigestUnit,
  { told, words }: { readonly told: Message; readonly words: Words },
) {
  const sentence = words(say('{org}: dossiers cannot be counted: {told}', { org, told }))
  return { subject: `[CCHC] ${sentence}`, text: `${sentence}\n`, data: { organisation: org } }
}
