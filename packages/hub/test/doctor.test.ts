import { once } from 'node:events'
import { createServer as createPlain } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KEY, SELF_SIGNED } from '../../connectors/kit/test/certificates.ts'
import { backup } from '../src/actions/archiving.ts'
import { createKey, revokeKey } from '../src/actions/keys.ts'
import { openHub } from '../src/index.ts'
import { doctor } from '../src/questions/doctor.ts'
import { configFolder, reference } from './config-text.ts'

/** Signed by itself, until 01/01/2120; nobody trusts it. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBTjCB9aADAgECAgEBMAoGCCqGSM49BAMCMBYxFDASBgNVBAMMC3BvcnRhbC50
ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAWMRQwEgYDVQQD
DAtwb3J0YWwudGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFy1NYjfSNCJ
rptmz7XwlPjhTcz7pMcBNofS81mwVH+qx3TxfeHKUix07q6GjQaRCO6IgLkc66EU
t1o6Dn61IPejMjAwMA8GA1UdEQQIMAaHBH8AAAEwHQYDVR0OBBYEFJ9u9l5RhYOE
MpXbMy/9yRru1wGXMAoGCCqGSM49BAMCA0gAMEUCIQCm3WYN8C+nMUH1mwLfOXWs
TdaaJFu26BDMoTvqOnNqDAIgOQ3jlzlVGdjlg80oKISEqj/ar0ofMQLCx4Bhik1D
Lys=
-----END CERTIFICATE-----`

let portals: ServedPortals
beforeAll(async () => {
  portals = await servePortals({ world: smallWorld({ dossiers: 100 }) })
})
afterAll(() => portals.close())

interface Asked {
  readonly day: string
  readonly password?: string
  readonly backupAgeDays?: number
}

const DAY_MS = 24 * 3_600_000

/** What is found on a day, by what was looked at; the database's clock is the machine's, whatever the day. */
async function found({ day, password = portals.openCps.password, backupAgeDays }: Asked) {
  const folder = configFolder({ 'ca.pem': CERTIFICATE })
  let now = Date.parse(`${day}T09:00:00+07:00`)
  const { openCps } = portals
  const hub = await openHub({
    cwd: folder,
    env: { OPENCPS: password },
    now: () => now,
    config: {
      store: { url: 'sqlite:hub.db' },
      sources: {
        'one-stop': {
          ...{ connector: 'opencps', baseUrl: openCps.url, username: openCps.username },
          ...{ password: reference('env:OPENCPS'), groupId: openCps.groupId, since: '2021-09-01' },
          http: { retries: 0, tls: { ca: reference('file:ca.pem') } },
        },
      },
    },
  })
  try {
    const file = `${folder}/copy.cchc`
    if (backupAgeDays !== undefined) {
      now -= backupAgeDays * DAY_MS
      await hub.act(backup, { file })
      now += backupAgeDays * DAY_MS
    }
    const told = await hub.ask(doctor, backupAgeDays === undefined ? {} : { backup: file })
    return { state: told.state, ...Object.fromEntries(told.items.map((one) => [one.what, one])) }
  } finally {
    await hub.close()
  }
}

const good = expect.objectContaining({ state: 'good', fix: null })
const look = (told: string) =>
  expect.objectContaining({
    ...{ state: 'look', told: expect.stringContaining(told), fix: expect.stringMatching(/\S/) },
  })

it('finds everything good on a day when it is', async () => {
  expect(await found({ day: '2026-03-02', backupAgeDays: 6 })).toMatchObject({
    ...{ configuration: good, database: good, 'source one-stop': good },
    'one-stop: stream dossiers': good,
    'clocks of this machine and of the portals': good,
    'calendar of working days': good,
    'forms and counting rules': good,
    'certificate of source one-stop': good,
    gateway: good,
    'last backup': good,
  })
})

it('tells what ends soon, and what has ended', async () => {
  const soon = await found({ day: '2026-06-15', backupAgeDays: 8 })
  expect(soon).toMatchObject({
    state: 'look',
    'form tt01-06a': look('until 31/7/2026 only (not held'),
    'last backup': look('as of'),
    'calendar of working days': good,
  })
  expect(await found({ day: '2026-10-05' })).toMatchObject({
    'form tt01-06a': look('was in force until 31/7/2026'),
    'calendar of working days': look('2026; provisional, without a notice: 05/02/2027'),
  })
  expect(await found({ day: '2119-12-15' })).toMatchObject({
    'certificate of source one-stop': look('01/01/2120'),
  })
  expect(await found({ day: '2120-01-05' })).toMatchObject({
    state: 'broken',
    'certificate of source one-stop': { state: 'broken' },
  })
})

it('tells that the clock of the machine is not that of the database', async () => {
  expect(await found({ day: '2026-03-02' })).toMatchObject({
    'clock of the database': look('from that of this machine'),
  })
})

it('calls a refused login broken, and tries no stream of it', async () => {
  const refused = await found({ day: '2026-03-02', password: 'not-the-password' })
  expect(refused).toMatchObject({ state: 'broken', 'source one-stop': { state: 'broken' } })
  expect(Object.keys(refused)).not.toContain('one-stop: stream dossiers')
  expect(JSON.stringify(refused)).not.toContain('not-the-password')
})

const nothing = () => undefined

it('tells when the certificate ends that a portal shows, trusted or not', async () => {
  const server = createServer({ key: KEY, cert: SELF_SIGNED }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const items = async (day: string) => {
    const source = { connector: 'opencps', username: 'x', password: reference('env:OPENCPS') }
    const hub = await openHub({
      cwd: configFolder({}),
      env: { OPENCPS: 'secret' },
      now: () => Date.parse(`${day}T09:00:00+07:00`),
      config: {
        store: { url: 'sqlite:hub.db' },
        sources: {
          portal: {
            ...{ ...source, baseUrl: `https://127.0.0.1:${port}`, groupId: '1' },
            ...{ since: '2021-09-01', http: { retries: 0 } },
          },
        },
      },
    })
    const told = await hub.ask(doctor, {}).finally(() => hub.close())
    return told.items.filter(({ what }) => what.includes('shows'))
  }
  const what = 'certificate that the portal of source portal shows'
  expect(await items('2026-03-02')).toMatchObject([{ what, state: 'good' }])
  expect(await items('2119-12-15')).toMatchObject([
    { what, state: 'look', told: expect.stringMatching(/1\/0?1\/2120/) },
  ])
  server.close(nothing)
})

it.each([
  [
    'that has keys is good',
    (url: string) => ({ issuer: url, jwks_uri: `${url}/keys` }),
    'good',
    '1 public',
  ],
  [
    'of another name is broken',
    (url: string) => ({ issuer: 'https://other', jwks_uri: `${url}/keys` }),
    'broken',
    'another issuer',
  ],
  [
    'without keys is broken',
    (url: string) => ({ issuer: url, jwks_uri: `${url}/none` }),
    'broken',
    '0 public',
  ],
  ['that answers no JSON is broken', () => '<html>', 'broken', 'no JSON'],
])('a login system %s', async (_, describing, state, told) => {
  const items = await foundOf(describing)
  expect(items.find(({ what }) => what.startsWith('login system'))).toMatchObject({
    ...{ state, told: expect.stringContaining(told) },
  })
})

const PLACES = { authorization_endpoint: 'https://sso/there', token_endpoint: 'https://sso/back' }
const MAPPED = {
  scopes: { claim: 'role', values: { reader: ['figures:read'] } },
  organisations: { claim: 'unit' },
}

it.each([
  ['is good where it says where', PLACES, MAPPED, 'good', 'https://cchc.example.vn'],
  ['is broken where it does not', {}, MAPPED, 'broken', 'no place'],
  [
    'is broken where it takes no PKCE',
    { ...PLACES, code_challenge_methods_supported: ['plain'] },
    MAPPED,
    ...(['broken', 'PKCE'] as const),
  ],
  ['needs a look where it allows nothing', PLACES, {}, 'look', 'may nothing'],
])('signing in by a login system %s', async (_, places, mapped, state, told) => {
  const signIn = { clientId: 'page', address: 'https://cchc.example.vn' }
  const describing = (url: string) => ({ issuer: url, jwks_uri: `${url}/keys`, ...places })
  const items = await foundOf(describing, { ...mapped, signIn })
  expect(items.find(({ what }) => what.startsWith('signing in'))).toMatchObject({
    ...{ state, told: expect.stringContaining(told) },
  })
})

it('tells a gateway of which every key was revoked, so that it answers nobody', async () => {
  const cwd = configFolder({})
  const hub = await openHub({ cwd, config: { store: { url: 'sqlite:hub.db' }, sources: {} } })
  const gatewayOf = async () =>
    (await hub.ask(doctor, {})).items.find(({ what }) => what === 'gateway')
  try {
    expect(await gatewayOf()).toMatchObject({ state: 'good' })
    const { id } = await hub.act(createKey, { name: 'a', scopes: ['admin'], org: ['all'] })
    expect(await gatewayOf()).toMatchObject({ state: 'good' })
    await hub.act(revokeKey, { id })
    expect(await gatewayOf()).toMatchObject({
      ...{ state: 'look', told: expect.stringContaining('answers nobody') },
      fix: expect.stringContaining('cchc keys create'),
    })
  } finally {
    await hub.close()
  }
})

/** What the doctor finds where a login system describes itself so. */
async function foundOf(describing: (url: string) => unknown, more: object = {}) {
  const server = createPlain(({ url: path }, response) => {
    const described = describing(url)
    const text = typeof described === 'string' ? described : JSON.stringify(described)
    const keys = { '/keys': [{ kty: 'EC' }], '/none': [] }[path ?? '']
    response.end(keys ? JSON.stringify({ keys }) : text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = {
    store: { url: 'sqlite:hub.db' },
    gateway: { oidc: { issuer: url, audience: 'x', ...more } },
  }
  const hub = await openHub({ cwd: configFolder({}), config: { ...config, sources: {} } })
  const { items } = await hub.ask(doctor, {}).finally(() => hub.close())
  server.close(nothing)
  return items
}
