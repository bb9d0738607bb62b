import {
  closingInForce,
  type Day,
  dayNumber,
  type Instant,
  instantText,
  parseInstant,
  say,
  UsageError,
} from '@cchc/domain'
import { COUNTING_RULES, isRestated } from '@cchc/figures'
import type { PeriodEvent, Store } from '@cchc/store'
import { storeAsKnownAt } from '@cchc/store/views'
import type { ClosedPeriod } from './shapes.ts'

/** Of when figures are; both absent = now, or as they were frozen where the period is closed. */
export interface TimeAsked {
  /** As the hub knew it then, as people write an instant. */
  readonly asKnownAt?: string | undefined
  /** What is known, though the period is closed. */
  readonly current?: boolean | undefined
}

/** What figures are read from, and of when it is; `instant` undefined = now, without a date. */
export interface KnownState {
  readonly store: Store
  readonly instant: Instant | undefined
  readonly closed: ClosedPeriod | undefined
}

/** The scope of figures that a closing can have frozen. */
export interface FrozenScope {
  readonly organisation?: string | undefined
  readonly from: Day
  readonly to: Day
  /** The store in the tree in which the period was closed; the one that is read unless given. */
  readonly ownTree?: Store
}

/** Reads figures as of when they are asked for; frozen ones where the period was closed then. */
export async function readKnown<T>(
  store: Store,
  query: TimeAsked,
  scope: FrozenScope,
  read: (state: KnownState) => Promise<T>,
): Promise<T> {
  const frozen = (known: Store, instant: Instant | undefined) =>
    readFrozen({ store, known, instant }, { query, scope, read })
  if (query.asKnownAt === undefined) return frozen(store, undefined)
  const instant = await settledInstant(store, query.asKnownAt)
  return frozen(storeAsKnownAt(store, instant), instant)
}

/** Reads figures that bear a date, so that they can be had again as known at that instant, whatever is committed meanwhile. */
export async function readDated<T>(
  store: Store,
  query: TimeAsked,
  scope: FrozenScope,
  read: (state: KnownState & { readonly instant: Instant }) => Promise<T>,
): Promise<T> {
  return atInstant(store, query.asKnownAt, (known, instant) =>
    readFrozen(
      { store, known, instant },
      { query, scope, read: (state) => read({ ...state, instant: state.instant ?? instant }) },
    ),
  )
}

/** Reads at a settled instant: of now where none is asked for. */
export async function atInstant<T>(
  store: Store,
  asked: string | undefined,
  read: (known: Store, instant: Instant) => Promise<T>,
): Promise<T> {
  const instant = await settledInstant(store, asked)
  if (asked !== undefined) return read(storeAsKnownAt(store, instant), instant)
  const made = await read(store, instant)
  if ((await store.lastCommitAt()) <= instant) return made
  return read(storeAsKnownAt(store, instant), instant)
}

/** The instant that is meant; throws UsageError for one that lies ahead, since what is known then can still change. */
async function settledInstant(store: Store, asked: string | undefined): Promise<Instant> {
  const instant = asked === undefined ? undefined : parseInstant(asked)
  const settled = await store.settle()
  if (instant === undefined) return settled
  if (instant <= settled) return instant
  throw new UsageError(
    say('The instant {instant} lies ahead.', { instant: instantText(instant) }),
    {
      fix: say('Give one that is over; a day means its end.'),
      faults: [{ path: 'asKnownAt', message: say('must not lie ahead') }],
    },
  )
}

/** What figures of a scope are read from piece by piece. */
interface DatedState {
  readonly store: Store
  readonly instant: Instant
  /** Who closed the period; undefined = it is open, or the closing is passed over. */
  readonly closedBy: string | undefined
}

/** Opens what is read piece by piece: as known at one instant, that of a closing of its scope where there is one. */
export async function openDated(
  store: Store,
  query: TimeAsked,
  scope: FrozenScope | undefined,
): Promise<DatedState> {
  const settled = await settledInstant(store, query.asKnownAt)
  const known = storeAsKnownAt(store, settled)
  const event = scope && !query.current ? await closingOf(known, scope) : undefined
  const instant = event?.asOf ?? settled
  return { store: storeAsKnownAt(store, instant), instant, closedBy: event?.by }
}

async function readFrozen<T>(
  {
    store,
    known,
    instant,
  }: { readonly store: Store; readonly known: Store; readonly instant: Instant | undefined },
  {
    query,
    scope,
    read,
  }: {
    readonly query: TimeAsked
    readonly scope: FrozenScope
    readonly read: (state: KnownState) => Promise<T>
  },
): Promise<T> {
  const event = query.current ? undefined : await closingOf(known, scope)
  if (!event) return read({ store: known, instant, closed: undefined })
  const { ownTree } = scope
  const closedIn = ownTree && instant !== undefined ? storeAsKnownAt(ownTree, instant) : ownTree
  const closed = await closedPeriod(closedIn ?? known, event, scope)
  return read({ store: storeAsKnownAt(store, event.asOf), instant: event.asOf, closed })
}

/** What was done to the period of these days, by whichever organisation, in the order of writing. */
export async function eventsOfPeriod(
  store: Store,
  { from, to }: Pick<FrozenScope, 'from' | 'to'>,
): Promise<readonly PeriodEvent[]> {
  return store.listPeriodEvents({ from: dayNumber(from), to: dayNumber(to) })
}

/** The closing that froze what is asked for. */
async function closingOf(store: Store, scope: FrozenScope): Promise<PeriodEvent | undefined> {
  if (scope.organisation === undefined) return undefined
  return closingInForce(await eventsOfPeriod(store, scope), scope.organisation)
}

async function closedPeriod(
  known: Store,
  event: PeriodEvent,
  { organisation = event.organisation, from, to }: FrozenScope,
): Promise<ClosedPeriod> {
  const { text, asOf, recordedAt, by, note } = event
  const frozen = await known.listPeriodFigures(event.id)
  const rule = COUNTING_RULES[0]?.id ?? ''
  const restated = await isRestated(known, { organisation, from, to, rule, frozen })
  const period = { organisation: event.organisation, period: text, from, to }
  const instants = { asOf: instantText(asOf), recordedAt: instantText(recordedAt) }
  return { ...period, by, note, restated, ...instants }
}
