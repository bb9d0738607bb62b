import type { Instant } from '@cchc/domain'
import type { AlertSeverity, AlertState } from '@cchc/store'
import type { FoundAlert } from './find-alerts.ts'

/** `passed` = it came and went while nothing was told. */
export type ChangeKind = 'began' | 'worse' | 'ended' | 'passed'

/** A change of state that people are to be told of, once. */
export interface AlertStateChange {
  readonly kind: ChangeKind
  readonly state: AlertState
}

/** When it is, and how it is told. */
interface Telling {
  readonly now: Instant
  /** Nothing is told now: it is kept for later. */
  readonly isQuiet: boolean
  /** What comes back sooner was never gone. */
  readonly settleMs: number
}

/** What is known from now on. */
export interface Judged {
  readonly states: readonly AlertState[]
  readonly changes: readonly AlertStateChange[]
}

const RANK: Readonly<Record<AlertSeverity, number>> = { look: 1, broken: 2 }

/** Holds what is found against what was known: each change is told once, however often it is looked. */
export function judgeChanges(
  before: readonly AlertState[],
  found: readonly FoundAlert[],
  telling: Telling,
): Judged {
  const known = new Map(before.map((state) => [keyOf(state), state]))
  const holding = found.map((one) => held(known.get(keyOf(one)), one, telling))
  const stillHeld = new Set(found.map(keyOf))
  const gone = before
    .filter((state) => !stillHeld.has(keyOf(state)))
    .map((one) => left(one, telling))
  const all = [...holding, ...gone]
  return {
    states: all.flatMap(({ state, forget }) => (forget ? [] : [state])),
    changes: all.flatMap(({ kind, state }) => (kind ? [{ kind, state }] : [])),
  }
}

interface Step {
  readonly state: AlertState
  readonly kind?: ChangeKind
  readonly forget?: boolean
}

function held(before: AlertState | undefined, found: FoundAlert, telling: Telling): Step {
  const { now, isQuiet } = telling
  const { alert, subject, sentence } = found
  const told = before?.told ?? null
  const severity = before ? worse(before.severity, found.severity) : found.severity
  const state = { alert, subject, sentence, severity, since: before?.since ?? now, goneAt: null }
  const kind = kindOf(told, severity)
  if (isQuiet || kind === undefined) return { state: { ...state, told } }
  return { state: { ...state, told: { at: now, severity } }, kind }
}

function kindOf(told: AlertState['told'], severity: AlertSeverity): ChangeKind | undefined {
  if (told === null) return 'began'
  return RANK[severity] > RANK[told.severity] ? 'worse' : undefined
}

function left(before: AlertState, { now, isQuiet, settleMs }: Telling): Step {
  const goneAt = before.goneAt ?? now
  const state = { ...before, goneAt }
  if (isQuiet || now - goneAt < settleMs) return { state }
  return { state, kind: before.told === null ? 'passed' : 'ended', forget: true }
}

function worse(one: AlertSeverity, other: AlertSeverity): AlertSeverity {
  return RANK[one] < RANK[other] ? other : one
}

function keyOf({ alert, subject }: Pick<AlertState, 'alert' | 'subject'>): string {
  return JSON.stringify([alert, subject])
}
