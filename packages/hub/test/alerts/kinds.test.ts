import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALERT_IDS } from '../../src/alerts/alert-ids.ts'
import { ALERTS } from '../../src/alerts/all.ts'
import type { Known } from '../../src/alerts/known.ts'

const NOTHING: Known = {
  ...{
    now: Date.parse('2026-03-02T09:00:00+07:00'),
    sources: [],
    removed: [],
    schedules: [],
    endings: [],
    failures: [],
  },
  limits: { refusedAbove: 100, endsWithinDays: 90 },
  calendarYears: [2026],
}

test('every alert has its id and says in both languages what it is', () => {
  expect(ALERTS.map(({ id }) => id)).toEqual(ALERT_IDS)
  for (const { about } of ALERTS) {
    for (const text of [about.en, about.vi]) {
      expect(text).toMatch(/\S/)
      expect(text).toBe(text.normalize('NFC'))
    }
  }
})

test.each(ALERTS)('$id holds of what its example says, and of nothing else', (alert) => {
  const { known, holds } = alert.example
  const found = alert.find({ ...NOTHING, ...known })
  expect(found.map(({ subject, severity }) => ({ subject, severity }))).toEqual(holds)
})

test.each(ALERTS)('$id does not hold where nothing is known', ({ find }) => {
  expect(find(NOTHING)).toEqual([])
})

test.each([
  ['docs/operations.md', 'en'],
  ['docs/vi/van-hanh.md', 'vi'],
] as const)('%s lists every alert as it says of itself', (file, language) => {
  const page = readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8')
  const lines = page.split('\n').filter((line) => /^\| `[a-z]+-[a-z-]+` +\|/.test(line))
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows).toEqual(ALERTS.map(({ id, about }) => ['', `\`${id}\``, about[language], '']))
})
