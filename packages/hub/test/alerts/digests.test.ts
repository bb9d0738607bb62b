import { addWorkingDays, type Dossier, PUBLISHED_CALENDAR, plusDays } from '@cchc/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dossierStatistics } from '../../src/questions/dossier-statistics.ts'
import { alertedOffice } from './alerted-hub.ts'
import { webhookSink } from './sinks.ts'

let office: ReturnType<typeof alertedOffice>
let hook: Awaited<ReturnType<typeof webhookSink>>
beforeEach(async () => {
  hook = await webhookSink()
  office = alertedOffice('2026-03-03T06:00:00+07:00')
  office.source = { gate: 'off' }
  office.alerts = {
    channels: { hook: { kind: 'webhook', url: hook.url, tells: [] } },
    digests: { units: [{ org: 'H99.03', channel: 'hook' }] },
  }
})
afterEach(() => hook.close())

const at = (day: string) => Date.parse(`${day}T09:00:00+07:00`)
const dossier = (code: string, dueOn: string, facts: Partial<Dossier> = {}): Partial<Dossier> => ({
  ...{ code, receivedAt: at('2026-02-02'), dueAt: at(dueOn), ...facts },
})

interface Told {
  readonly kind: string
  readonly subject: string
  readonly text: string
  readonly data: {
    readonly overdue: number | null
    readonly dueSoon: number | null
    readonly codes: { readonly overdue: readonly string[]; readonly dueSoon: readonly string[] }
    readonly groups: readonly object[]
  }
}

const told = () => hook.posted.map(({ message }) => message as unknown as Told)

async function tellAt(instant: string): Promise<void> {
  office.now = Date.parse(`${instant}+07:00`)
  await office.send()
}

test('a unit is told counts and codes of what is overdue and due within working days, once on each of them', async () => {
  office.holds([
    dossier('A-LATE', '2026-02-27'),
    dossier('B-LATER', '2026-02-20', { procedureCode: '1.000002' }),
    dossier('C-TODAY', '2026-03-03'),
    dossier('D-LAST', '2026-03-06'),
    dossier('E-NEXT', '2026-03-07'),
    dossier('F-DONE', '2026-02-20', { status: 'finished', finishedAt: at('2026-02-25') }),
    dossier('G-WAITS', '2026-03-04', { pauses: [{ from: at('2026-03-01'), to: null }] }),
    dossier('H-OTHER', '2026-02-20', { organisationCode: 'H99.04' }),
    dossier('I-NO-DAY', '2026-02-20', { dueAt: null }),
  ])
  await office.sync()
  await tellAt('2026-03-03T07:31:00')
  await tellAt('2026-03-03T16:00:00')
  await tellAt('2026-03-04T07:29:00')
  expect(told()).toMatchObject([
    {
      kind: 'digest',
      subject: '[CCHC] Sở Tư pháp: hồ sơ quá hạn: 2, sắp đến hạn: 2',
      data: {
        ...{ organisation: 'H99.03', day: '2026-03-03', lastDay: '2026-03-06' },
        ...{ overdue: 2, dueSoon: 2, missing: [] },
        codes: { overdue: ['B-LATER', 'A-LATE'], dueSoon: ['C-TODAY', 'D-LAST'] },
        groups: [
          { code: '1.000001', overdue: 1, dueSoon: 2 },
          { code: '1.000002', overdue: 1, dueSoon: 0 },
        ],
      },
    },
  ])
  expect(told()[0]?.text).toContain(
    'cchc stats dossiers --org H99.03 --period 2026-03-03..2026-03-03',
  )
  // Saturday and Sunday are no working days, Monday is.
  for (const day of ['2026-03-07', '2026-03-08']) await tellAt(`${day}T09:00:00`)
  expect(told()).toHaveLength(1)
  await tellAt('2026-03-09T09:00:00')
  expect(told()).toHaveLength(2)
})

test('what was not read is told as that, and a count that nobody has is never zero', async () => {
  office.holds([dossier('A-LATE', '2026-02-20')])
  await tellAt('2026-03-02T08:00:00')
  await office.sync()
  await tellAt('2026-03-03T08:00:00')
  const [nobody, yesterday] = told()
  expect(nobody).toMatchObject({
    subject: '[CCHC] Sở Tư pháp: hồ sơ quá hạn: chưa biết, sắp đến hạn: chưa biết (chưa đầy đủ)',
    data: { overdue: null, dueSoon: null },
  })
  expect(yesterday).toMatchObject({
    subject: '[CCHC] Sở Tư pháp: hồ sơ quá hạn: 1, sắp đến hạn: 0 (chưa đầy đủ)',
    data: { overdue: 1, missing: [expect.stringContaining('folder')] },
  })
})

test('nothing is told of a unit where there is nothing, and one that nobody knows is told as unknown', async () => {
  office.alerts = {
    ...office.alerts,
    digests: { units: ['H99.03', 'H98'].map((org) => ({ org, channel: 'hook' })) },
  }
  office.holds([dossier('A-LATER', '2026-06-20')])
  await office.sync()
  await tellAt('2026-03-03T08:00:00')
  expect(told().map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[CCHC\] H98: không đếm được hồ sơ: .*H98/),
  ])
})

test('at most so many codes are listed, those due first, and the rest is counted', async () => {
  office.alerts = {
    ...office.alerts,
    digests: { codes: 2, by: 'field', units: [{ org: 'H99', channel: 'hook' }] },
  }
  office.holds(
    Array.from({ length: 500 }, (_, index) =>
      dossier(`X-${String(index).padStart(3, '0')}`, plusDays('2026-02-27', -(index % 20))),
    ),
  )
  await office.sync()
  await tellAt('2026-03-03T08:00:00')
  expect(told()[0]).toMatchObject({
    text: expect.stringContaining('và 498 hồ sơ khác'),
    data: { overdue: 500, codes: { overdue: ['X-019', 'X-039'], dueSoon: [] } },
  })
})

test('the figure is that of cchc stats, and who is due soon is overdue then if nothing happens', async () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % below
  }
  const day = (index: number) => at(plusDays('2026-02-01', index))
  const statuses = [
    'processing',
    'awaiting_supplement',
    'finished',
    'withdrawn',
    'stopped',
  ] as const
  office.holds(
    Array.from({ length: 300 }, (_, index) => {
      const status = statuses[random(5)] ?? 'processing'
      const isOver = !['processing', 'awaiting_supplement'].includes(status)
      const pause = { from: day(random(30)), to: random(2) ? null : day(40 + random(5)) }
      return {
        ...{ code: `R-${index}`, status, receivedAt: day(random(15)) },
        dueAt: random(9) === 0 ? null : day(10 + random(40)),
        finishedAt: isOver ? day(16 + random(14)) : null,
        pauses: random(3) === 0 ? [pause] : [],
      }
    }),
  )
  await office.sync()
  await tellAt('2026-03-03T08:00:00')
  const lastDay = addWorkingDays('2026-03-03', { count: 3, calendar: PUBLISHED_CALENDAR })
  const overdueOn = (on: string) =>
    office.on(async (hub) => {
      const asked = { org: 'H99.03', period: `${on}..${on}`, partial: true, anyway: true }
      return (await hub.ask(dossierStatistics, asked)).total.statistics.pendingOverdue
    })
  const { data } = told()[0] ?? { data: { overdue: -1, dueSoon: -1 } }
  expect(data.overdue).toBe(await overdueOn('2026-03-03'))
  office.now = at('2026-03-20')
  const later = await overdueOn(plusDays(lastDay, 1))
  // A wait that ended in between can make others overdue: these data have waits that end later alone.
  expect(Number(data.overdue) + Number(data.dueSoon)).toBe(later)
  expect(Number(data.dueSoon)).toBeGreaterThan(0)
})

test('every week it is told that all is well, or what is not, on its day once', async () => {
  office.alerts = {
    channels: { hook: { kind: 'webhook', url: hook.url, tells: ['weekly'] } },
    weekly: { day: 'monday', at: '08:00' },
    quietHours: '07:00-09:00',
  }
  office.now = Date.parse('2026-03-02T07:30:00+07:00')
  await office.sync()
  await tellAt('2026-03-02T08:30:00')
  expect(told()).toEqual([])
  await tellAt('2026-03-02T09:00:00')
  await tellAt('2026-03-02T15:00:00')
  await tellAt('2026-03-09T10:00:00')
  expect(told().map(({ kind, subject }) => [kind, subject])).toEqual([
    ['weekly', '[CCHC] Mọi việc bình thường: 1 nguồn'],
    ['weekly', '[CCHC] 1 việc cần xem'],
  ])
  expect(told()[0]?.text).toContain('folder: đọc trọn đến 2026-03-02T07:30:00+07:00')
})
