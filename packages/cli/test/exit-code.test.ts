import { expect, test } from 'vitest'
import { exitCodeOfError, exitCodeOfRuns } from '../src/exit-code.ts'

test('the worst run decides the exit code', () => {
  const code = (...statuses: Parameters<typeof exitCodeOfRuns>[0][number]['status'][]) =>
    exitCodeOfRuns(statuses.map((status) => ({ status })))
  expect(code()).toBe(0)
  expect(code('done', 'done')).toBe(0)
  expect(code('done', 'partial')).toBe(3)
  expect(code('partial', 'failed')).toBe(1)
  expect(code('failed', 'interrupted')).toBe(130)
  expect(code('abandoned')).toBe(1)
})

test('what a person wrote wrong is told apart from what failed', () => {
  expect(exitCodeOfError('config_invalid')).toBe(2)
  expect(exitCodeOfError('usage_invalid')).toBe(2)
  expect(exitCodeOfError('not_found')).toBe(2)
  expect(exitCodeOfError('portal_denied')).toBe(1)
  expect(exitCodeOfError('store_failed')).toBe(1)
  expect(exitCodeOfError('unexpected')).toBe(1)
  expect(exitCodeOfError('run_interrupted')).toBe(130)
})
