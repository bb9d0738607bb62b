import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '@cchc/domain'
import { type Hub, openHub } from '@cchc/hub'
import { closePeriod, reopenPeriod } from '@cchc/hub/actions/closings'
import { importIndex, importPlan } from '@cchc/hub/actions/import-documents'
import { setIndicator } from '@cchc/hub/actions/set-indicator'
import { sync } from '@cchc/hub/actions/sync'
import { openStore } from '@cchc/store'
import { afterAll } from 'vitest'
import { silentProvince } from './silent-portal.ts'

const INDEX = new URL(
  '../../../packages/domain/test/fixtures/quang-ngai.index.json',
  import.meta.url,
)

/** A province with two units, and a portal that never answers. */
const CONFIG = silentProvince('2022-01-01', {
  H15: { name: 'UBND tỉnh Đắk Nông', level: 'province' },
  'H15.01': { name: 'Sở Tư pháp', level: 'department' },
  'H15.02': { name: 'Sở Nội vụ', level: 'department' },
})

/** A real hub over a small store: three failed runs, one with a refused record, entered things and a closed period. */
export async function smallHub(): Promise<Hub> {
  return (await smallHubAndOptions()).hub
}

/** The same, over that database where one is named, and how another one on the same store is opened. */
export async function smallHubAndOptions(database?: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-gateway-'))
  const url = database ?? `sqlite:${join(cwd, 'hub.db')}`
  const options = { cwd, config: CONFIG, env: { PASSWORD: 'x', DATABASE: url } }
  const hub = await openHub(options)
  afterAll(async () => {
    await hub.close()
    rmSync(cwd, { recursive: true, force: true })
  })
  await refuse(url)
  await hub.act(sync, {})
  await hub.act(sync, {})
  await enter(hub)
  return { hub, options }
}

/** The same hub, which keeps what it is asked and told. */
export function hearing(hub: Hub, heard: unknown[]): Hub {
  return {
    ...hub,
    ask: (question, asked, words) => {
      heard.push(asked)
      return hub.ask(question, asked, words)
    },
    act: (action, asked) => {
      heard.push(asked)
      return hub.act(action, asked)
    },
  }
}

async function refuse(url: string): Promise<void> {
  const store = await openStore({ url, now: () => Date.UTC(2022, 11, 15, 1) })
  const source = 'province'
  const writer = await store.beginRun({
    ...{ source, connector: 'opencps', connectorVersion: '1.0.0', trigger: 'manual' },
  })
  const refusal = {
    key: { code: 'H15-1' },
    reasons: [{ path: 'receivedAt', message: say('not a date') }],
  }
  await writer.commit({
    ...{ source, stream: 'dossiers', cursor: null, pages: 1 },
    refusals: [{ ...refusal, fields: { status: 'received' } }],
    traffic: { requests: 1, retries: 0, bytes: 10 },
    content: { entity: 'dossier', records: [] },
  })
  await writer.finish({ status: 'partial', error: null })
  await store.close()
}

async function enter(hub: Hub): Promise<void> {
  const json = (name: string, document: unknown) => ({
    name,
    bytes: new TextEncoder().encode(JSON.stringify(document)),
  })
  const figure = { id: 'plan_tasks_total', period: '2022', by: 'an' }
  await hub.act(setIndicator, { ...figure, value: '29' })
  await hub.act(setIndicator, { ...figure, value: '30', reason: 'Đếm lại' })
  const task = { no: 1, task: 'Trình dự thảo', deadline: 'Quý III/2023', status: '' }
  await hub.act(importPlan, { by: 'an', year: 2023, file: json('plan.json', [task]) })
  await hub.act(importIndex, {
    by: 'an',
    anyway: true,
    file: { name: 'index.json', bytes: readFileSync(INDEX) },
  })
  await hub.act(closePeriod, { period: '2022', by: 'an' })
  await hub.act(reopenPeriod, { period: '2022', by: 'an', reason: 'Bổ sung hồ sơ' })
}
