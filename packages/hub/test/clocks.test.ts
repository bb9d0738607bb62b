import { type ServedPortals, servePortals, smallWorld, worldAt } from '@cchc/portals'
import { openStore } from '@cchc/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

const NINE = (day: string) => Date.parse(`${day}T09:00:00+07:00`)
const YEAR = { org: 'H99', period: '2022' } as const

/** Six weeks in which the machine's clock is more than a year fast while the portal's is right; then it is set back. */
describe('a clock that was a year fast', () => {
  const world = smallWorld({ dossiers: 300 })
  let machine = NINE('2022-05-20')
  let real = machine
  let portals: ServedPortals
  let hub: Hub
  let url: string

  beforeAll(async () => {
    portals = await servePortals({ world: worldAt(world, () => real), now: () => real })
    const folder = configFolder({})
    url = `sqlite:${folder}/hub.db`
    hub = await openHub({
      cwd: folder,
      config: config(portals),
      env: { OPENCPS: portals.openCps.password },
      now: () => machine,
    })
  })

  afterAll(async () => {
    await hub.close()
    await portals.close()
  })

  const sync = async () => (await hub.act(actions.sync, {})).runs[0]
  const at = (day: string, shownDay = day) => {
    real = NINE(day)
    machine = NINE(shownDay)
  }
  const report = (more: object = {}) =>
    hub.ask(questions.report, { ...YEAR, template: 'tt01-06a', ...more })
  const notesOf = async (made: Awaited<ReturnType<typeof report>>) =>
    new TextDecoder().decode(await hub.renderReport(made, 'md'))

  it('reads and reports as usual before', async () => {
    expect(await sync()).toMatchObject({ status: 'done', warnings: [] })
    expect(await hub.ask(questions.status, {})).toMatchObject({ stale: false, findings: [] })
    expect(await notesOf(await report())).not.toContain('đồng hồ')
  })

  it('is told while it is fast: in every run and in the status, and no position is kept', async () => {
    at('2022-06-01', '2023-09-01')
    const run = await sync()
    expect(run?.status).toBe('done')
    expect(run?.warnings.join('\n')).toMatch(/dossiers: the position is dated 2023-09-01/)
    const difference = /one-stop: the portal dated an answer 457 days and 0 hours before the clock/
    expect(run?.warnings.join('\n')).toMatch(difference)
    const { stale, findings } = await hub.ask(questions.status, {})
    expect([stale, findings]).toEqual([false, [expect.stringMatching(difference)]])
  })

  it('is a finding as soon as it is right: in the status, in the next run, and in reports', async () => {
    at('2022-07-15', '2023-10-15')
    expect(await sync()).toMatchObject({ status: 'done' })
    at('2022-09-20')
    const status = await hub.ask(questions.status, {})
    expect(status.stale).toBe(true)
    expect(status.items.filter(({ stale }) => !stale)).toEqual([])
    expect(status.findings.join('\n')).toMatch(/dated 2023-10-15.*\n.*one-stop dossiers: /)
    await expect(hub.act(actions.closePeriod, YEAR)).rejects.toMatchObject({
      message: expect.stringContaining('is not over'),
    })
    const run = await sync()
    expect(run?.status).toBe('done')
    expect(run?.warnings.join('\n')).toMatch(/stored last is dated 2023-10-15/)
    expect(run?.warnings.join('\n')).toMatch(/dossiers: the last whole pass is dated 2023-10-15/)
    expect(await notesOf(await report())).toContain(
      'Khi lập báo cáo, đồng hồ của máy chỉ 09:00 ngày 20/9/2022',
    )
  })

  it('hides nothing once the next run is done: no dossier is missing, the statistics are read on', async () => {
    const store = await openStore({ url, now: () => machine })
    const portal = worldAt(world, () => real)
    for (let index = 0; index < portal.dossierCount; index += 1) {
      const { code, modifiedAt } = portal.dossier(index)
      expect(await store.findDossier('one-stop', code), code).toMatchObject({ version: modifiedAt })
    }
    const months = await store.listRecords<{ from: string }>('portal-figure')
    expect(months.map(({ value }) => value.from)).toContain('2022-09-01')
    await store.close()
    const { stale, findings, items } = await hub.ask(questions.status, {})
    expect(items.filter((one) => one.stale)).toEqual([])
    expect([stale, findings]).toEqual([true, [expect.stringMatching(/dated 2023-10-15/)]])
    at('2022-10-01')
    const again = await sync()
    expect(again?.streams.dossiers?.fetched).toBeLessThan(portal.dossierCount)
  })

  it('gives the same report of the same instant, then and a year later', async () => {
    const made = await report()
    const asKnownAt = /\((\d{4}-\d\d-\d\dT[^)]+)\)/.exec(await notesOf(made))?.[1]
    at('2022-11-01')
    await sync()
    expect(await notesOf(await report({ asKnownAt }))).toBe(await notesOf(made))
    at('2024-01-10')
    expect(await sync()).toMatchObject({ warnings: [] })
    expect(await notesOf(await report({ asKnownAt }))).toBe(await notesOf(made))
    expect(await hub.ask(questions.status, {})).toMatchObject({ stale: false, findings: [] })
    expect(await notesOf(await report())).not.toContain('đồng hồ')
  })
})

function config({ openCps }: ServedPortals) {
  return {
    store: { url: 'sqlite:hub.db' },
    organisations: { H99: { name: 'UBND tỉnh', level: 'province' } },
    sources: {
      'one-stop': {
        connector: 'opencps',
        // The world ends with its year.
        gate: { freshnessDays: null },
        baseUrl: openCps.url,
        username: openCps.username,
        password: reference('env:OPENCPS'),
        groupId: openCps.groupId,
        since: '2021-09-01',
        overlapDays: 1,
        http: { retries: 0 },
      },
    },
  }
}
