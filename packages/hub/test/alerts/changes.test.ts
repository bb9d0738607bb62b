import { say } from '@cchc/domain'
import type { AlertSeverity, AlertState } from '@cchc/store'
import { describe, expect, test } from 'vitest'
import { judgeChanges } from '../../src/alerts/changes.ts'
import type { FoundAlert } from '../../src/alerts/find-alerts.ts'

/** What is found at each minute, and what is told then; q = nothing is told, - = nothing holds. */
const CASES = [
  ['once, however often it is looked', 'look look look', 'began . .'],
  ['when it gets worse, not when it gets better', 'look broken look broken', 'began worse . .'],
  ['when it is over for as long as it takes to settle', 'look - - - -', 'began . . . ended'],
  ['again after it was over', 'look - - - - look', 'began . . . ended began'],
  ['not where it comes back before it settled', 'look - - look - look', 'began . . . . .'],
  ['after the quiet hours', 'qlook qlook look look', '. . began .'],
  ['as its worst after the quiet hours', 'qlook qbroken look', '. . began'],
  ['that it got worse in quiet hours', 'look qbroken broken', 'began . worse'],
  ['that it came and went in quiet hours', 'qlook q- q- q- q- -', '. . . . . passed'],
  ['that it was over in quiet hours', 'look q- q- q- q- - -', 'began . . . . ended .'],
] as const

const found = (severity: AlertSeverity): FoundAlert[] => [
  { alert: 'source-stale', subject: 'one-stop', severity, sentence: say('sources') },
]

describe('a change of state is told', () => {
  test.each(CASES)('%s', (_, seen, expected) => {
    let states: readonly AlertState[] = []
    const told = seen.split(' ').map((word, now) => {
      const severity = word.replace('q', '')
      const judged = judgeChanges(
        states,
        severity === '-' ? [] : found(severity as AlertSeverity),
        { now, isQuiet: word.startsWith('q'), settleMs: 3 },
      )
      states = judged.states
      return judged.changes.map(({ kind }) => kind).join() || '.'
    })
    expect(told.join(' ')).toBe(expected)
  })
})

test('each subject has a state of its own, with since when and how bad it is at worst', () => {
  const both = [...found('look'), { ...found('broken')[0], subject: 'other' } as FoundAlert]
  const first = judgeChanges([], both, { now: 5, isQuiet: false, settleMs: 0 })
  expect(first.changes).toHaveLength(2)
  const next = judgeChanges(first.states, found('broken'), { now: 9, isQuiet: true, settleMs: 0 })
  expect(next.states).toMatchObject([
    { subject: 'one-stop', since: 5, severity: 'broken', told: { at: 5, severity: 'look' } },
    { subject: 'other', since: 5, goneAt: 9 },
  ])
})
