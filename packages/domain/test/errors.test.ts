import { expect, test } from 'vitest'
import { AppError, ConfigError, PortalThrottled, toAppError, UsageError } from '../src/index.ts'

test('an expected failure keeps its name, code and advice', () => {
  const faults = [{ path: 'sources.0.url', message: 'must be a URL' }]
  const error = new ConfigError('The configuration has one fault.', { fix: 'Mend it.', faults })
  expect(toAppError(error)).toBe(error)
  expect(error).toMatchObject({ name: 'ConfigError', code: 'config_invalid', retry: 'never' })
  expect(error).toMatchObject({ fix: 'Mend it.', faults })
  expect(new UsageError('No.').faults).toEqual([])
  expect(new PortalThrottled('Slow down.', { retryAt: 5 }).retryAt).toBe(5)
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
