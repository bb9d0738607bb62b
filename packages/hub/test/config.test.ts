import { ConfigError } from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config/read-config.ts'
import { configTemplate } from '../src/index.ts'
import { configFolder, ENV, faultsOf, readText, reference, SOURCE } from './config-text.ts'

function sources(change: Record<string, unknown>): string {
  return JSON.stringify({ sources: { 'one-stop': { ...SOURCE, ...change } } })
}

describe('a sound configuration', () => {
  it('has its defaults filled in and its secrets resolved', async () => {
    const config = await readText(sources({}))
    expect(config).toMatchObject({
      sync: { commitRows: 10_000, commitSeconds: 2, backfillWorkers: 1 },
      reporting: { cutOffDay: 14 },
      gateway: { host: '127.0.0.1', port: 8080 },
      organisations: {},
    })
    expect(config.sources).toMatchObject([
      { id: 'one-stop', maxAgeHours: 24, config: { password: 'pass-word', pageSize: 500 } },
    ])
  })

  it('takes paths relative to its own folder', async () => {
    const cwd = configFolder({ 'cchc.config.yaml': 'store:\n  url: sqlite:data/hub.db\n' })
    const { store } = await readConfig({ cwd, env: {} })
    expect(store.url).toBe(`sqlite:${cwd}/data/hub.db`)
  })

  it('may have empty sections, or nothing but comments; one that holds nothing was not meant', async () => {
    expect((await readText('# nothing yet')).sources).toEqual([])
    await expect(readText('')).rejects.toThrow('is empty')
    await expect(readText('\ufeff \r\n')).rejects.toThrow('is empty')
    expect((await readText('sources:\ngateway:\norganisations:\n')).sources).toEqual([])
  })

  it('is what the template gives once its secrets are set', async () => {
    const config = await readText(configTemplate(Date.now()), { env: ENV })
    expect(config.sources.map(({ id }) => id)).toEqual(['one-stop', 'dvcqg'])
  })

  it('reads dates without quotes as days', async () => {
    const text = configTemplate(Date.parse('2025-06-01T00:00:00Z'))
    expect(text).toContain('since: 2023-12-15')
    const config = await readText(text)
    expect(config.sources[0]?.config).toMatchObject({ since: '2023-12-15' })
  })
})

describe('a faulty configuration', () => {
  it('names every fault at once: path, what is wrong, what is allowed', async () => {
    const text = JSON.stringify({
      stroe: { url: 'x' },
      store: { url: 'mysql://x' },
      reporting: { cutOffDay: 40 },
      gateway: { host: '0.0.0.0' },
      organisations: { Sở: { level: 'departmnt' } },
      sources: {
        'One Stop': { ...SOURCE, pageSise: 10, format: 'yaml', since: '2022-13-01' },
        second: { connector: 'opencp' },
        third: { ...SOURCE, connector: undefined, maxAgeHours: 0 },
        fourth: { connector: 'opencps', groupId: 20126 },
      },
    })
    const faults = await faultsOf(readText(text))
    expect(faults).toMatchObject({
      stroe: expect.stringMatching(/did you mean store\? Allowed here: .*gateway/),
      'store.url': expect.stringContaining('sqlite:PATH'),
      'reporting.cutOffDay': expect.stringContaining('<=31'),
      'gateway.host': expect.stringContaining('needs an apiKey'),
      'organisations.Sở': expect.stringContaining('H48.53'),
      'sources.One Stop': expect.stringContaining('lower-case letters'),
      'sources.One Stop.pageSise': expect.stringContaining('did you mean pageSize?'),
      'sources.One Stop.format': expect.stringMatching(/"xml"\|"json"/),
      'sources.One Stop.since': expect.any(String),
      'sources.second.connector': expect.stringContaining('Did you mean opencps?'),
      'sources.third.connector': expect.stringContaining('is required'),
      'sources.third.maxAgeHours': expect.stringContaining('>0'),
      'sources.fourth.baseUrl': expect.stringContaining('is required'),
      'sources.fourth.groupId': expect.stringContaining('put it in quotes'),
    })
  })

  it('is none where a gateway for others than this machine takes tokens; their issuer is https', async () => {
    const oidc = { issuer: 'https://sso.example.gov.vn', audience: 'cchc' }
    const gateway = { host: '0.0.0.0', oidc }
    const sources = { dvc: { ...SOURCE } }
    await readText(JSON.stringify({ gateway, sources }))
    const open = { ...gateway, oidc: { ...oidc, issuer: 'http://sso.example.gov.vn', scope: {} } }
    expect(await faultsOf(readText(JSON.stringify({ gateway: open, sources })))).toEqual({
      'gateway.oidc.issuer': expect.stringContaining('https'),
      'gateway.oidc.scope': expect.stringContaining('did you mean scopes?'),
    })
    const signIn = { clientId: 'page', clientSecret: 'written out', address: 'http://10.0.0.1' }
    const signing = { ...gateway, oidc: { ...oidc, signIn } }
    expect(await faultsOf(readText(JSON.stringify({ gateway: signing, sources })))).toEqual({
      'gateway.oidc.signIn.address': expect.stringContaining('https'),
      'gateway.oidc.signIn.clientSecret': expect.any(String),
    })
  })

  it('finds unknown keys inside sections that have alternatives', async () => {
    const dvc = {
      connector: 'national-dvc',
      baseUrl: 'https://dvc.example.gov.vn',
      username: 'u',
      password: reference('env:DVC_PASSWORD'),
      unitCode: 'H48',
      reporting: { perods: ['year'] },
    }
    const faults = await faultsOf(readText(JSON.stringify({ sources: { dvc } })))
    expect(faults).toEqual({
      'sources.dvc.reporting.perods': expect.stringContaining('did you mean periods?'),
    })
  })

  it.each([
    ['opencps', { ...SOURCE, since: '2099-01-01' }],
    [
      'igate',
      {
        baseUrl: 'https://igate.example.gov.vn',
        token: reference('env:DVC_PASSWORD'),
        since: '2099-01-01',
      },
    ],
    ['spreadsheet', { path: 'exports', since: '2099-01-01' }],
  ])('refuses a first day of %s that has not come', async (connector, source) => {
    const text = JSON.stringify({ sources: { portal: { ...source, connector } } })
    const fault = { 'sources.portal.since': 'must not lie ahead' }
    expect(await faultsOf(readText(text, { env: ENV }))).toEqual(fault)
  })

  it('says of alternatives what is wrong by the one that was meant, and refuses what would read nothing', async () => {
    const dvc = {
      connector: 'national-dvc',
      baseUrl: 'https://dvc.example.gov.vn',
      username: 'u',
      password: reference('env:DVC_PASSWORD'),
      unitCode: 'H48',
    }
    const faultsWith = (more: object) =>
      faultsOf(readText(JSON.stringify({ sources: { dvc: { ...dvc, ...more } } }), { env: ENV }))
    expect(await faultsWith({ reporting: { periods: ['week'] } })).toEqual({
      'sources.dvc.reporting.periods.0': expect.stringContaining('"quarter"'),
    })
    expect(await faultsWith({ reporting: { since: 2025, until: 2023 } })).toEqual({
      'sources.dvc.reporting.until': 'must not be before since',
    })
    expect(await faultsWith({ reporting: { since: 2099 } })).toEqual({
      'sources.dvc.reporting.since': 'must not lie ahead',
    })
    expect(await faultsWith({ adapter: { expiredSession: '(' } })).toEqual({
      'sources.dvc.adapter.expiredSession': 'not a regular expression',
    })
    expect(await faultsOf(readText('sources: { dvc: }'))).toEqual({
      'sources.dvc.connector': expect.stringContaining('is required'),
    })
  })

  it.each([
    ['https://hub:CANARY@portal.example', 'user or password'],
    ['https://CANARY@portal.example', 'user or password'],
    ['https://portal.example/?token=CANARY', 'must end before ? or #'],
    ['https://portal.example/#CANARY', 'must end before ? or #'],
  ])('has no secret in an address: %s', async (baseUrl, said) => {
    const faults = await faultsOf(readText(sources({ baseUrl }), { env: ENV }))
    expect(faults['sources.one-stop.baseUrl']).toContain(said)
    expect(JSON.stringify(faults)).not.toContain('CANARY')
  })

  it('says in which line the YAML breaks, without quoting it', async () => {
    const reading = readText('store:\n  url: "sqlite:CANARY\nsources: {}\n')
    const faults = await faultsOf(reading)
    expect(Object.keys(faults)[0]).toMatch(/^line \d, column \d+$/)
    expect(JSON.stringify(faults)).not.toContain('CANARY')
  })

  it('must be a mapping', async () => {
    expect(await faultsOf(readText('- a\n- b\n'))).toHaveProperty('(whole file)')
    expect(await faultsOf(readText('sources: [a]\n'))).toHaveProperty('sources')
  })

  it('that is missing says how to get one', async () => {
    const reading = readConfig({ cwd: configFolder({}), env: {} })
    await expect(reading).rejects.toMatchObject({
      message: expect.stringContaining('There is no configuration at'),
      fix: expect.stringContaining('cchc init'),
    })
    await expect(reading).rejects.toBeInstanceOf(ConfigError)
  })
})

describe('secrets', () => {
  it('written in plain text are a fault that says how to write them and does not repeat them', async () => {
    const faults = await faultsOf(readText(sources({ password: 'CANARY-secret' })))
    expect(faults['sources.one-stop.password']).toContain(reference('env:NAME'))
    expect(JSON.stringify(faults)).not.toContain('CANARY')
  })

  it('come from files beside the configuration, without their last line break', async () => {
    const config = await readText(sources({ password: reference('file:portal.secret') }), {
      files: { 'portal.secret': 'from a file\n' },
    })
    expect(config.sources[0]?.config).toMatchObject({ password: 'from a file' })
  })

  it('come from files without the byte order mark that an editor put before them', async () => {
    const config = await readText(sources({ password: reference('file:portal.secret') }), {
      files: { 'portal.secret': '\ufeffmật khẩu\r\n' },
    })
    expect(config.sources[0]?.config).toMatchObject({ password: 'mật khẩu' })
  })

  it.each([
    ['a missing variable', 'env:NOT_SET', 'environment variable NOT_SET is not set'],
    ['a missing variable, to which a file is the other way', 'env:NOT_SET', reference('file:PATH')],
    ['an empty variable', 'env:EMPTY', 'environment variable EMPTY is not set'],
    ['a missing file', 'file:absent.secret', 'absent.secret cannot be read (ENOENT)'],
    ['another kind', 'vault:x', 'is a secret'],
  ])('%s is a fault', async (_, inner, message) => {
    const reading = readText(sources({ password: reference(inner) }), { env: { EMPTY: '' } })
    expect((await faultsOf(reading))['sources.one-stop.password']).toContain(message)
  })

  it('references elsewhere are a fault', async () => {
    const reading = readText(sources({ username: reference('env:OPENCPS_PASSWORD') }))
    expect((await faultsOf(reading))['sources.one-stop.username']).toContain('is no secret')
  })

  it('the address of the database may be a reference, and must be one when it holds a password', async () => {
    const url = 'postgres://hub:CANARY@db.example/hub'
    const config = await readText(`store: { url: "${reference('env:DATABASE_URL')}" }`, {
      env: { DATABASE_URL: url },
    })
    expect(config.store.url).toBe(url)
    const faults = await faultsOf(readText(`store: { url: "${url}" }`))
    expect(faults['store.url']).toContain('is a secret')
    expect(JSON.stringify(faults)).not.toContain('CANARY')
  })
})
