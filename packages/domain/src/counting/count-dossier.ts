import type { Pause } from '../dossier.ts'
import { type DayNumber, dayNumberOf, type Instant } from '../time.ts'
import type { Choices } from './choices.ts'
import { clockStart } from './clock-start.ts'
import type { AddEvent, AddExtra, CountedDossier, Measure } from './counting-rule.ts'
import type { ExtraFigure } from './extra-figures.ts'
import { addFactFigures } from './fact-figures.ts'
import { overdueSpans, type Span } from './overdue-spans.ts'
import { requests, waitedFor } from './supplements.ts'

const DAY_MS = 86_400_000

/** A counted dossier with what the choices make of its dates. */
interface Case {
  readonly dossier: CountedDossier
  readonly choices: Choices
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly endAt: Instant | null
  readonly receivedDay: DayNumber
}

interface Listeners {
  readonly add: AddEvent
  readonly addExtra: AddExtra | undefined
}

/** Turns one dossier into dated events by a rule's choices; the same choices always give the same events. */
export function countDossier(
  choices: Choices,
  dossier: CountedDossier,
  { add, addExtra }: Listeners,
): void {
  const { facts: stated } = dossier
  if (dossier.receivedAt === null) return
  const receivedAt = clockStart(choices, { receivedAt: dossier.receivedAt, facts: stated })
  const receivedDay = dayNumberOf(choices.bounds === 'start-excluded' ? receivedAt - 1 : receivedAt)
  const outside = leftOutAs(dossier, choices)
  if (outside !== null) {
    addExtra?.(outside, receivedDay)
    return
  }
  const endAt = endOf(dossier, choices, receivedAt)
  const dueAt = dueOf(dossier, choices, receivedAt)
  const facts: Case = { dossier, choices, receivedAt, dueAt, endAt, receivedDay }
  add('received', receivedDay)
  const resolved = resolvedAs(facts)
  if (resolved !== null) add(resolved.measure, resolved.day)
  const overdue = spansOf(facts)
  for (const span of overdue) {
    add('overdueOpened', span.from)
    if (span.to !== null) add('overdueClosed', span.to)
  }
  if (!addExtra) return
  addExtras(facts, addExtra)
  addFactFigures({ facts: stated, receivedDay, resolved, overdue }, addExtra)
}

function resolvedAs(facts: Case) {
  const { endAt } = facts
  if (endAt === null || leaves(facts) !== null) return null
  return { measure: resolution(facts, endAt), day: dayNumberOf(endAt) }
}

function leftOutAs({ status }: CountedDossier, choices: Choices): ExtraFigure | null {
  if (status === 'refused_at_reception' && choices.refusedAtReception === 'left-out') {
    return 'refusedAtReception'
  }
  const awaits = status === 'registered' && choices.awaitingReception === 'left-out'
  return awaits ? 'awaitingReception' : null
}

function endOf(dossier: CountedDossier, choices: Choices, receivedAt: Instant) {
  const { status, finishedAt, returnedAt } = dossier
  if (finishedAt !== null) return finishedAt
  // A refusal at the counter states no end of its own: it ends where it began.
  if (status === 'refused_at_reception') return receivedAt
  const returned = choices.endEvent === 'finished-or-returned' && status === 'returned'
  return returned && returnedAt !== null ? Math.max(returnedAt, receivedAt) : null
}

/** Those that are over; a refusal at the counter ends where it began. */
export const OVER_STATUSES = ['finished', 'returned', 'refused', 'withdrawn', 'stopped'] as const
const OVER: ReadonlySet<string> = new Set(OVER_STATUSES)

/** Whether a dossier is over and a rule knows no end of it, so that it counts as in process, and later as overdue. */
export function lacksEnd(
  { choices }: { readonly choices: Choices },
  dossier: CountedDossier,
): boolean {
  const { receivedAt, status } = dossier
  if (receivedAt === null || !OVER.has(status)) return false
  return endOf(dossier, choices, receivedAt) === null
}

function dueOf(dossier: CountedDossier, choices: Choices, receivedAt: Instant) {
  if (dossier.dueAt !== null || choices.noDueDate === 'on-time') return dossier.dueAt
  const days = dossier.maximumTermDays ?? null
  return days === null ? null : receivedAt + days * DAY_MS
}

/** The figure in which a dossier leaves the row without being resolved. */
function leaves({ dossier: { status }, choices }: Case): ExtraFigure | null {
  if (status === 'withdrawn' && choices.withdrawn === 'apart') return 'withdrawn'
  return status === 'stopped' && choices.refused === 'stopped-apart' ? 'stopped' : null
}

function addExtras(facts: Case, addExtra: AddExtra): void {
  const { dossier, choices, receivedDay, endAt } = facts
  const left = leaves(facts)
  if (left !== null && endAt !== null) addExtra(left, dayNumberOf(endAt))
  const channel = channelFigure(dossier, choices)
  if (channel !== null) addExtra(channel, receivedDay)
  if (endAt === null && waitsNow(dossier)) addExtra('waiting', receivedDay)
}

function channelFigure(
  { channel, serviceLevel }: CountedDossier,
  choices: Choices,
): ExtraFigure | null {
  if (channel === null) return choices.nullChannel === 'other' ? 'receivedOtherChannel' : null
  if (channel === 'direct') return 'receivedDirect'
  if (channel === 'postal') return 'receivedPostal'
  if (serviceLevel === 'full') return 'receivedOnlineFull'
  return serviceLevel === 'partial' ? 'receivedOnlinePartial' : null
}

function waitsNow({ status }: CountedDossier): boolean {
  return status === 'awaiting_supplement' || status === 'registered'
}

function resolution(facts: Case, endAt: Instant): Measure {
  const { dossier, choices, dueAt, receivedAt } = facts
  if (dossier.status === 'withdrawn' && choices.withdrawn === 'on-time') return 'resolvedOnTime'
  if (choices.secondSupplement === 'late' && secondRequest(facts) !== null) return 'resolvedLate'
  if (dueAt === null) return 'resolvedOnTime'
  const handling = { start: receivedAt, end: endAt }
  const waited = choices.supplement === 'deducted' ? waitedFor(dossier.pauses, handling) : 0
  const end = endAt - waited
  if (isBefore(choices, dueAt, end)) return 'resolvedLate'
  const early = earlyBy(facts, end)
  return early !== null && isBefore(choices, early, dueAt) ? 'resolvedEarly' : 'resolvedOnTime'
}

/** The moment that makes a dossier early when the due date is after it. */
function earlyBy({ dossier, choices }: Case, end: Instant): Instant | null {
  if (choices.earlySeparate === 'not-separate') return null
  return choices.earlySeparate === 'by-return' ? dossier.returnedAt : end
}

function isBefore(choices: Choices, one: Instant, other: Instant): boolean {
  if (choices.precision === 'instant') return one < other
  return dayNumberOf(one) < dayNumberOf(other)
}

function secondRequest({ dossier, endAt }: Case): Instant | null {
  if (dossier.pauses.length < 2) return null
  return requests(dossier.pauses, endAt)[1] ?? null
}

function spansOf(facts: Case): readonly Span[] {
  const { choices, dossier, dueAt, endAt, receivedDay } = facts
  if (choices.waiting === 'status-now' && waitsNow(dossier)) return []
  const endDay = endAt === null ? null : dayNumberOf(endAt)
  const spans = dueAt === null ? [] : pastDue(facts, { dueAt, endDay })
  const second = choices.secondSupplement === 'late' ? secondRequest(facts) : null
  if (second === null) return spans
  return lateFrom(spans, { from: Math.max(dayNumberOf(second), receivedDay), to: endDay })
}

function pastDue(
  facts: Case,
  { dueAt, endDay }: { readonly dueAt: Instant; readonly endDay: DayNumber | null },
): readonly Span[] {
  const { choices, receivedDay } = facts
  const lateOnDueDay = choices.onDueMoment === 'overdue' ? 1 : 0
  const dueDay = dayNumberOf(dueAt) - lateOnDueDay
  return overdueSpans({ receivedDay, dueDay, endDay }, excusing(facts, dueAt))
}

/** The waits during which an open dossier is not overdue. */
function excusing({ dossier, choices }: Case, dueAt: Instant): readonly Pause[] {
  if (choices.waiting === 'status-now') return []
  if (choices.waiting === 'within-term') return dossier.pauses
  return dossier.pauses.filter(({ from }) => !isBefore(choices, dueAt, from))
}

/** Joins the spans with one that lasts until the end of them all. */
function lateFrom(spans: readonly Span[], last: Span): readonly Span[] {
  const before = spans
    .map(({ from, to }) => ({ from, to: Math.min(to ?? last.from, last.from) }))
    .filter(({ from, to }) => from < to)
  return last.to === null || last.from < last.to ? [...before, last] : before
}
