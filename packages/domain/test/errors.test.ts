import { expect, test } from 'vitest'
import {
  AppError,
  ConfigError,
  isAppError,
  PortalThrottled,
  say,
  toAppError,
  UsageError,
} from '../src/index.ts'

test('an expected failure keeps its name, code and advice', () => {
  const faults = [{ path: 'sources.0.url', message: say('must be a URL') }]
  const error = new ConfigError(say('The configuration has one fault.'), {
    fix: say('Mend it.'),
    faults,
  })
  expect(toAppError(error)).toBe(error)
  expect(error).toMatchObject({ name: 'ConfigError', code: 'config_invalid' })
  expect(error).toMatchObject({ fix: 'Mend it.', faults })
  expect(new UsageError(say('No.')).faults).toEqual([])
  expect(new PortalThrottled(say('Slow down.'), { retryAt: 5 }).retryAt).toBe(5)
})

test.each([new TypeError('x is not a function'), 'a string', undefined])(
  'an unknown failure (%s) gets a name and keeps its cause',
  (thrown) => {
    const error = toAppError(thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(error.code).toBe('unexpected')
    expect(error.message).toBe(thrown instanceof Error ? thrown.message : String(thrown))
    expect(error.cause).toBe(thrown)
  },
)

test('an expected failure is known by its code, whichever copy of the package made it', () => {
  const known = new UsageError(say('No.'))
  expect(isAppError(known)).toBe(true)
  expect(isAppError(known, 'usage_invalid')).toBe(true)
  expect(isAppError(known, 'config_invalid')).toBe(false)
  const copy = Object.assign(new Error('No.'), { code: 'usage_invalid', said: say('No.') })
  expect(isAppError(copy, 'usage_invalid')).toBe(true)
  expect(toAppError(copy)).toBe(copy)
})

test.each([
  Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' }),
  Object.assign(new Error('x'), { code: 'usage_invalid' }),
  { code: 'usage_invalid', said: say('No.') },
  undefined,
])('what only looks like one is none (%s)', (thrown) => {
  expect(isAppError(thrown)).toBe(false)
})

test('its words are kept with their parts', () => {
  const error = new UsageError(say('No organisation {name} is known', { name: 'H61' }), {
    fix: say('Did you mean {near}?', { near: 'H16' }),
  })
  expect(error).toMatchObject({ message: 'No organisation H61 is known', fix: 'Did you mean H16?' })
  expect(error.said.values).toEqual({ name: 'H61' })
  expect(error.whatToDo?.template).toBe('Did you mean {near}?')
  expect(new UsageError(say('No.')).said).toEqual({ template: 'No.', values: {} })
})
