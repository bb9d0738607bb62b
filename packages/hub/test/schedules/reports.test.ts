import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openScheduleRange } from './schedule-range.ts'

const range = openScheduleRange()
const MONTHLY = {
  report: 'tt01-06a',
  period: 'last-month',
  at: '0 7 16 * *',
  to: 'bao-cao/thang',
  formats: ['csv', 'json'],
}

const PROVINCE = { organisations: { H99: { name: 'UBND tỉnh Thử Nghiệm', level: 'province' } } }

test('a report is made of the period of its slot, whenever that is done, whole files in its folder', async () => {
  const one = await range.open({ monthly: MONTHLY }, { more: PROVINCE })
  await one.hub.act(range.sync, {})
  await one.once()
  one.setClock('2026-04-20T09:00:00')
  expect(await one.once()).toEqual([
    'monthly 16 07:00 began',
    'monthly 16 07:00 ended partial',
    'monthly 16 07:00 began',
    'monthly 16 07:00 ended partial',
  ])
  const folder = join(one.folder, 'bao-cao/thang')
  expect(readdirSync(folder).sort()).toEqual([
    'tt01-06a_H99_2026-M03.csv',
    'tt01-06a_H99_2026-M03.json',
    'tt01-06a_H99_2026-M04.csv',
    'tt01-06a_H99_2026-M04.json',
  ])
  const march = readFileSync(join(folder, 'tt01-06a_H99_2026-M03.csv'), 'utf8')
  expect(march).toContain(',2026-02-15,2026-03-14,')
  const [, ended] = one.events
  expect(ended?.files).toEqual([
    join(folder, 'tt01-06a_H99_2026-M03.csv'),
    join(folder, 'tt01-06a_H99_2026-M03.json'),
  ])
  expect(ended?.told.length).toBeGreaterThan(0)
})

test('a report that cannot be made is tried again, and says why', async () => {
  const one = await range.open({ monthly: { ...MONTHLY, org: 'H00.99' } })
  await one.once()
  one.setClock('2026-03-16T07:00:00')
  expect((await one.once()).at(-1)).toBe('monthly 16 07:00 later 16 07:05')
  expect(one.events.at(-1)?.told.join()).toContain('H00.99')
  expect(existsSync(join(one.folder, 'bao-cao'))).toBe(false)
})
