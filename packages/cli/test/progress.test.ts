import { instantText } from '@cchc/domain'
import { expect, test } from 'vitest'
import { progressLines } from '../src/commands/sync/progress-display.ts'
import { progressBar, progressLine } from '../src/commands/sync/progress-text.ts'
import { nextProgress, remainingOf } from '../src/commands/sync/stream-progress.ts'
import { en } from '../src/messages/en.ts'
import { vi } from '../src/messages/vi.ts'
import { countText, durationText, instantOf } from '../src/output/operator-text.ts'

const dossiers = { source: 'one-stop', stream: 'dossiers' }
const begun = nextProgress(
  { ...dossiers, phase: 'started', fetched: 0, expected: null },
  { before: undefined, now: 1_000 },
)
const halfway = nextProgress(
  { ...dossiers, phase: 'committed', fetched: 1_500, expected: 6_000 },
  { before: begun, now: 4_000 },
)

test('rate and remaining time follow from what was read since the start', () => {
  expect(progressLine(halfway, en)).toBe('one-stop dossiers: 1 500 of 6 000, 500/s, 9.0 s left')
  expect(progressLine(halfway, vi)).toBe(
    'one-stop dossiers: 1.500 trên 6.000, 500/giây, còn 9,0 giây',
  )
})

test('a bar is as full as the part that was read', () => {
  expect(progressBar(halfway, en)).toBe(
    `one-stop dossiers  ${'█'.repeat(6)}${'░'.repeat(18)}  1 500 of 6 000  500/s  9.0 s left`,
  )
})

test('without a total, or with one that is too small, nothing is promised', () => {
  const unknown = { ...halfway, expected: null }
  expect(progressBar(unknown, en)).toBe('one-stop dossiers  1 500 records  500/s')
  const wrong = { ...halfway, expected: 1_000 }
  expect(remainingOf(wrong)).toBeNull()
  expect(progressLine(wrong, en)).toBe('one-stop dossiers: 1 500 records, 500/s')
  const reached = { ...halfway, expected: 1_500 }
  expect(progressLine(reached, en)).toBe('one-stop dossiers: 1 500 of 1 500, 500/s')
})

test('plain lines come at start and end, in between one every few seconds', () => {
  const lines: string[] = []
  let now = 10_000
  const terminal = {
    columns: undefined,
    watched: false,
    print: () => undefined,
    printBytes: () => undefined,
    pour: async () => true,
    note: (text: string) => void lines.push(text),
  }
  const display = progressLines({ terminal, messages: en, now: () => now })
  display.update({ ...dossiers, phase: 'started', fetched: 0, expected: null })
  for (let fetched = 100; fetched <= 900; fetched += 100) {
    now += 500
    display.update({ ...dossiers, phase: 'committed', fetched, expected: 900 })
  }
  display.update({ ...dossiers, phase: 'completed', fetched: 900, expected: 900 })
  expect(lines).toEqual([
    'one-stop dossiers: reading',
    'one-stop dossiers: 600 of 900, 200/s, 1.5 s left',
    'one-stop dossiers: done, 900 records, 200/s',
  ])
})

test('counts, times and instants are written in the reader’s way', () => {
  expect(countText(1_234_567, en.words)).toBe('1 234 567')
  expect(countText(425_682, vi.words)).toBe('425.682')
  expect(durationText(9_940, en.words)).toBe('9.9 s')
  expect(durationText(9_960, en.words)).toBe('10 s')
  expect(durationText(125_000, en.words)).toBe('2 min 05 s')
  expect(durationText(3_720_000, vi.words)).toBe('1 giờ 02 phút')
  const instant = instantText(Date.parse('2022-12-14T17:30:00.250Z'))
  expect(instantOf(instant, { language: 'en', messages: en })).toBe('2022-12-15 00:30:00')
  expect(instantOf(instant, { language: 'vi', messages: vi })).toBe('00:30:00 15/12/2022')
})
