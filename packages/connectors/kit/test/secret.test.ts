import { say } from '@cchc/domain'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createRedact, keepSecrets, redactLog, redactMessage, secretsOf } from '../src/index.ts'
import { memoryLog } from './portal.ts'

const secret = () => z.string().meta({ secret: true })

test('finds marked values at any depth, in lists, records and alternatives', () => {
  const schema = z.object({
    user: z.string(),
    password: secret().optional(),
    keys: z.array(secret()),
    byName: z.record(z.string(), z.object({ token: secret() })),
    auth: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('key'), key: secret().default('') }),
    ]),
  })
  const config = {
    user: 'open',
    password: 'p1',
    keys: ['k1', 'k2'],
    byName: { a: { token: 't1' } },
    auth: { kind: 'key', key: 'a1' },
  }
  expect(secretsOf(schema, config).sort()).toEqual(['a1', 'k1', 'k2', 'p1', 't1'])
  expect(secretsOf(schema, { ...config, password: undefined, keys: [] }).sort()).toEqual([
    'a1',
    't1',
  ])
})

test('finds marked values in tuples, in what refers to itself and under names of objects', () => {
  const tree: z.ZodType = z.object({ token: secret(), below: z.array(z.lazy(() => tree)) })
  const schema = z.object({
    pair: z.tuple([z.string(), secret()]),
    tree,
    c: z.record(z.string(), z.string()),
  })
  const config = {
    pair: ['open', 'p2'],
    tree: { token: 't1', below: [{ token: 't2', below: [] }] },
    c: { constructor: 'x', toString: 'y' },
  }
  expect(secretsOf(schema, config).sort()).toEqual(['p2', 't1', 't2'])
})

test('a secret that JSON is written with, or a number, is masked in the values where it stands', () => {
  const log = memoryLog()
  const clean = redactLog(log, createRedact(['":"', '{"a', '123456', 'null']))
  clean.info('x', { a: 'b', n: 123456, m: 12, list: [{ x: 'is ":" and null' }], nothing: null })
  expect(log.lines).toEqual([
    'x {"a":"b","n":"***","m":12,"list":[{"x":"is *** and ***"}],"nothing":null}',
  ])
})

test('a secret is masked however it is written, in longer texts too', () => {
  const secret = 'm&t "k\u1ea9u/1+'
  const redact = createRedact([secret])
  const form = new URLSearchParams({ p: secret }).toString()
  const written = [
    ...[secret, encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret)), form],
    ...[
      JSON.stringify({ secret }),
      `<p>${secret.replace('&', '&amp;').replace('"', '&quot;')}</p>`,
    ],
  ]
  for (const text of written) expect(redact(text)).toMatch(/^[^%&+]*\*\*\*[^%&+]*$/)
  for (const user of ['u', 'us', 'use', 'user']) {
    for (const encoding of ['base64', 'base64url'] as const) {
      const text = Buffer.from(`${user}:${secret}:x`).toString(encoding)
      expect(redact(`Basic ${text}`)).toContain('***')
      expect(redact(text).length).toBeLessThan(text.length - 10)
    }
  }
})

test('a redacted log lets no secret through', () => {
  const log = memoryLog()
  const clean = redactLog(log, createRedact(['mật khẩu', 'ab']))
  clean.warn('login with mật khẩu', { url: `/x?p=${encodeURIComponent('mật khẩu')}`, n: 1 })
  clean.info('tab')
  expect(log.lines).toEqual(['login with *** {"url":"/x?p=***","n":1}', 'tab {}'])
})

test('a token that comes up later is masked from then on, and forgotten only after many others', () => {
  const secrets = keepSecrets(['configured'])
  expect(secrets.redact('token-0 configured')).toBe('token-0 ***')
  expect(secrets.keep('token-0')).toBe('token-0')
  expect(secrets.redact('token-0 configured')).toBe('*** ***')
  for (let i = 1; i <= 200; i++) secrets.keep(`token-${i}-`)
  expect(secrets.redact('token-0 token-1- token-200- configured')).toBe('token-0 *** *** ***')
})

test('a message is masked in its values, at any depth, and in a template that is no word of ours', () => {
  const redact = createRedact(['token-1', '4711'])
  const inner = say('{place}', { place: 'GET /token-1' })
  expect(redactMessage(say('{inner}: {count}', { inner, count: 4711 }), redact)).toEqual(
    say('{inner}: {count}', { inner: say('{place}', { place: 'GET /***' }), count: '***' }),
  )
  expect(redactMessage('no such host: token-1', redact)).toEqual({
    template: 'no such host: ***',
    values: {},
  })
})
