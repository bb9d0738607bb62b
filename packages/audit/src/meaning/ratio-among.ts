import { keyWords, labelKey } from './label-key.ts'
import type { OutlineRow } from './outline.ts'
import { only, sameUnit, stageOf } from './rows.ts'
import { unitKind } from './unit-kind.ts'
import { LITTLE_SAID } from './vocabulary/labels.ts'
import {
  EARLY,
  FINISHED,
  HANDED_IN,
  IN_TIME,
  MAY_PASS,
  ON_TIME,
  PLAN,
  RECEIVED,
  RESOLVED,
  SETTLED,
  TASKS,
  TONED_LAST_PERIOD,
} from './vocabulary/stages.ts'

/** A rate with the rows that it is made of; `certain` = no other reading of these rows is sensible. */
export interface RatioParts {
  readonly rate: OutlineRow
  readonly numerator: OutlineRow
  readonly denominator: OutlineRow
  readonly certain: boolean
  /** Whether the numerator can be the greater one: more was paid out than planned, or old requests were answered. */
  readonly mayExceed: boolean
  /** Where the label does not say which count is meant: all that may be. */
  readonly candidates?: readonly OutlineRow[]
}

const MOST = 4

/** A rate and counts of one unit, of which one is the whole and one is what the rate speaks of. */
export function partsAmong(
  rate: OutlineRow,
  counts: readonly OutlineRow[],
): RatioParts | undefined {
  const [first, ...rest] = counts
  if (!first || rest.length === 0 || counts.length > MOST) return undefined
  if (!rest.every((row) => sameUnit(row, first))) return undefined
  const denominator = resolvedOf(rate, counts) ?? wholeOf(counts)
  const others = counts.filter((row) => row !== denominator)
  const spoken = only(others) ?? spokenOf(rate, others)
  const numerator = spoken ?? others.find(isOnTime)
  if (!denominator || !numerator) return undefined
  const parts = pairOf({ rate, numerator, denominator })
  if (spoken && !isOnTime(spoken)) return parts
  return { ...parts, candidates: spoken ? timely(spoken) : others }
}

type Pair = Pick<RatioParts, 'rate' | 'numerator' | 'denominator'>

/** Two counts and their rate, with how sure it is that they belong together. */
export function pairOf(pair: Pair): RatioParts {
  return { ...pair, certain: !isOfReceived(pair), mayExceed: mayPass(pair) }
}

/** In time or late is what was resolved, where the form counts that too. */
function resolvedOf(rate: OutlineRow, counts: readonly OutlineRow[]): OutlineRow | undefined {
  if (!IN_TIME.test(rate.key)) return undefined
  return only(
    counts.filter(({ key }) => FINISHED.test(key) && RESOLVED.test(key) && !IN_TIME.test(key)),
  )
}

/** Where the form counts only what was received, the rate may be one of what was resolved. */
function isOfReceived({ numerator, denominator }: Pair): boolean {
  const { key } = denominator
  return RECEIVED.test(key) && !RESOLVED.test(key) && IN_TIME.test(numerator.key)
}

/** Whether a row counts what was on time. */
export function isOnTime({ key }: OutlineRow): boolean {
  return ON_TIME.test(key)
}

/** What is early is on time as well: forms that print both may take them together. */
export function timely(onTime: OutlineRow): readonly OutlineRow[] {
  const beside = (onTime.parent?.children ?? []).filter((row) => {
    return !row.rate && sameUnit(row, onTime) && EARLY.test(row.key)
  })
  return [onTime, ...beside]
}

/** The one row that has come least far. */
function wholeOf(counts: readonly OutlineRow[]): OutlineRow | undefined {
  const stages = counts.map((row) => stageOf(row))
  const least = Math.min(...stages.map((stage) => stage ?? Number.POSITIVE_INFINITY))
  if (least > 0 && stages.includes(undefined)) return undefined
  return only(counts.filter((_row, index) => stages[index] === least))
}

/** The one row all of whose own words the rate has. */
function spokenOf(rate: OutlineRow, counts: readonly OutlineRow[]): OutlineRow | undefined {
  const said = keyWords(rate.key)
  return only(
    counts.filter((row) =>
      [...keyWords(row.key)].every((word) => said.has(word) || LITTLE_SAID.test(word)),
    ),
  )
}

/** More is paid out than planned, and what came in before is answered now; but no plan has more tasks than it has. */
function mayPass({ rate, numerator, denominator }: Pair): boolean {
  if (MAY_PASS.test(rate.key) || unitKind(denominator.unit) === 'money') return true
  if (TONED_LAST_PERIOD.test(`${numerator.label} ${numerator.note}`)) return true
  if (HANDED_IN.test(denominator.key)) return SETTLED.test(numerator.key)
  const planned = PLAN.test(denominator.key)
  return planned && !TASKS.test(`${denominator.key} ${labelKey(denominator.unit)}`)
}
