import { secretsOf } from '@cchc/connector-kit'
import { expect, test } from 'vitest'
import { nationalDvc } from '../src/index.ts'

const least = {
  baseUrl: 'https://adapter.example.gov.vn/x',
  username: 'u',
  password: 'very-secret',
  unitCode: '000.00.00.H48',
}

test('has a default for all but address, account and unit', () => {
  const config = nationalDvc.config.parse(least)
  expect(config.reporting).toMatchObject({ since: 2022, periods: ['year'], pageSize: 100 })
  expect(config.adapter.authPath).toBe('adapter/auth')
  expect(config.http.concurrency).toBe(8)
})

test('lets requests go to the host of the reporting service too', () => {
  const config = nationalDvc.config.parse({
    ...least,
    reporting: { url: 'https://reporting.example.gov.vn:8443' },
  })
  expect(nationalDvc.hosts?.(config)).toEqual(['reporting.example.gov.vn:8443'])
})

const login = {
  tokenUrl: 'https://gateway.example.gov.vn/token',
  clientId: 'hub',
  clientSecret: 'consumer-secret',
}

test('needs no account where a relay holds the session, and lets requests go to its login', () => {
  const { username, password, ...rest } = least
  const config = nationalDvc.config.parse({ ...rest, relay: { calls: 'get', login } })
  expect(config.relay).toMatchObject({ path: 'KetNoiMotCuaQuocGia', answer: 'message' })
  expect(nationalDvc.hosts?.(config)).toEqual(['gateway.example.gov.vn'])
  for (const relay of [false, {}]) {
    const { error } = nationalDvc.config.safeParse({ ...rest, relay })
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['username', 'password'])
  }
})

test('marks what a relay wants as secret, too', () => {
  const relay = { login, token: { header: 'lgspaccesstoken', value: 'key-1' } }
  const secrets = secretsOf(nationalDvc.config, { ...least, relay })
  expect(secrets.sort()).toEqual(['consumer-secret', 'key-1', 'very-secret'])
})

test('marks the password as a secret', () => {
  expect(secretsOf(nationalDvc.config, least)).toEqual(['very-secret'])
})

test.each([
  ['unitCode', { unitCode: 'Quảng Nam' }],
  ['reporting', { reporting: { pageSize: 201 } }],
  ['reporting', { reporting: { periods: ['week'] } }],
  ['baseUrl', { baseUrl: 'not an address' }],
])('refuses a wrong %s', (path, change) => {
  const result = nationalDvc.config.safeParse({ ...least, ...change })
  expect(result.error?.issues[0]?.path[0]).toBe(path)
})
