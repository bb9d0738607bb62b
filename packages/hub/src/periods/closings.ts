import {
  closingInForce,
  type Day,
  dayNumber,
  dayNumberOf,
  dayText,
  type Instant,
  instantText,
  type Message,
  printDay,
  say,
  startOfDay,
  tt01,
  UsageError,
} from '@cchc/domain'
import { COUNTING_RULES, dossierStatistics, loadOrganisations } from '@cchc/figures'
import type { NewPeriodEvent, PeriodEvent, PeriodFigure, Store } from '@cchc/store'
import { storeAsKnownAt } from '@cchc/store/views'
import type { HubContext } from '../context.ts'
import { figuresInTree } from '../organisations/in-tree.ts'
import { personOf } from '../person.ts'
import { gapsIn } from './coverage.ts'
import { eventsOfPeriod } from './known-state.ts'
import { type NamedPeriod, namedPeriod, type PeriodAsked } from './named-period.ts'
import { eventAnswer, type Period } from './shapes.ts'

/** Freezes what is known now; every rule's figures are kept, so that a later change of a rule shows as well. */
export async function closePeriod(
  hub: HubContext,
  asked: PeriodAsked & { readonly by?: string | undefined; readonly note?: string | undefined },
): Promise<Period & { readonly warnings: readonly string[] }> {
  const inTree = figuresInTree(hub, asked)
  const { store } = inTree
  const named = await namedPeriod(inTree, asked)
  const asOf = await store.settle()
  requireOver(named, Math.min(asOf, hub.now()))
  const before = await lastEvent(store, named)
  if (before?.action === 'close') throw closedAlready(named, before)
  const known = storeAsKnownAt(store, asOf)
  await store.recordPeriodEvent({
    ...eventOf(named),
    action: 'close',
    by: personOf(asked.by),
    note: asked.note?.trim() || null,
    asOf,
    after: before?.id ?? null,
    figures: await figuresOf(known, named),
  })
  const warnings = [
    ...(await warningsOf(known, named, asOf)),
    ...(await clockWarnings(store, asOf)),
  ]
  return { ...(await viewOf(store, named)), warnings: warnings.map(hub.words) }
}

/** Ends a closing; the frozen figures and everything that was done stay in the log. */
export async function reopenPeriod(
  hub: HubContext,
  asked: PeriodAsked & { readonly by?: string | undefined; readonly reason: string },
): Promise<Period> {
  const { store } = hub
  const named = await namedPeriod(hub, asked)
  const reason = asked.reason.trim()
  if (reason === '') {
    throw new UsageError(say('A closed period is reopened only for a reason.'), {
      fix: say('Say why, in words that an inspector will understand.'),
      faults: [{ path: 'reason', message: say('is needed') }],
    })
  }
  const before = await lastEvent(store, named)
  if (before?.action !== 'close') throw await notClosed(store, named)
  await store.recordPeriodEvent({
    ...eventOf(named),
    action: 'reopen',
    by: personOf(asked.by),
    note: reason,
    asOf: before.asOf,
    after: before.id,
    figures: [],
  })
  return viewOf(store, named)
}

/** Every period with its events, by organisation and days. */
export async function listPeriods({ store }: HubContext): Promise<Period[]> {
  const tree = await loadOrganisations(store)
  const events = await store.listPeriodEvents()
  const periods = Map.groupBy(events, ({ organisation, from, to }) =>
    [organisation, String(from).padStart(6, '0'), String(to).padStart(6, '0')].join(' '),
  )
  return [...periods]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => describe(own, (code) => tree.describe(code).name))
}

async function viewOf(store: Store, named: NamedPeriod): Promise<Period> {
  const events = await store.listPeriodEvents(keyOf(named))
  const tree = await loadOrganisations(store)
  return describe(events, (code) => tree.describe(code).name)
}

function describe(events: readonly PeriodEvent[], nameOf: (code: string) => string): Period {
  const last = events.at(-1)
  if (!last) throw new RangeError('a period without events')
  return {
    organisation: { code: last.organisation, name: nameOf(last.organisation) },
    period: last.text,
    from: dayText(last.from),
    to: dayText(last.to),
    state: last.action === 'close' ? 'closed' : 'reopened',
    events: events.map(eventAnswer),
  }
}

function keyOf({ organisation, period: { from, to } }: NamedPeriod) {
  return { organisation, from: dayNumber(from), to: dayNumber(to) }
}

function eventOf(
  named: NamedPeriod,
): Pick<NewPeriodEvent, 'organisation' | 'from' | 'to' | 'text'> {
  return { ...keyOf(named), text: named.period.text }
}

async function lastEvent(store: Store, named: NamedPeriod): Promise<PeriodEvent | undefined> {
  return (await store.listPeriodEvents(keyOf(named))).at(-1)
}

async function figuresOf(known: Store, named: NamedPeriod): Promise<readonly PeriodFigure[]> {
  const { organisation, period } = named
  const { from, to } = period
  const figures: PeriodFigure[] = []
  for (const { id: rule, version: ruleVersion } of COUNTING_RULES) {
    const result = await dossierStatistics(known, { organisation, from, to, by: ['org'], rule })
    const shared = { rule, ruleVersion }
    figures.push({ ...shared, organisation, scope: 'all', statistics: result.total })
    for (const { group, statistics } of result.rows) {
      figures.push({ ...shared, organisation: group.org?.code ?? '', scope: 'own', statistics })
    }
  }
  return figures
}

/** What no source has read of its dossiers, and what else was not read whole since the period ended. */
async function warningsOf(
  known: Store,
  { organisation, period }: NamedPeriod,
  now: Instant,
): Promise<readonly Message[]> {
  const { from, to } = period
  const split = { organisation, from, to, by: [] }
  const counted = await dossierStatistics(known, { ...split, rule: tt01.id })
  const { told } = await gapsIn(known, { split, counted, now })
  const end = startOfDay(dayNumber(to) + 1)
  const late = (await known.listCompletions()).filter(
    ({ completedAt, retired, covered, entity }) =>
      !retired && (completedAt ?? 0) < end && (covered?.entity ?? entity) !== 'dossier',
  )
  const others = late.map(({ source, stream, completedAt }) => {
    if (completedAt === null) {
      return say(
        "Stream {stream} of source {source} was not read whole after the period's end (never).",
        { stream, source },
      )
    }
    return say(
      "Stream {stream} of source {source} was not read whole after the period's end (last at {instant}).",
      { stream, source, instant: instantText(completedAt) },
    )
  })
  return [...told, ...others]
}

async function clockWarnings(store: Store, asOf: number): Promise<readonly Message[]> {
  if ((await store.clockBehind(asOf)) === null) return []
  const instant = instantText(asOf)
  return [
    say(
      'The figures are frozen as known at {instant}, later than now: the clock of this machine was fast before.',
      { instant },
    ),
  ]
}

function requireOver({ period }: NamedPeriod, instant: number): void {
  if (dayNumberOf(instant) > dayNumber(period.to)) return
  const first: Day = dayText(dayNumber(period.to) + 1)
  throw new UsageError(
    say('The period {period} is not over: it ends on {day}.', {
      period: period.text,
      day: printDay(period.to),
    }),
    {
      fix: say('Close it from {day} on.', { day: printDay(first) }),
      faults: [
        { path: 'period', message: say('must be over; it ends on {day}', { day: period.to }) },
      ],
    },
  )
}

function closedAlready({ organisation, period }: NamedPeriod, event: PeriodEvent): UsageError {
  return new UsageError(
    say('The period {period} of {organisation} was closed already, at {instant} by {person}.', {
      period: period.text,
      organisation,
      instant: instantText(event.recordedAt),
      person: event.by,
    }),
    {
      fix: say(
        'See what changed since with cchc period restatements {period}, or reopen it with a reason.',
        { period: period.text },
      ),
    },
  )
}

async function notClosed(store: Store, named: NamedPeriod): Promise<UsageError> {
  const { organisation, period } = named
  const above = closingInForce(await eventsOfPeriod(store, period), organisation)
  const fix = above
    ? say('It is closed with {organisation}: reopen it there.', {
        organisation: above.organisation,
      })
    : say('cchc period list shows what is closed.')
  return new UsageError(
    say('The period {period} of {organisation} is not closed.', {
      period: period.text,
      organisation,
    }),
    { fix },
  )
}
