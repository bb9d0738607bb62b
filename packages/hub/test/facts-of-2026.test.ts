import { serveHandlers } from '@cchc/connector-kit/serving'
import { cellNumber, dayNumber, NOT_REPORTED, startOfDay } from '@cchc/domain'
import {
  igateHandlers,
  type SimulatedDossier,
  STATUSES_TO_NAME,
  twoLevelsWorld,
} from '@cchc/portals'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { exportDossiers } from '../src/exports/dossiers.ts'
import { type Hub, openHub } from '../src/index.ts'
import { readAsked } from '../src/questions/question.ts'
import { configFolder, reference } from './config-text.ts'
import { report, ruleComparison, why } from './questions.ts'

const world = twoLevelsWorld({ dossiers: 300 })
const PERIOD = { from: '2026-09-01', to: '2026-11-30' }
const period = `${PERIOD.from}..${PERIOD.to}`
const SECRET = 'consumer-s3cret'
const FACTS = {
  handedInAt: 'handedInDate',
  competentSince: 'competentDate',
  receivingOrganisation: 'receivingAgency.code',
  apology: 'apologyLetter',
  outsideArea: 'outOfArea',
  payment: 'feePayment',
  receipt: 'receiptIssued',
}

const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** A hub that has read the province from an iGate that states what `facts` name. */
async function readFrom(facts: object): Promise<Hub> {
  const served = await serveHandlers(
    (url) =>
      igateHandlers(world, {
        ...{ baseUrl: url, loginUrl: url, clientId: 'cchc-hub', clientSecret: SECRET },
        ...{ username: '', password: '', now: () => world.now },
      }),
    { now: () => world.now },
  )
  closing.push(served.close)
  const login = {
    tokenUrl: `${served.url}/auth/realms/digo/protocol/openid-connect/token`,
    ...{ clientId: 'cchc-hub', clientSecret: reference('env:IGATE_SECRET') },
  }
  const own = { baseUrl: served.url, login, since: '2025-09-01', statuses: STATUSES_TO_NAME }
  const hub = await openHub({
    cwd: configFolder({}),
    env: { IGATE_SECRET: SECRET },
    now: () => world.now,
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: { 'one-stop': { connector: 'igate', ...own, facts } },
    },
  })
  closing.push(() => hub.close())
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([{ status: 'done', streams: { dossiers: { refused: 0 } } }])
  return hub
}

let hub: Hub
beforeAll(async () => {
  hub = await readFrom(FACTS)
})

function dossiers(): readonly SimulatedDossier[] {
  const all = Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))
  return all.filter(({ status }) => status !== 'denied')
}

/** Those whose clock starts within the period. */
function receivedInPeriod(): readonly SimulatedDossier[] {
  const [first, end] = [startOfDay(dayNumber(PERIOD.from)), startOfDay(dayNumber(PERIOD.to) + 1)]
  return dossiers().filter(({ receivedAt, facts }) => {
    const start = facts?.competentSince ?? receivedAt
    return start >= first && start < end
  })
}

async function totalOf(one: Hub) {
  const { rows } = await one.ask(report, { template: '07a-btp', org: 'H48', period, partial: true })
  const total = rows.find(({ rowType }) => rowType === 'total')
  return (key: string) => cellNumber(total?.cells[key] ?? NOT_REPORTED)
}

describe('Form 07a/BTP of a province whose system states facts', () => {
  test('has the columns that rest on them, as an independent count has them', async () => {
    const cell = await totalOf(hub)
    const received = receivedInPeriod()
    const count = (test: (facts: NonNullable<SimulatedDossier['facts']>) => boolean) =>
      received.filter(({ facts }) => facts && test(facts)).length
    expect(count(({ outsideArea }) => outsideArea)).toBeGreaterThan(0)
    expect(cell('receivedOutsideArea')).toBe(count(({ outsideArea }) => outsideArea))
    expect(cell('paymentOnline')).toBe(count(({ payment }) => payment === 'online'))
    expect(cell('paymentDirect')).toBe(count(({ payment }) => payment === 'direct'))
    expect(cell('paymentTotal')).toBe(count(({ payment }) => payment !== 'none'))
    expect(cell('receipts')).toBe(count(({ payment, receipt }) => payment !== 'none' && receipt))
    const late = (key: string) =>
      (cell(`${key}Apologised`) ?? 0) + (cell(`${key}NotApologised`) ?? 0)
    expect(late('resolvedLate')).toBe((cell('resolvedTotal') ?? 0) - (cell('resolvedInTime') ?? 0))
    expect(late('pendingOverdue')).toBe((cell('pendingTotal') ?? 0) - (cell('pendingWithin') ?? 0))
  })

  test('leaves the columns of a fact blank that is not stated, and says why', async () => {
    const { payment: _, ...rest } = FACTS
    const other = await readFrom(rest)
    const cell = await totalOf(other)
    expect(cell('paymentTotal')).toBeNull()
    expect(cell('receipts')).toBeNull()
    expect(cell('receivedOutsideArea')).not.toBeNull()
    const asked = { template: '07a-btp', indicator: 'total', column: 'receipts' }
    const answer = await other.ask(why, { ...asked, org: 'H48', period, partial: true })
    expect(JSON.stringify(answer)).toContain('có hồ sơ không ghi')
  })

  test('differs from TT 01/2020 by when the clock starts, and says so', async () => {
    const asked = { org: 'H48', period: `${PERIOD.from}..2026-09-30`, rule: 'tt01-2020,btp-07a' }
    const compared = await hub.ask(ruleComparison, readAsked(ruleComparison.parameters, asked))
    const causes = compared.total.differences.flatMap((one) => one.causes.map(({ cause }) => cause))
    expect(causes).not.toContain('unexplained')
  })

  test('exports each fact as it is stored', async () => {
    const read = readAsked(exportDossiers.parameters, { org: 'H48', period })
    const pieces = await Array.fromAsync(hub.export(exportDossiers, read, { format: 'csv' }))
    const [head = '', ...lines] = Buffer.concat(pieces).toString().split(/\r?\n/)
    const at = head.split(',').indexOf('payment')
    const stated = new Set(lines.map((line) => line.split(',')[at]))
    expect([...stated]).toEqual(expect.arrayContaining(['none', 'online', 'direct']))
  })
})
