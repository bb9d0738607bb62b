import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/read-config.ts'
import { configFolder, ENV, faultsOf, readText, SOURCE } from '../config-text.ts'

function configured(schedules: object): string {
  return JSON.stringify({ sources: { motcua: SOURCE }, schedules })
}

const NIGHTLY = { sync: ['motcua'], at: '15 2 * * *' }
const REPORT = { report: 'tt01-06a', period: 'last-month', at: '0 7 16 * *', to: 'bao-cao' }

test('a schedule says what is done: sources that are read, or a report', async () => {
  const cwd = configFolder({
    'cchc.config.yaml': configured({
      nightly: { ...NIGHTLY, jitter: '10m', between: '22:00-06:00' },
      monthly: REPORT,
    }),
  })
  const { schedules } = await readConfig({ cwd, env: ENV })
  expect(schedules).toMatchObject({
    nightly: {
      jitterMs: 600_000,
      between: { from: 79_200_000, to: 21_600_000 },
      missed: 'once',
      work: { kind: 'sync', sources: ['motcua'], full: false },
    },
    monthly: {
      jitterMs: 0,
      missed: 'each',
      work: { kind: 'report', template: 'tt01-06a', to: `${cwd}/bao-cao`, formats: ['xlsx'] },
    },
  })
  expect((await readText('sources: {}')).schedules).toEqual({})
})

test('every fault of schedules is told at once, with what was probably meant', async () => {
  const faults = await faultsOf(
    readText(
      configured({
        typo: { ...NIGHTLY, sync: ['motcau'] },
        pattern: { ...NIGHTLY, at: '61 * * * *' },
        jitter: { ...NIGHTLY, jitter: '10 minutes' },
        hours: { ...NIGHTLY, between: '22-06' },
        both: { ...REPORT, sync: 'all' },
        neither: { at: '0 0 * * *' },
        foreign: { ...NIGHTLY, to: 'x' },
        lacking: { report: 'tt01-06a', at: '0 7 16 * *' },
        misspelt: { ...NIGHTLY, jiter: '1m' },
      }),
    ),
  )
  expect(faults).toMatchInlineSnapshot(`
    {
      "schedules.both.sync": "write either sync or report",
      "schedules.foreign.to": "belongs to report only",
      "schedules.hours.between": "write hours such as 22:00-06:00",
      "schedules.jitter.jitter": "write a time such as 30s, 10m or 2h",
      "schedules.lacking.period": "is required for a report",
      "schedules.lacking.to": "is required for a report",
      "schedules.misspelt.jiter": "is not a setting; did you mean jitter? Allowed here: sync, full, report, org, period, to, formats, partial, at, jitter, between, missed",
      "schedules.neither.sync": "write either sync or report",
      "schedules.pattern.at": "is no time of cron such as 15 2 * * *: CronPattern: Invalid value for minute: 61",
    }
  `)
})

test('a form that there is none of is a fault', async () => {
  const reading = readText(configured({ monthly: { ...REPORT, report: 'tt01-6a' } }))
  expect(await faultsOf(reading)).toEqual({
    'schedules.monthly.report': 'no form is called tt01-6a. Did you mean tt01-06a?',
  })
})
