import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dossier, type Procedure, say } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { type Hub, openHub } from '@cchc/hub'
import { closePeriod } from '@cchc/hub/actions/closings'
import { setIndicator } from '@cchc/hub/actions/set-indicator'
import { openStore, type Store } from '@cchc/store'
import { afterAll } from 'vitest'
import { silentProvince } from '../silent-portal.ts'

/** Names as nobody should write them, which portals and people may write all the same. */
export const HOSTILE = {
  script: 'Sở <script>alert(1)</script>',
  attribute: 'Phòng "><img src=x onerror=alert(1)>',
  quotes: "Chi cục ' onmouseover='alert(1)",
  address: 'javascript:alert(1)',
  decomposed: 'Sở Tư pháp'.normalize('NFD'),
  entity: '&lt;b&gt; &#x3c;b&#x3e;',
  tag: '</table></main><h1>Đã bị sửa</h1>',
} as const

const PROVINCE = silentProvince('2021-01-01', {
  H15: { name: HOSTILE.tag, level: 'province' },
  'H15.01': { name: HOSTILE.script, level: 'department' },
  'H15.02': { name: HOSTILE.attribute, level: 'department' },
  'H15.03': { name: HOSTILE.quotes, level: 'department' },
  'H15.04': { name: HOSTILE.decomposed, level: 'department' },
})

/** Beside it a national portal, which never answers either. */
const CONFIG = {
  ...PROVINCE,
  sources: {
    ...PROVINCE.sources,
    national: {
      connector: 'national-dvc',
      baseUrl: 'http://127.0.0.1:1',
      username: 'cchc',
      password: PROVINCE.sources.province.password,
      unitCode: '000.00.00.H15',
      http: { retries: 0 },
    },
  },
}

const NOW = Date.parse('2022-12-20T08:00:00+07:00')

/** A province whose every name is hostile, with dossiers of all kinds, a refused record, an entered figure and a closed period. */
export async function hostileHub(): Promise<Hub> {
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-pages-'))
  const env = { PASSWORD: 'x', DATABASE: `sqlite:${join(cwd, 'hub.db')}` }
  const store = await openStore({ url: env.DATABASE, now: () => NOW })
  await fill(store)
  await state(store)
  await store.close()
  const hub = await openHub({ cwd, config: CONFIG, env })
  afterAll(async () => {
    await hub.close()
    rmSync(cwd, { recursive: true, force: true })
  })
  const by = HOSTILE.attribute
  await hub.act(setIndicator, { id: 'plan_tasks_total', period: '2022', value: '30', by })
  await hub.act(closePeriod, { period: '2021', by, note: HOSTILE.script })
  return hub
}

async function fill(store: Store): Promise<void> {
  const source = 'province'
  const writer = await store.beginRun({
    ...{ source, connector: 'opencps', connectorVersion: '1.0.0', trigger: 'manual' },
  })
  const batch = { source, cursor: null, pages: 1, traffic: { requests: 1, retries: 0, bytes: 10 } }
  await writer.commit({
    ...batch,
    stream: 'procedures',
    refusals: [],
    content: {
      entity: 'procedure',
      records: PROCEDURES.map((value) => ({ key: value.code, value })),
      mode: 'upsert',
    },
  })
  const reasons = [{ path: 'receivedAt', message: say('not a date') }]
  await writer.commit({
    ...batch,
    stream: 'dossiers',
    refusals: [{ key: { code: HOSTILE.attribute }, reasons, fields: { status: HOSTILE.script } }],
    content: { entity: 'dossier', records: DOSSIERS },
  })
  for (const stream of ['procedures', 'dossiers'])
    await writer.completePass(stream, { cursor: null, acceptRemovals: false })
  await writer.finish({ status: 'done', error: null })
}

/** What the national portal states of March: of every unit a dossier less than there is, and one late more. */
async function state(store: Store): Promise<void> {
  const source = 'national'
  const writer = await store.beginRun({
    ...{ source, connector: 'national-dvc', connectorVersion: '1.0.0', trigger: 'manual' },
  })
  await writer.commit({
    ...{ source, stream: 'figures', refusals: [], cursor: null, pages: 1 },
    traffic: { requests: 1, retries: 0, bytes: 10 },
    content: { entity: 'portal-figure', records: STATED, mode: 'upsert' },
  })
  await writer.finish({ status: 'done', error: null })
}

const STATED = ['H15.01', 'H15.02', 'H15.03', 'H15.04'].flatMap((organisationCode) =>
  Object.entries({ totalReceived: 2, totalOnTime: 1, totalOverdue: 3 }).map(([name, value]) => {
    const measure = `dvc-progress-tree.${name}`
    const days = { from: '2022-03-01', to: '2022-03-31' }
    const facts = { organisationName: HOSTILE.script, value, quality: null, provisional: false }
    return {
      key: `${organisationCode} ${name}`,
      value: { organisationCode, ...days, measure, ...facts },
    }
  }),
)

const PROCEDURES: readonly Procedure[] = [HOSTILE.address, HOSTILE.entity].map((name, index) => ({
  ...{
    code: `1.00000${index}`,
    variantOf: null,
    name,
    fieldCode: 'G01',
    fieldName: HOSTILE.script,
  },
  ...{ levels: [], services: null, interlinked: null, fees: null, onlinePayment: null },
  ...{ publishedNationally: null, inForce: true },
}))

const at = (day: string) => Date.parse(`${day}T09:00:00+07:00`)

/** Three of each unit: resolved in time, resolved late, and overdue to this day. */
const DOSSIERS: readonly Dossier[] = ['H15.01', 'H15.02', 'H15.03', 'H15.04'].flatMap(
  (organisationCode, index) => {
    const own = { organisationCode, procedureCode: `1.00000${index % 2}`, fieldCode: 'G01' }
    const received = { receivedAt: at('2022-03-01'), dueAt: at('2022-03-10') }
    const code = (name: string) => `${organisationCode}-${name}`
    return [
      sampleDossier({
        ...{ ...own, ...received, code: code('a'), channel: 'online' as const },
        ...{ status: 'returned' as const, finishedAt: at('2022-03-05') },
      }),
      sampleDossier({
        ...{ ...own, ...received, code: code('b'), channel: 'direct' as const },
        ...{ status: 'returned' as const, finishedAt: at('2022-04-05') },
      }),
      sampleDossier({
        ...{ ...own, ...received, code: code('c'), channel: null },
        ...{ status: 'processing' as const, finishedAt: null },
      }),
    ]
  },
)
