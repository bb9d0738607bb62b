import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

const world = smallWorld({ dossiers: 200 })
let portals: ServedPortals
let hub: Hub

beforeAll(async () => {
  portals = await servePortals({ world })
  const { openCps, national } = portals
  hub = await openHub({
    cwd: configFolder({}),
    env: { OPENCPS_PASSWORD: openCps.password, DVC_PASSWORD: national.password },
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: {
        'one-stop': {
          connector: 'opencps',
          baseUrl: openCps.url,
          username: openCps.username,
          password: reference('env:OPENCPS_PASSWORD'),
          groupId: openCps.groupId,
          since: '2021-09-01',
        },
        dvcqg: {
          connector: 'national-dvc',
          baseUrl: national.url,
          username: national.username,
          password: reference('env:DVC_PASSWORD'),
          unitCode: national.unitCode,
        },
      },
    },
  })
  await hub.act(actions.sync, {})
})

afterAll(async () => {
  await hub.close()
  await portals.close()
})

async function province(): Promise<string> {
  const found = (await hub.ask(questions.organisations, {})).items.find(
    ({ level }) => level === 'province',
  )
  return found?.code ?? ''
}

/** The report that the hub itself makes, as a person would hand it in. */
async function ownReport(changed: (rows: { rowId: string; cells: object }[]) => void = () => {}) {
  const against = { org: await province(), period: '2022' }
  const report = await hub.ask(questions.report, { ...against, template: 'bnv-581-province' })
  const document = JSON.parse(JSON.stringify(report))
  changed(document.rows)
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return { file: { name: 'bao-cao.json', bytes }, against }
}

it('agrees with a report that was filled from the same data', async () => {
  const { findings, compared } = await hub.checkReport(await ownReport())
  expect(compared).toBeGreaterThan(5)
  expect(findings.filter(({ rule }) => rule === 'differs-from-stored-data')).toEqual([])
})

it('finds the figures of a report that stored data do not bear out', async () => {
  const label = 'Tổng số hồ sơ TTHC đã giải quyết xong'
  const request = await ownReport((rows) => {
    const row = rows.find((one) => 'label' in one && one.label === label)
    Object.assign(row ?? {}, {
      cells: { value: { state: 'number', value: 987_654, decimals: 0, percent: false, raw: null } },
    })
  })
  const { findings } = await hub.checkReport(request)
  expect(findings.filter(({ rule }) => rule === 'differs-from-stored-data')).toMatchObject([
    { kind: 'statements', severity: 'warning', rows: [{ label }], printed: '987.654' },
  ])
})

it('says that it compared nothing where the file has no rows of a list form', async () => {
  const against = { org: await province(), period: '2022' }
  const report = await hub.ask(questions.report, { ...against, template: 'tt01-06a' })
  const file = { name: '06a.csv', bytes: await hub.renderReport(report, 'csv') }
  const { checked, compared } = await hub.checkReport({ file, against })
  expect(checked).toBeGreaterThan(0)
  expect(compared).toBe(0)
  expect(await hub.checkReport({ file })).not.toHaveProperty('compared')
})

it('needs an organisation that is known', async () => {
  const { file } = await ownReport()
  const against = { org: 'Z99', period: '2022' }
  await expect(hub.checkReport({ file, against })).rejects.toMatchObject({ code: 'not_found' })
})
