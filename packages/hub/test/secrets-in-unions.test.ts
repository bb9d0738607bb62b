import { expect, test } from 'vitest'
import { z } from 'zod'
import { inspect } from '../src/config/inspect.ts'
import { shapeOf } from '../src/config/schema-shape.ts'
import { reference } from './config-text.ts'

const secret = () => z.string().min(1).meta({ secret: true })
const Auth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.enum(['basic', 'digest']), user: z.string(), password: secret() }),
  z.object({ kind: z.literal('key'), key: secret().default('x'), in: z.enum(['header', 'query']) }),
])
const settings = z.object({
  auth: Auth,
  further: z.array(Auth).optional(),
  token: z.union([z.literal(false), secret()]).optional(),
  login: z
    .union([secret(), z.object({ pin: secret() }), z.number()])
    .nullable()
    .optional(),
  both: z.intersection(Auth, z.object({ salt: secret() })).optional(),
  pair: z.tuple([z.string(), secret()]).optional(),
})

const env = { PASS: 's3cret' }
const pass = reference('env:PASS')

function inspected(written: object) {
  const { value, faults } = inspect(written, {
    shape: shapeOf(settings),
    path: '',
    secrets: { env, folder: '/' },
  })
  return { value, faults: faults.map(({ path }) => path), told: JSON.stringify(faults) }
}

test.each([
  { auth: { kind: 'basic', user: 'a', password: pass } },
  { auth: { kind: 'key', key: pass, in: 'header' } },
  { auth: { kind: 'none' }, further: [{ kind: 'digest', user: 'a', password: pass }] },
  { auth: { kind: 'none' }, token: pass },
  { auth: { kind: 'none' }, token: false },
  { auth: { kind: 'none' }, login: pass },
  { auth: { kind: 'none' }, login: { pin: pass } },
  { auth: { kind: 'none' }, login: 5 },
  { auth: { kind: 'none' }, login: null },
  { auth: { kind: 'none' }, both: { kind: 'key', key: pass, in: 'query', salt: pass } },
])('a reference stands for its secret in %j', (written) => {
  const { value, faults } = inspected(written)
  expect(faults).toEqual([])
  expect(JSON.stringify(value)).toBe(JSON.stringify(written).replaceAll(pass, env.PASS))
  expect(settings.safeParse(value).error).toBeUndefined()
})

test.each([
  ['auth.password', { auth: { kind: 'basic', user: 'a', password: 'CANARY' } }],
  ['auth.key', { auth: { kind: 'key', key: 'CANARY', in: 'header' } }],
  ['auth.key', { auth: { kind: 'unknown', key: 'CANARY' } }],
  ['auth.key', { auth: { key: 'CANARY' } }],
  ['further.0.password', { further: [{ kind: 'digest', user: 'a', password: 'CANARY' }] }],
  ['token', { token: 'CANARY' }],
  ['login', { login: 'CANARY' }],
  ['login.pin', { login: { pin: 'CANARY' } }],
  ['both.salt', { both: { kind: 'none', salt: 'CANARY' } }],
  ['pair.1', { pair: ['a', 'CANARY'] }],
])('a plain text at %s is refused and not repeated', (path, written) => {
  const { faults, told } = inspected(written)
  expect(faults).toContain(path)
  expect(told).not.toContain('CANARY')
})

test.each([
  ['auth.pasword', { auth: { kind: 'basic', user: 'a', pasword: 'CANARY' } }],
  ['auth.password', { auth: { kind: 'key', key: pass, in: 'header', password: pass } }],
  ['auth.user', { auth: { kind: 'none', user: 'a' } }],
  ['both.sallt', { both: { kind: 'none', sallt: 'a' } }],
])('%s is told as no setting of that alternative', (path, written) => {
  const { faults, told } = inspected(written)
  expect(faults).toEqual([path])
  expect(told).not.toContain('CANARY')
})

test('a reference where no secret belongs is told', () => {
  expect(inspected({ auth: { kind: 'basic', user: pass, password: pass } }).faults).toEqual([
    'auth.user',
  ])
})
